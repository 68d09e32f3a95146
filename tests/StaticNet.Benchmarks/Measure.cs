using System.Diagnostics;

namespace StaticNet.Benchmarks;

/// <summary>Best-of timing: what the machine can do when nothing disturbs it.</summary>
internal static class Measure
{
    private const int Windows = 5;

    /// <summary>How often an action runs in a second, the best of five windows after a warm-up.</summary>
    public static double Rate(Action action, double seconds)
    {
        long warm = Stopwatch.GetTimestamp();
        for (int i = 0; i < 10 || Stopwatch.GetElapsedTime(warm).TotalSeconds < Math.Min(0.2, seconds / Windows); i++)
            action();

        double best = 0;
        for (int window = 0; window < Windows; window++)
        {
            long count = 0, start = Stopwatch.GetTimestamp();
            double elapsed;
            do
            {
                action();
                count++;
                elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
            while (elapsed < seconds / Windows);
            best = Math.Max(best, count / elapsed);
        }

        return best;
    }
}
