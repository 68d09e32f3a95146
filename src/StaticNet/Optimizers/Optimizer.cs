using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The rule by which gradients change weights. An optimizer keeps its running means from step to step; it belongs to the first model
/// it is used with. Pass the same one to a later <c>Fit</c> to go on where training stopped, a new one to start afresh.
/// </summary>
/// <remarks>
/// Of a table of embeddings a step touches few rows. The others have a gradient of 0, by which running means decay and weights still
/// move. That is put off until a row is next read, and then made up for at once; the weights are those of the rule for all rows, but for
/// rounding.
/// </remarks>
public abstract unsafe class Optimizer
{
    /// <summary>The most steps that changes are put off for.</summary>
    private protected const int MostSteps = 1024;

    private AlignedBuffer? _weights;
    private AlignedBuffer? _state;
    private Table[] _tables = [];
    private long _steps;
    private int _stepsSinceSettled;

    private protected Optimizer(float learningRate) => LearningRate = learningRate;

    /// <summary>The size of a step; may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate
    {
        get;
        set => field = Guard.NotNegative(value, nameof(LearningRate));
    }

    /// <summary>The number of steps taken so far.</summary>
    public long Steps => _steps;

    /// <summary>How many running numbers a weight needs.</summary>
    private protected abstract int StateSize { get; }

    /// <summary>Makes this the optimizer of a model's weights, with state at 0.</summary>
    /// <exception cref="InvalidOperationException">It is already that of another model.</exception>
    internal void Bind(AlignedBuffer weights, IEnumerable<ParameterInfo> parameters)
    {
        if (ReferenceEquals(_weights, weights))
            return;
        if (_weights is not null)
        {
            throw new InvalidOperationException(
                $"This {GetType().Name} has already trained another model and keeps running means of that model's gradients. Use a new one for each model.");
        }

        _weights = weights;
        _state = new AlignedBuffer(StateSize * _weights.Length);
        _tables = [.. parameters.Where(parameter => parameter.IsTable).Select(parameter => new Table(parameter))];
        if (_tables.Length > 0)
            BeginDeferring();
    }

    /// <summary>Begins a step: from here on until the next, all blocks of gradients are of this one.</summary>
    internal void BeginStep()
    {
        BeginStep(++_steps);
        _stepsSinceSettled++;
        if (_tables.Length > 0)
            Defer(_stepsSinceSettled);
    }

    /// <summary>Ends it; whether changes of rows without gradients are put off.</summary>
    internal bool EndStep()
    {
        if (_stepsSinceSettled == MostSteps)
            Settle();
        return _tables.Length > 0 && _stepsSinceSettled > 0;
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
    /// Makes up for what was put off for rows of a table, which get gradients in the step to come; threads may do so with different rows at
    /// once. If that step is not taken after all, call <see cref="Settle"/>.
    /// </summary>
    internal void CatchUp(int table, int* rows, int count)
    {
        Table own = _tables[table];
        fixed (int* clocks = own.Clocks)
            CatchUp(RowsAt(own.Offset, rows, count, own.Stride), clocks, _stepsSinceSettled);
    }

    /// <summary>Makes up for all that was put off.</summary>
    internal void Settle()
    {
        const int Block = 256;
        int* rows = stackalloc int[Block];
        for (int table = 0; table < _tables.Length; table++)
        {
            int[] clocks = _tables[table].Clocks;
            for (int first = 0; first < clocks.Length; first += Block)
            {
                int count = Math.Min(Block, clocks.Length - first);
                for (int i = 0; i < count; i++)
                    rows[i] = first + i;
                CatchUp(table, rows, count);
            }

            Array.Clear(clocks);
        }

        _stepsSinceSettled = 0;
    }

    /// <summary>Computes what is the same for all weights in a step, counted from 1.</summary>
    private protected virtual void BeginStep(long step)
    {
    }

    /// <summary>Prepares for putting changes off.</summary>
    private protected abstract void BeginDeferring();

    /// <summary>Notes what the step does to a weight without a gradient.</summary>
    /// <param name="step">The step, counted from 1 since all was made up for.</param>
    private protected virtual void Defer(int step)
    {
    }

    /// <summary>Changes rows of weights by their gradients, which lie one behind the other.</summary>
    private protected abstract void Update(in WeightRows rows, float* gradients);

    /// <summary>Changes rows of weights by the steps that were put off.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="clocks">
    /// For each row of the table the step that it stands at, counted as in <see cref="Defer"/>, or the next one for rows that get gradients in
    /// that. To be set to the next one.
    /// </param>
    /// <param name="now">The step to bring it to.</param>
    private protected abstract void CatchUp(in WeightRows rows, int* clocks, int now);

    private WeightRows RowsAt(int offset, int* indexes, int count, int stride)
        => new(_weights!.Start + offset, _state!.Start + offset, _weights.Length, indexes, count, stride);

    private sealed class Table(ParameterInfo parameter)
    {
        public int Offset { get; } = parameter.Offset;

        public int Stride { get; } = parameter.Stride;

        public int[] Clocks { get; } = new int[parameter.Shape[0]];
    }
}
