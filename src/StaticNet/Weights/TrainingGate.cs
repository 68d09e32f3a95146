using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>
/// Who may use a model at a time; this is the one place that decides it.
/// <list type="bullet">
/// <item>One training (<c>Fit</c>, <c>TrainOnBatch</c>) at a time: a second one is refused, from another thread or from a callback of the first.</item>
/// <item>While a model trains, nobody else may predict, evaluate, read or write its parameters, with one exception: callbacks that
/// <c>Fit</c> makes between its steps (the schedule of the learning rate, what writes the progress) may do so on the thread that called
/// <c>Fit</c>, and see the weights of the last finished step.</item>
/// <item>Otherwise any number of threads may read at once. A reader during whose work weights have changed is refused when it is done: what it
/// read may be neither the old weights nor the new ones. Writers of parameters wait for each other.</item>
/// </list>
/// All of that is an <see cref="InvalidOperationException"/>, after which model and optimizer are as if the refused call had not been made.
/// Reading costs the reading of a few words.
/// </summary>
internal sealed class TrainingGate(string model)
{
    private const int Everyone = 0;
    private const int Nobody = -1;
    private readonly Lock _lock = new();

    // Everyone, nobody, or the number of the only thread.
    private int _admitted;
    private long _version;

    /// <summary>Counts the changes of weights.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Begins to read weights; whoever does says so again when done.</summary>
    /// <returns>What to end with.</returns>
    /// <exception cref="InvalidOperationException">The model is in training.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long BeginReading()
    {
        if (Volatile.Read(ref _admitted) != Everyone)
            RequireAdmitted();
        return Version;
    }

    /// <summary>Ends reading.</summary>
    /// <exception cref="InvalidOperationException">Weights have changed meanwhile, or are about to.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndReading(long version)
    {
        // What was read was read before this.
        Volatile.ReadBarrier();
        if (Volatile.Read(ref _admitted) != Everyone)
            RequireAdmitted();
        if (Version != version)
        {
            throw new InvalidOperationException(
                $"The weights of {model} changed while another thread read them: the result is void. Predict and evaluate when no thread trains the model or writes to its parameters, or use a second model.");
        }
    }

    /// <summary>Begins a training. Its thread alone is admitted until it is over.</summary>
    /// <exception cref="InvalidOperationException">The model is in training.</exception>
    public Training Train()
    {
        lock (_lock)
        {
            if (_admitted != Everyone)
            {
                throw new InvalidOperationException(
                    $"{model} is in training already: one Fit or TrainOnBatch at a time, and none from a callback of another. Wait until it has returned, or train a second model.");
            }

            // A full fence: others see that weights may change before they do.
            Interlocked.Exchange(ref _admitted, Environment.CurrentManagedThreadId);
        }

        return new Training(this);
    }

    /// <summary>Begins to write weights, when those who do so already are done.</summary>
    /// <exception cref="InvalidOperationException">The model is in training.</exception>
    public Writing Write()
    {
        _lock.Enter();
        int before = Volatile.Read(ref _admitted);
        if (!IsAdmitted(before))
        {
            // By what was read: the training may be over by now, and its end does not give the lock back.
            _lock.Exit();
            throw InTraining();
        }

        Interlocked.Exchange(ref _admitted, Environment.CurrentManagedThreadId);
        return new Writing(this, before);
    }

    /// <summary>Keeps trainings and writers away for a moment.</summary>
    public Lock.Scope Hold()
    {
        Lock.Scope scope = _lock.EnterScope();
        if (IsAdmitted(Volatile.Read(ref _admitted)))
            return scope;
        scope.Dispose();
        throw InTraining();
    }

    /// <summary>Notes that weights have changed.</summary>
    public void WeightsChanged() => Interlocked.Increment(ref _version);

    /// <summary>Admits not even the training's thread: its step is under way.</summary>
    public void BeginStep() => Volatile.Write(ref _admitted, Nobody);

    /// <summary>Admits it again.</summary>
    public void EndStep() => Volatile.Write(ref _admitted, Environment.CurrentManagedThreadId);

    private void RequireAdmitted()
    {
        if (!IsAdmitted(Volatile.Read(ref _admitted)))
            throw InTraining();
    }

    private static bool IsAdmitted(int admitted) => admitted == Everyone || admitted == Environment.CurrentManagedThreadId;

    private InvalidOperationException InTraining()
        => new($"{model} is in training: meanwhile only callbacks of Fit, on the thread that called it, may predict, evaluate and use parameters. Wait until the training is over, or use a second model.");

    /// <summary>A training that is over when this is disposed of.</summary>
    internal readonly ref struct Training(TrainingGate gate)
    {
        /// <summary>Admits everyone.</summary>
        public void Dispose() => Volatile.Write(ref gate._admitted, Everyone);
    }

    /// <summary>A change of weights that is over when this is disposed of.</summary>
    internal readonly ref struct Writing(TrainingGate gate, int before)
    {
        /// <summary>Admits whoever was before.</summary>
        public void Dispose()
        {
            gate.WeightsChanged();
            Volatile.Write(ref gate._admitted, before);
            gate._lock.Exit();
        }
    }
}
