using System.Diagnostics;
using System.Globalization;

namespace StaticNet.Benchmarks;

/// <summary>Times saving and loading of fifty million weights against a plain copy of the same bytes, which is flushed to the disk as well.</summary>
internal static class FileSpeed
{
    private const int Rounds = 7;
    private const int Piece = 1 << 20;

    /// <summary>Runs all three in turn and prints the medians and their ratios.</summary>
    public static void Run()
    {
        string folder = Directory.CreateTempSubdirectory("staticnet-").FullName;
        string saved = Path.Combine(folder, "saved.safetensors"), copy = Path.Combine(folder, "copy");
        try
        {
            var model = new FiftyMillion();
            model.Save(saved);
            double[] copies = new double[Rounds], saves = new double[Rounds], loads = new double[Rounds];
            for (int round = 0; round < Rounds; round++)
            {
                copies[round] = Milliseconds(() => Copy(saved, copy));
                saves[round] = Milliseconds(() => model.Save(saved));
                loads[round] = Milliseconds(() => model.Load(saved));
            }

            double one = Median(copies);
            Print("copy", one, one);
            Print("save", Median(saves), one);
            Print("load", Median(loads), one);
            Print("save and load", Median([.. saves.Zip(loads, (save, load) => save + load)]), one);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        var piece = new byte[Piece];
        using FileStream source = new(from, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), target = new(to, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (int count; (count = source.Read(piece)) > 0;)
            target.Write(piece, 0, count);
        target.Flush(flushToDisk: true);
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] times) => times.Order().ElementAt(Rounds / 2);

    private static void Print(string what, double time, double copy)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-16}{time,10:F1} ms{time / copy,8:F2}x"));
}

/// <summary>A model of fifty million weights.</summary>
[Model(5_000)]
[Dense(10_000, UseBias = false, KernelInitializer = Initializer.RandomUniform)]
internal sealed partial class FiftyMillion;
