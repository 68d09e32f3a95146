namespace StaticNet.Tests;

/// <summary>Measures what code allocates, on whatever thread: for tests that run alone.</summary>
internal static class Allocation
{
    private const int Runs = 10;

    /// <summary>
    /// The least of several runs: what each of them allocates. Now and then the runtime allocates for itself, when it compiles a method anew, and so does
    /// what runs the tests.
    /// </summary>
    public static long InEachRun(Action action)
    {
        action();
        long least = long.MaxValue;
        for (int run = 0; run < Runs && least > 0; run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            action();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
