using System.Diagnostics;
using System.Globalization;
using nietras.SeparatedValues;
using StaticNet.Datasets;

namespace StaticNet.Benchmarks;

/// <summary>Times the reading of a CSV file of a million lines of twenty numbers against a bare loop of the parser beneath, over the same numbers.</summary>
internal static class DataSpeed
{
    private const int Rows = 1_000_000;
    private const int Columns = 20;
    private const int Rounds = 5;
    private const int BatchRows = 256;

    /// <summary>Runs all in turn and prints the medians and their ratios.</summary>
    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("staticnet-").FullName, path = Path.Combine(folder, "numbers.csv");
        try
        {
            Write(path);
            CsvSource<float> source = Csv.Source<float>(path);
            double[] bare = new double[Rounds], streamed = new double[Rounds], loaded = new double[Rounds];
            for (int round = -1; round < Rounds; round++)
            {
                int at = Math.Max(round, 0);
                bare[at] = Seconds(() => Bare(path));
                streamed[at] = Seconds(() => Stream(source));
                loaded[at] = Seconds(() => Csv.Load<float>(path).Targets.Span[^1]);
            }

            Print("Sep's loop", Median(bare), Median(bare));
            Print("Csv.Source", Median(streamed), Median(bare));
            Print("Csv.Load", Median(loaded), Median(bare));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string path)
    {
        var random = new Random(1);
        using var file = new StreamWriter(path);
        file.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(column => $"x{column}")));
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                if (column > 0)
                    file.Write(',');
                file.Write(((random.NextSingle() - 0.5f) * 100).ToString(CultureInfo.InvariantCulture));
            }

            file.WriteLine();
        }
    }

    private static double Bare(string path)
    {
        double sum = 0;
        using SepReader rows = Sep.Reader().FromFile(path);
        foreach (SepReader.Row row in rows)
        {
            for (int column = 0; column < Columns; column++)
                sum += row[column].Parse<float>();
        }

        return sum;
    }

    private static double Stream(CsvSource<float> source)
    {
        var inputs = new float[BatchRows * source.InputSize];
        var targets = new float[BatchRows];
        double sum = 0;
        using ISampleReader<float, float> reader = source.Open(source.InputSize, 1);
        for (int count; (count = reader.Read(inputs, targets)) > 0;)
            sum += targets[count - 1];
        return sum;
    }

    private static double Seconds(Func<double> action)
    {
        long start = Stopwatch.GetTimestamp();
        if (double.IsNaN(action()))
            throw new InvalidOperationException("The numbers add up to none.");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] times) => times.Order().ElementAt(Rounds / 2);

    private static void Print(string what, double time, double bare)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-12}{time * 1000,10:F0} ms{Rows / time / 1e6,8:F2} M lines/s{100 * bare / time,8:F0} % of Sep's loop"));
}
