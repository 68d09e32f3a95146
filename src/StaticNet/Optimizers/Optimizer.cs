using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The rule by which gradients change weights. An optimizer keeps its running means from step to step; it belongs to the first model
/// it is used with. Pass the same one to a later <c>Fit</c> to go on where training stopped, a new one to start afresh.
/// </summary>
/// <remarks>
/// A step has gradients for few rows of a table of embeddings. The gradients of the others are 0; still their running means decay and their
/// weights move. Those steps are deferred until a row is next read, and then applied at once; the weights are those of the rule for all rows,
/// but for rounding.
/// </remarks>
public abstract unsafe class Optimizer : IPendingWeights
{
    /// <summary>The most steps that are deferred.</summary>
    internal const int MaxDeferredSteps = 1024;

    private AlignedBuffer? _weights;
    private AlignedBuffer? _state;
    private Table[] _tables = [];
    private long _steps;
    private int _deferredSteps;

    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The size of a step; may be changed between steps. Steps compute with the nearest float.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The value is negative or not finite, or so large that no float is near it.
    /// </exception>
    public double LearningRate
    {
        get;
        set => field = Guard.FloatFinite(value, nameof(LearningRate));
    }

    /// <summary>The number of steps taken so far.</summary>
    public long Steps => _steps;

    /// <summary>What the running numbers that it keeps of each weight are called.</summary>
    internal abstract IReadOnlyList<string> Slots { get; }

    /// <summary>What it was made with, but for the learning rate, by name.</summary>
    internal abstract IEnumerable<(string Name, double Value)> Settings { get; }

    /// <summary>The learning rate as steps compute with it.</summary>
    private protected float Rate => (float)LearningRate;

    /// <summary>What is kept for the weights, all running numbers of the first kind before those of the second.</summary>
    internal Span<float> State => _state!.Span;

    /// <summary>Whether all of that is still 0, and nobody has touched its memory.</summary>
    internal bool IsFresh { get; private set; }

    /// <summary>The running numbers of one kind, laid out like the weights.</summary>
    internal Span<float> Slot(int slot) => State.Slice(slot * _weights!.Length, _weights.Length);

    /// <summary>What <c>TrainOnBatch</c> rolls back to if its steps diverge.</summary>
    internal GoodState? LastGood { get; set; }

    /// <summary>Makes this the optimizer of a model's weights, with state at 0.</summary>
    /// <returns>Whether it had no model so far.</returns>
    /// <exception cref="InvalidOperationException">It is already that of another model.</exception>
    internal bool Bind(AlignedBuffer weights, IEnumerable<ParameterInfo> parameters, GuardedMemory? guards = null)
    {
        // In one go, as two models might be trained with one optimizer at once.
        AlignedBuffer? before = Interlocked.CompareExchange(ref _weights, weights, null);
        if (ReferenceEquals(before, weights))
            return false;
        if (before is not null)
        {
            throw new InvalidOperationException(
                $"This {GetType().Name} has already trained another model, or does so now, and keeps running means of that model's gradients. Use a new one for each model.");
        }

        try
        {
            TakeMemory(weights.Length, parameters, guards);
        }
        catch
        {
            Unbind();
            throw;
        }

        return true;
    }

    /// <summary>Leaves the model, of whose weights no step was taken, to be free for another.</summary>
    internal void Unbind()
    {
        LastGood = null;
        Volatile.Write(ref _weights, null);
    }

    /// <summary>Goes on after so many steps, with running numbers that have been put in place: no step is deferred.</summary>
    internal void Restore(long steps, double learningRate)
    {
        IsFresh = false;
        LearningRate = learningRate;
        _steps = steps;
        _deferredSteps = 0;
        foreach (Table table in _tables)
            table.LastSteps.Span.Clear();
    }

    /// <summary>Begins a step: from here on until the next, all blocks of gradients are of this one.</summary>
    internal void BeginStep()
    {
        IsFresh = false;
        BeginStep(++_steps);
        _deferredSteps++;
        if (_tables.Length > 0)
            Defer(_deferredSteps);
    }

    /// <summary>Ends a step.</summary>
    /// <returns>Whether steps of rows without gradients are deferred now.</returns>
    internal bool EndStep()
    {
        if (_deferredSteps == MaxDeferredSteps)
            ApplyDeferred();
        return _tables.Length > 0 && _deferredSteps > 0;
    }

