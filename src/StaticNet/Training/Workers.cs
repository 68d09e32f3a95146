using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace StaticNet;

/// <summary>Work that falls into parts, which threads may do at once.</summary>
internal interface IParts
{
    /// <summary>Does one part.</summary>
    void Do(int part, int parts);
}

/// <summary>
/// The threads of the process that share work with a caller. They are started when first needed and stay; between calls they look for
/// work for a few microseconds, as the steps of a training follow each other, and then sleep.
/// </summary>
internal static class Workers
{
    /// <summary>Operations that take a thread some ten times as long as handing them to it.</summary>
    private const long WorthAThread = 4_000_000;

    private static readonly List<Worker> s_workers = [];
    private static int s_busy;

    /// <summary>How many threads pay for so many operations.</summary>
    public static int Paying(int most, long operations) => (int)Math.Clamp(operations / WorthAThread, 1, most);

    /// <summary>
    /// Does all parts, the first on the calling thread. Where the workers are busy for another caller, or this is one part, the caller
    /// does everything: results never depend on who did what.
    /// </summary>
    public static void Run(IParts work, int parts)
    {
        if (parts == 1 || Interlocked.Exchange(ref s_busy, 1) != 0)
        {
            for (int part = 0; part < parts; part++)
                work.Do(part, parts);
            return;
        }

        try
        {
            while (s_workers.Count < parts - 1)
                s_workers.Add(new Worker());
            for (int part = 1; part < parts; part++)
                s_workers[part - 1].Begin(work, part, parts);
            ExceptionDispatchInfo? error = null;
            try
            {
                work.Do(0, parts);
            }
            catch (Exception e)
            {
                error = ExceptionDispatchInfo.Capture(e);
            }

            // Work is over only when all parts are: they share memory that the caller owns.
            for (int part = 1; part < parts; part++)
                error = s_workers[part - 1].End() ?? error;
            error?.Throw();
        }
        finally
        {
            Volatile.Write(ref s_busy, 0);
        }
    }

    [SuppressMessage("Design", "CA1001", Justification = "Workers live as long as the process.")]
    private sealed class Worker
    {
        private const int Looks = 2000;
        private readonly SemaphoreSlim _wake = new(0);
        private IParts? _work;
        private ExceptionDispatchInfo? _error;
        private int _part;
        private int _parts;
        private int _begun;
        private int _ended;
        private int _sleeps;

        public Worker() => new Thread(Loop) { IsBackground = true, Name = "StaticNet worker" }.Start();

        public void Begin(IParts work, int part, int parts)
        {
            (_work, _part, _parts) = (work, part, parts);

            // A full fence between telling of work and looking whether the worker sleeps; it does the reverse.
            Interlocked.Increment(ref _begun);
            if (Interlocked.Exchange(ref _sleeps, 0) == 1)
                _wake.Release();
        }

        public ExceptionDispatchInfo? End()
        {
            var wait = default(SpinWait);
            while (Volatile.Read(ref _ended) != _begun)
                wait.SpinOnce(sleep1Threshold: -1);
            (ExceptionDispatchInfo? error, _error, _work) = (_error, null, null);
            return error;
        }

        private void Loop()
        {
            while (true)
            {
                AwaitWork();
                try
                {
                    _work!.Do(_part, _parts);
                }
                catch (Exception e)
                {
                    _error = ExceptionDispatchInfo.Capture(e);
                }

                Volatile.Write(ref _ended, _ended + 1);
            }
        }

        private void AwaitWork()
        {
            for (int look = 0; look < Looks; look++)
            {
                if (Volatile.Read(ref _begun) != _ended)
                    return;
                Thread.SpinWait(4);
            }

            Interlocked.Exchange(ref _sleeps, 1);
            if (Volatile.Read(ref _begun) != _ended)
            {
                // Work came while falling asleep. If its giver saw the sleep, it has left a wake-up call, which must not stay.
                if (Interlocked.Exchange(ref _sleeps, 0) == 1)
                    return;
            }

            _wake.Wait();
        }
    }
}
