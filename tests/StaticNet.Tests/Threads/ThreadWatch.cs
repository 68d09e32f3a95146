using StaticNet.Kernels;

namespace StaticNet.Tests;

/// <summary>
/// Which threads are in which pass of a model (<see cref="Watched"/>). Of passes that are to be shared out, the first thread waits for a second: where
/// there is none, nobody else does a part, however busy the machine is.
/// </summary>
/// <param name="shared">The passes that are to be shared out: <c>Propagate</c>, <c>Update</c>, <c>Infer</c> …</param>
internal sealed class ThreadWatch(params string[] shared)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, HashSet<int>> _threads = new(StringComparer.Ordinal);
    private bool _isOver;

    /// <summary>Whether a pass had threads whose kernels share out what they compute.</summary>
    public bool HadCrew { get; private set; }

    /// <summary>Called by a thread that enters a pass.</summary>
    public void Enter(string pass)
    {
        bool hasCrew = Crew.Shares(Crew.LeastOfRow, int.MaxValue / Crew.LeastOfRow);
        lock (_threads)
        {
            HadCrew |= hasCrew;
            if (!_threads.TryGetValue(pass, out HashSet<int>? threads))
                _threads[pass] = threads = [];
            threads.Add(Environment.CurrentManagedThreadId);
            Monitor.PulseAll(_threads);
            while (threads.Count < 2 && !_isOver && shared.Contains(pass))
                _isOver = !Monitor.Wait(_threads, _patience);
        }
    }

    /// <summary>Fails unless every pass that was to be shared out had two threads at least.</summary>
    public void AssertShared()
    {
        lock (_threads)
            Assert.All(shared, pass => Assert.True(_threads.TryGetValue(pass, out HashSet<int>? threads) && threads.Count > 1, $"One thread did all of {pass}."));
    }
}