    /// <summary>Changes a block of weights by its gradients; threads may do so with different blocks at once.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <param name="offset">The first of the weights.</param>
    /// <param name="count">How many, a multiple of 16.</param>
    internal void Update(float* gradients, int offset, int count)
        => Update(RowsAt(offset, null, 1, count), gradients);

    /// <summary>Changes rows of a table by their gradients, which lie one behind the other.</summary>
    internal void Update(int table, float* gradients, int* rows, int count)
    {
        Table own = _tables[table];
        Update(RowsAt(own.Offset, rows, count, own.Stride), gradients);
    }

    /// <summary>
    /// Applies the steps that were deferred for rows of a table, which get gradients in the step to come; threads may do so with different rows
    /// at once. If that step is not taken after all, call <see cref="ApplyDeferred()"/>.
    /// </summary>
    internal void ApplyDeferred(int table, int* rows, int count)
    {
        Table own = _tables[table];
        ApplyDeferred(RowsAt(own.Offset, rows, count, own.Stride), own.LastSteps.Start, _deferredSteps);
    }

    /// <inheritdoc/>
    void IPendingWeights.Apply() => ApplyDeferred();

    /// <summary>Applies to all rows of all tables the steps that were deferred for them.</summary>
    internal void ApplyDeferred()
    {
        const int Block = 256;
        int* rows = stackalloc int[Block];
        for (int table = 0; table < _tables.Length; table++)
        {
            Span<int> lastSteps = _tables[table].LastSteps.Span;
            for (int first = 0; first < lastSteps.Length; first += Block)
            {
                int count = Math.Min(Block, lastSteps.Length - first);
                for (int i = 0; i < count; i++)
                    rows[i] = first + i;
                ApplyDeferred(table, rows, count);
            }

            lastSteps.Clear();
        }

        _deferredSteps = 0;
        GC.KeepAlive(this);
    }

    /// <summary>Computes what is the same for all weights in a step, counted from 1.</summary>
    private protected virtual void BeginStep(long step)
    {
    }

    /// <summary>Prepares to defer steps.</summary>
    /// <param name="widestRow">The length of the longest row of a table.</param>
    /// <param name="guards">What looks at the guards of the memory, if anything.</param>
    private protected abstract void BeginDeferring(int widestRow, GuardedMemory? guards);

    /// <summary>Records what a step does to a weight without a gradient.</summary>
    /// <param name="step">The step, counted from 1 since the deferred steps were last applied to all rows.</param>
    private protected virtual void Defer(int step)
    {
    }

    /// <summary>Changes rows of weights by their gradients, which lie one behind the other.</summary>
    private protected abstract void Update(in WeightRows rows, float* gradients);

    /// <summary>Applies to rows of weights the steps that were deferred for them.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="lastSteps">
    /// For each row of the table the step up to which it has been brought, counted as in <see cref="Defer"/>. Set to the step behind <paramref name="now"/>, in
    /// which these rows get gradients.
    /// </param>
    /// <param name="now">The last step to apply.</param>
    private protected abstract void ApplyDeferred(in WeightRows rows, int* lastSteps, int now);

    private void TakeMemory(int weights, IEnumerable<ParameterInfo> parameters, GuardedMemory? guards)
    {
        _state = new AlignedBuffer((long)Slots.Count * weights, "what the optimizer keeps", guards);
        IsFresh = true;
        _tables = [.. parameters.Where(parameter => parameter.IsTable).Select(parameter => new Table(parameter, guards))];
        if (_tables.Length > 0)
            BeginDeferring(_tables.Max(table => table.Stride), guards);
    }

    private WeightRows RowsAt(int offset, int* indexes, int count, int stride)
        => new(_weights!.Start + offset, _state!.Start + offset, _weights.Length, indexes, count, stride);

    private sealed class Table(ParameterInfo parameter, GuardedMemory? guards)
    {
        public int Offset { get; } = parameter.Offset;

        public int Stride { get; } = parameter.Stride;

        public AlignedBuffer<int> LastSteps { get; } = new(parameter.Shape[0], "the last steps of rows", guards);
    }
}
