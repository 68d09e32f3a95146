namespace StaticNet.Tests;

/// <summary>Measures what code allocates on the calling thread.</summary>
internal static class Allocation
{
    /// <summary>
    /// The least of several runs: what each of them allocates. Now and then the runtime allocates for itself on the thread that happens
    /// to run, when it compiles a method anew.
    /// </summary>
    public static long InEachRun(Action action)
    {
        action();
        long least = long.MaxValue;
        for (int run = 0; run < 5; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
