using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// The memory of a training and the steps on it. A step has two phases. Samples are shared out for the first, forward and backward
/// through the activations; weights for the second, gradients and optimizer. So no sum is shared out among threads, and every
/// bit is the same for any number of them. Rows of tables are brought up to date before the first, which reads them.
/// </summary>
internal sealed unsafe class Session<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly TrainableModel<TInput, TTarget> _model;
    private readonly AlignedBuffer<TInput> _inputs;
    private readonly AlignedBuffer<TTarget> _targets;
    private readonly AlignedBuffer _buffers;
    private readonly AlignedBuffer _derived;
    private readonly AlignedBuffer<SampleLoss> _losses;
    private readonly int _inputSize;
    private readonly int _targetSize;
    private readonly Totals _totals;
    private readonly int _scratchPerPart;
    private readonly TableRows[] _tableRows;
    private readonly Phase _load;
    private readonly Phase _findTableRows;
    private readonly Phase _propagate;
    private readonly Phase _update;
    private AlignedBuffer? _scratch;
    private TrainingStep<TInput, TTarget> _step;
    private Dataset<TInput, TTarget>? _data;
    private ReadOnlyMemory<int> _samples;
    private long _derivedVersion = -1;
    private int _phase;

    public Session(TrainableModel<TInput, TTarget> model, int capacity)
    {
        int targetSize = model.TargetSize;
        MemoryPlan plan = model.Info.Memory;
        RequireCapacity(model.Info, targetSize, capacity, nameof(FitOptions.BatchSize));
        GuardedMemory? guards = model.Guards;
        _model = model;
        _inputSize = model.Info.InputSize;
        _targetSize = targetSize;
        _totals = new Totals(model.Info.Outputs);
        _scratchPerPart = Math.Max(plan.GradientBlock, plan.Scratch);
        Capacity = capacity;
        _inputs = new AlignedBuffer<TInput>((long)capacity * _inputSize, "the samples of the batch", guards);
        _targets = new AlignedBuffer<TTarget>((long)capacity * targetSize, "the targets of the batch", guards);
        _buffers = new AlignedBuffer((long)capacity * plan.TrainingPerSample, "the work space of a step", guards, startsUndefined: true);
        _derived = new AlignedBuffer(plan.Derived, "what a training derives from the weights", guards, startsUndefined: true);
        _losses = new AlignedBuffer<SampleLoss>((long)capacity * model.LossRows, "the losses of the batch", guards, startsUndefined: true);
        _tableRows = [.. model.Info.Parameters.Where(parameter => parameter.IsTable)
            .Select((parameter, table) => new TableRows(table, parameter.Shape[0], TokensOf(model.Info, parameter), capacity, guards))];
        _load = new Phase(Load);
        _findTableRows = new Phase(FindTableRows);
        _propagate = new Phase(Propagate);
        _update = new Phase(Update);
    }

    /// <summary>The largest batch there is room for.</summary>
    public int Capacity { get; }

    /// <summary>The samples of the step; of several inputs a block each.</summary>
    public TInput* Inputs => _inputs.Start;

    /// <summary>Their targets; of several outputs a block each.</summary>
    public TTarget* Targets => _targets.Start;

    /// <summary>Where the losses of the samples go.</summary>
    public SampleLoss* Losses => _losses.Start;

    /// <summary>Puts samples in place for the next step.</summary>
    /// <exception cref="ArgumentException">A token or label is out of range.</exception>
    public void Load(ReadOnlySpan<TInput> inputs, ReadOnlySpan<TTarget> targets)
    {
        _inputs.Use(inputs.Length);
        _targets.Use(targets.Length);
        _model.Copy(inputs, targets, _inputs.Start, _targets.Start, inputs.Length / _inputSize, 0, 0, nameof(inputs), nameof(targets));
        GC.KeepAlive(this);
    }

    /// <summary>The first phase on samples that are in place already.</summary>
    public Totals Propagate(int batch, uint randomKey, int threads, Optimizer? optimizer)
        => Propagate(null, default, batch, randomKey, threads, optimizer);

    /// <summary>The first phase on samples of a data set, which each thread copies for itself.</summary>
    /// <param name="data">The data set; null where samples are in place.</param>
    /// <param name="samples">Which of its samples.</param>
    /// <param name="batch">How many.</param>
    /// <param name="randomKey">The key of random choices.</param>
    /// <param name="threads">How many threads share the work.</param>
    /// <param name="optimizer">The optimizer that is to take the step; null where gradients are to be kept.</param>
    /// <returns>The losses of the batch, which last until the next step.</returns>
    public Totals Propagate(
        Dataset<TInput, TTarget>? data, ReadOnlyMemory<int> samples, int batch, uint randomKey, int threads, Optimizer? optimizer)
    {
        (_data, _samples) = (data, samples);
        _ = Scratch(PartsOf(batch, threads));
        if (data is not null)
        {
            _inputs.Use((long)batch * _inputSize);
            _targets.Use((long)batch * _targetSize);
        }

        _buffers.Use((long)batch * _model.Info.Memory.TrainingPerSample, isUndefined: true);
        _losses.Use((long)batch * _model.LossRows, isUndefined: true);
        _step = new TrainingStep<TInput, TTarget>
        {
            Inputs = _inputs.Start,
            Targets = _targets.Start,
            Batch = batch,
            Derived = _derived.Start,
            Buffers = _buffers.Start,
            Losses = _losses.Start,
            RandomKey = randomKey,
            Tables = _tableRows,
        };
        _model.Gate.BeginStep();
        try
        {
            return Propagate(batch, threads, optimizer);
        }
        finally
        {
            _data = null;
            _model.Gate.EndStep();
            KeepAlive();
        }
    }

    private Totals Propagate(int batch, int threads, Optimizer? optimizer)
    {
        // What is derived from the weights is made anew whenever something else than a step of this session has changed them.
        if (_derivedVersion != _model.Gate.Version)
        {
            _model.PrepareCore(_model.Weights.Start, _derived.Start);
            _derivedVersion = _model.Gate.Version;
        }

        // Rows of tables are brought up to date before any thread reads one.
        int parts = PartsOf(batch, threads);
        if (_tableRows.Length > 0)
        {
            Workers.Run(_load, parts);
            _data = null;
            foreach (TableRows rows in _tableRows)
                rows.Begin(optimizer, batch, parts);
            Workers.Run(_findTableRows, parts);
        }

        if ((_model.IsDense || batch == 1) && Crew.IsWorthwhile(threads, batch, _model.IsDense) && Crew.TryEnter(threads))
            PropagateWithCrew();
        else
            Propagate(parts);
        _totals.Clear();
        _totals.AddRows(_losses.Span[..(batch * _model.LossRows)], batch);
        _totals.EndBatch(batch);
        return _totals;
    }

    // Each thread takes whole samples.
    private static int PartsOf(int batch, int threads) => Math.Min(threads, batch);

    private void Propagate(int parts)
    {
        for (_phase = 0; _phase < _model.Info.Memory.Phases; _phase++)
        {
            Workers.Run(_propagate, parts);
            _model.ReduceCore(_step, _phase);
        }
    }

    // One part, whose kernels all threads share out.
    private void PropagateWithCrew()
    {
        try
        {
            Propagate(1);
        }
        finally
        {
            Crew.Leave();
        }
    }

    /// <summary>The second phase: the gradients are kept, laid out as the parameters.</summary>
    public void KeepGradients(AlignedBuffer gradients, int threads)
    {
        AlignedBuffer scratch = Scratch(threads);
        RunUpdate(new GradientSink(gradients, scratch, scratch.SegmentStride), threads);
        _model.Guards?.Check();
    }

    /// <summary>The second phase: the optimizer takes its step.</summary>
    public void TakeStep(Optimizer optimizer, int threads)
    {
        AlignedBuffer scratch = Scratch(threads);
        optimizer.BeginStep();
        RunUpdate(new GradientSink(optimizer, scratch, scratch.SegmentStride), threads);
        _model.Store.Changed(optimizer.EndStep() ? optimizer : null);
        _derivedVersion = _model.Gate.Version;
        GC.KeepAlive(optimizer);
        _model.Guards?.Check();
    }

    // A segment for each thread, in one phase or another.
    private AlignedBuffer Scratch(int threads)
        => _scratch is { } scratch && scratch.Segments >= threads
            ? scratch
            : _scratch = new AlignedBuffer(_scratchPerPart, "the scratch", _model.Guards, threads, startsUndefined: true);

    private void RunUpdate(GradientSink sink, int threads)
    {
        _step = _step with { Gradients = sink };
        _model.Gate.BeginStep();
        try
        {
            Workers.Run(_update, threads);
        }
        finally
        {
            _model.Gate.EndStep();
            KeepAlive();
        }
    }

    private (int First, int Last) SamplesOf(int part, int parts)
        => ((int)((long)_step.Batch * part / parts), (int)((long)_step.Batch * (part + 1) / parts));

    private void Load(int part, int parts)
    {
        if (_data is null)
            return;
        (int first, int last) = SamplesOf(part, parts);
        ReadOnlySpan<int> samples = _samples.Span;
        for (int row = first; row < last; row++)
        {
            int sample = samples[row];
            _model.Copy(
                _data.Input(sample), _data.Target(sample), _inputs.Start, _targets.Start, _step.Batch, row, sample, "data", "data");
        }
    }

    private void FindTableRows(int part, int parts) => _model.FindTableRowsCore(_step, part, parts);

    private void Propagate(int part, int parts)
    {
        if (_phase == 0)
            Load(part, parts);
        (int first, int last) = SamplesOf(part, parts);

        // A few samples go all the way while they are in the cache.
        int max = _model.Info.Memory.TrainingRows;
        TrainingStep<TInput, TTarget> step = _step with { Scratch = _scratch!.Start + ((nint)part * _scratch.SegmentStride) };
        for (int tile = first; tile < last; tile += max)
            _model.PropagateCore(step, _phase, tile, Math.Min(max, last - tile));
    }

    private void Update(int part, int parts) => _model.UpdateCore(_step, part, parts);

    // The places of a sample at which a table is read.
    private static int TokensOf(ModelInfo info, ParameterInfo table) => table.Inputs.Sum(input => info.Inputs[input].Size);

    // The largest of the buffers that grow with the batch says how large it may be.
    private static void RequireCapacity(ModelInfo info, int targetSize, int capacity, string argument)
    {
        int tokens = info.Parameters.Where(parameter => parameter.IsTable).Select(parameter => TokensOf(info, parameter)).DefaultIfEmpty().Max();
        int perSample = Math.Max(Math.Max(info.InputSize, targetSize), Math.Max(info.Memory.TrainingPerSample, tokens));
        int max = AlignedBuffer<float>.MaxLength / perSample;
        if (capacity > max)
        {
            throw new ArgumentOutOfRangeException(
                argument, capacity,
                Invariant($"{argument}: a step of {info.Name} on {capacity} samples at once needs a buffer of {(long)capacity * perSample} floats, and .NET holds {AlignedBuffer<float>.MaxLength} in one. Use batches of at most {max} samples."));
        }
    }

    private void KeepAlive()
    {
        GC.KeepAlive(_model);
        GC.KeepAlive(this);
    }

    private sealed class Phase(Action<int, int> action) : IParts
    {
        public void Do(int part, int parts) => action(part, parts);
    }
}
