using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Benchmarks;

/// <summary>How long a fresh process takes to its first prediction, its first step and full speed.</summary>
internal static class ColdStart
{
    private const int Processes = 9;

    /// <summary>Starts processes one after another and prints the medians of what they tell.</summary>
    public static void Run()
    {
        double[][] runs = [.. Enumerable.Range(0, Processes).Select(_ => RunOnce())];
        string[] names = ["process start to main", "first prediction", "second prediction", "first training step", "second training step"];
        for (int i = 0; i < names.Length; i++)
        {
            double median = runs.Select(run => run[i]).Order().ElementAt(Processes / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names[i],-24}{median,10:F3} ms"));
        }
    }

    /// <summary>What the fresh process does.</summary>
    public static void Measured()
    {
        double toMain = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        var inputs = new float[32 * FashionMlp.InputSize];
        var labels = new int[32];
        var outputs = new float[FashionMlp.OutputSize];
        var adam = new Adam();
        FashionMlp? model = null;
        double first = Time(() => (model = new FashionMlp()).Predict(inputs.AsSpan(0, FashionMlp.InputSize), outputs));
        double second = Time(() => model!.Predict(inputs.AsSpan(0, FashionMlp.InputSize), outputs));
        double firstStep = Time(() => model!.TrainOnBatch(inputs, labels, adam));
        double secondStep = Time(() => model!.TrainOnBatch(inputs, labels, adam));
        Console.WriteLine(string.Join(' ', new[] { toMain, first, second, firstStep, secondStep }.Select(time => time.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double[] RunOnce()
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["first-prediction"]) { RedirectStandardOutput = true })!;
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. line.Split(' ').Select(time => double.Parse(time, CultureInfo.InvariantCulture))];
    }
}
