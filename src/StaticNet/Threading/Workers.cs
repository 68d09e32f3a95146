using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace StaticNet;

/// <summary>
/// The threads of the process that share work with a caller. They are started when first needed and stay; between calls they look for
/// work for some microseconds, since the steps of a training follow each other closely, and then sleep.
/// </summary>
/// <remarks>
/// Parts are taken, not given: on a busy machine a worker that comes late finds its part done by the others, and nobody waits for it.
/// </remarks>
internal static class Workers
{
    /// <summary>Operations that are worth a thread: they take it some ten times as long as handing them over does.</summary>
    private const long OperationsPerThread = 4_000_000;

    /// <summary>More parts than this are never asked for.</summary>
    public const int MaxParts = 1024;

    /// <summary>How often an idle worker looks for work before it sleeps.</summary>
    private const int SpinsBeforeSleep = 2000;

    private static readonly List<Worker> _workers = [];
    private static int _busy;

    // What is offered, in one word so that no worker ever takes a part of another call: the call's number in the upper half, then how
    // many parts it has, then which is to be taken next.
    private static long _offer;
    private static IParts? _work;
    private static int _done;
    private static ExceptionDispatchInfo? _error;

    /// <summary>Whether every worker sleeps, and so uses no processor time.</summary>
    public static bool AllSleep => _busy == 0 && _workers.TrueForAll(worker => worker.Sleeps);

    /// <summary>The most threads that work at once: more than there are processors would only wait for each other.</summary>
    public static int Processors { get; set; } = Environment.ProcessorCount;

    /// <summary>How many threads so many operations are worth, of those that there are parts for.</summary>
    public static int ThreadsFor(int max, double operations)
        => operations < 2 * OperationsPerThread ? 1 : (int)Math.Min(operations / OperationsPerThread, Math.Min(max, Math.Min(Processors, MaxParts)));

    /// <summary>
    /// Does all parts, on the calling thread and on as many others as are free. Where the workers are busy for another caller, or this
    /// is one part, the caller does everything: results never depend on who did what.
    /// </summary>
    public static void Run(IParts work, int parts)
    {
        if (parts == 1 || !TryTake())
        {
            DoAll(work, parts);
            return;
        }

        try
        {
            Share(work, parts);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Takes the workers for the calling thread, which says <see cref="Release"/> afterwards; whether no other has them.</summary>
    public static bool TryTake() => Interlocked.Exchange(ref _busy, 1) == 0;

    /// <summary>Lets others take the workers.</summary>
    public static void Release() => Volatile.Write(ref _busy, 0);

    /// <summary>Does all parts, on the calling thread, which has taken the workers, and on them.</summary>
    public static void Share(IParts work, int parts)
    {
        int helpers = Math.Min(parts, Processors) - 1;
        while (_workers.Count < helpers)
            _workers.Add(new Worker());
        (_work, _done) = (work, 0);

        // A full fence between offering parts and looking who sleeps; workers do the reverse.
        Interlocked.Exchange(ref _offer, (((_offer >> 32) + 1) << 32) | ((long)parts << 16));
        for (int i = 0; i < helpers; i++)
            _workers[i].Wake();
        TakeParts();

        // The call is over only when all parts are: they use memory that the caller owns.
        var wait = default(SpinWait);
        while (Volatile.Read(ref _done) != parts)
            wait.SpinOnce(sleep1Threshold: -1);
        (ExceptionDispatchInfo? error, _error, _work) = (_error, null, null);
        error?.Throw();
    }

    // An error does not keep the other parts from being done, just as when threads share them.
    private static void DoAll(IParts work, int parts)
    {
        ExceptionDispatchInfo? error = null;
        for (int part = 0; part < parts; part++)
        {
            try
            {
                work.Do(part, parts);
            }
            catch (Exception e)
            {
                error = ExceptionDispatchInfo.Capture(e);
            }
        }

        error?.Throw();
    }

    private static bool HasParts(long offer) => (offer & 0xFFFF) < ((offer >> 16) & 0xFFFF);

    private static void TakeParts()
    {
        while (true)
        {
            long offer = Volatile.Read(ref _offer);
            if (!HasParts(offer))
                return;

            // If the exchange succeeds, that call is not over yet, and the work is its.
            IParts? work = _work;
            if (Interlocked.CompareExchange(ref _offer, offer + 1, offer) != offer)
                continue;
            (int part, int parts) = ((int)(offer & 0xFFFF), (int)((offer >> 16) & 0xFFFF));
            try
            {
                work!.Do(part, parts);
            }
            catch (Exception e)
            {
                _error = ExceptionDispatchInfo.Capture(e);
            }

            Interlocked.Increment(ref _done);
        }
    }

    [SuppressMessage("Design", "CA1001", Justification = "Workers live as long as the process.")]
    private sealed class Worker
    {
        private readonly SemaphoreSlim _wake = new(0);
        private int _sleeps;

        public Worker() => new Thread(Loop) { IsBackground = true, Name = "StaticNet worker" }.Start();

        public bool Sleeps => Volatile.Read(ref _sleeps) == 1;

        public void Wake()
        {
            if (Interlocked.Exchange(ref _sleeps, 0) == 1)
                _wake.Release();
        }

        private void Loop()
        {
            while (true)
            {
                AwaitParts();
                TakeParts();
            }
        }

        private void AwaitParts()
        {
            for (int spin = 0; spin < SpinsBeforeSleep; spin++)
            {
                if (HasParts(Volatile.Read(ref _offer)))
                    return;
                Thread.SpinWait(4);
            }

            Interlocked.Exchange(ref _sleeps, 1);

            // Parts offered while falling asleep: if the caller saw the sleep it has left a wake-up call, which must not stay.
            if (HasParts(Volatile.Read(ref _offer)) && Interlocked.Exchange(ref _sleeps, 0) == 1)
                return;
            _wake.Wait();
        }
    }
}
