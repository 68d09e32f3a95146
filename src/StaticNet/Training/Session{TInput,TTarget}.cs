using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The memory of a training and the steps on it. A step has two phases. Samples are shared out for the first, forward and backward
/// through the activations; weights for the second, gradients and optimizer. So nothing has to be added up across threads, and every
/// bit is the same for any number of them.
/// </summary>
internal sealed unsafe class Session<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly TrainableModel<TInput, TTarget> _model;
    private readonly AlignedBuffer _inputs;
    private readonly AlignedBuffer _targets;
    private readonly AlignedBuffer _buffers;
    private readonly AlignedBuffer _derived;
    private readonly SampleLoss[] _losses;
    private readonly int _inputSize;
    private readonly int _targetSize;
    private readonly int _roomPerPart;
    private readonly TouchedRows[] _touched;
    private readonly Phase _load;
    private readonly Phase _touch;
    private readonly Phase _propagate;
    private readonly Phase _update;
    private AlignedBuffer? _gradients;
    private AlignedBuffer? _scratch;
    private TrainingStep<TInput, TTarget> _step;
    private Dataset<TInput, TTarget>? _data;
    private ReadOnlyMemory<int> _samples;
    private int _phase;

    public Session(TrainableModel<TInput, TTarget> model, int targetSize, int capacity)
    {
        MemoryPlan plan = model.Info.Memory;
        _model = model;
        _inputSize = model.Info.InputSize;
        _targetSize = targetSize;
        _roomPerPart = Math.Max(plan.GradientBlock, plan.Scratch);
        Capacity = capacity;
        _inputs = new AlignedBuffer((long)capacity * _inputSize);
        _targets = new AlignedBuffer((long)capacity * targetSize);
        _buffers = new AlignedBuffer((long)capacity * plan.TrainingPerSample);
        _derived = new AlignedBuffer(plan.Derived);
        _losses = GC.AllocateArray<SampleLoss>(capacity, pinned: true);
        _touched = [.. model.Info.Parameters.Where(parameter => parameter.IsTable)
            .Select((parameter, table) => new TouchedRows(table, parameter.Shape[0], checked(capacity * _inputSize)))];
        _load = new Phase(Load);
        _touch = new Phase(Touch);
        _propagate = new Phase(Propagate);
        _update = new Phase(Update);
    }

    /// <summary>The largest batch there is room for.</summary>
    public int Capacity { get; }

    /// <summary>The gradients, laid out as the parameters, where they were kept.</summary>
    public AlignedBuffer Gradients => _gradients ??= new AlignedBuffer(_model.Info.Memory.Parameters);

    /// <summary>The places of the first samples of the next step.</summary>
    public Span<TInput> Inputs(int samples) => new((TInput*)_inputs.Start, samples * _inputSize);

    /// <summary>The places of their targets.</summary>
    public Span<TTarget> Targets(int samples) => new((TTarget*)_targets.Start, samples * _targetSize);

    /// <summary>Makes what is derived from the weights anew; due whenever something else than a step may have changed them.</summary>
    public void Prepare()
    {
        _model.PrepareCore(_model.Weights.Start, _derived.Start);
        KeepAlive();
    }

    /// <summary>The first phase on samples that are in place already.</summary>
    public SampleLoss Propagate(int batch, uint randomKey, int threads, Optimizer? optimizer)
        => Propagate(null, default, batch, randomKey, threads, optimizer);

    /// <summary>The first phase on samples of a data set, which each thread copies for itself.</summary>
    /// <param name="data">The data set; null where samples are in place.</param>
    /// <param name="samples">Which of its samples.</param>
    /// <param name="batch">How many.</param>
    /// <param name="randomKey">What random choices go by.</param>
    /// <param name="threads">How many threads share the work.</param>
    /// <param name="optimizer">The optimizer that is to take the step; null where gradients are to be kept.</param>
    public SampleLoss Propagate(
        Dataset<TInput, TTarget>? data, ReadOnlyMemory<int> samples, int batch, uint randomKey, int threads, Optimizer? optimizer)
    {
        (_data, _samples) = (data, samples);
        threads = Math.Min(threads, batch);
        _ = Scratch(threads);
        fixed (SampleLoss* losses = _losses)
        {
            _step = new TrainingStep<TInput, TTarget>
            {
                Inputs = (TInput*)_inputs.Start,
                Targets = (TTarget*)_targets.Start,
                Batch = batch,
                Parameters = _model.Weights.Start,
                Derived = _derived.Start,
                Buffers = _buffers.Start,
                Losses = losses,
                RandomKey = randomKey,
                Tables = _touched,
            };
        }

        // Rows of tables are brought up to date before any thread reads one.
        if (_touched.Length > 0)
        {
            Workers.Run(_load, threads);
            _data = null;
            foreach (TouchedRows touched in _touched)
                touched.Begin(optimizer, batch * _inputSize, threads);
            Workers.Run(_touch, threads);
        }

        for (_phase = 0; _phase < _model.Info.Memory.Phases; _phase++)
        {
            Workers.Run(_propagate, threads);
            _model.CombineCore(_step, _phase);
        }

        double loss = 0, correct = 0;
        for (int row = 0; row < batch; row++)
        {
            loss += _losses[row].Loss;
            correct += _losses[row].Correct;
        }

        _data = null;
        KeepAlive();
        return new SampleLoss(loss, correct);
    }

    /// <summary>The second phase: the gradients are kept.</summary>
    public void KeepGradients(int threads) => RunUpdate(new GradientSink(Gradients, Scratch(threads), _roomPerPart), threads);

    /// <summary>The second phase: the optimizer takes its step.</summary>
    public void TakeStep(Optimizer optimizer, int threads)
    {
        optimizer.BeginStep();
        RunUpdate(new GradientSink(optimizer, Scratch(threads), _roomPerPart), threads);
        _model.WeightsChanged(optimizer.EndStep() ? optimizer : null);
        GC.KeepAlive(optimizer);
    }

    // Room for each thread, in one phase or another.
    private AlignedBuffer Scratch(int threads)
    {
        long floats = (long)_roomPerPart * threads;
        return _scratch is { } scratch && scratch.Length >= floats ? scratch : _scratch = new AlignedBuffer(floats);
    }

    private void RunUpdate(GradientSink sink, int threads)
    {
        _step = _step with { Gradients = sink };
        Workers.Run(_update, threads);
        KeepAlive();
    }

    private (int First, int Last) SamplesOf(int part, int parts)
        => ((int)((long)_step.Batch * part / parts), (int)((long)_step.Batch * (part + 1) / parts));

    private void Load(int part, int parts)
    {
        if (_data is null)
            return;
        (int first, int last) = SamplesOf(part, parts);
        ReadOnlySpan<int> samples = _samples.Span;
        Span<TInput> inputs = Inputs(_step.Batch);
        Span<TTarget> targets = Targets(_step.Batch);
        for (int row = first; row < last; row++)
        {
            _data.Input(samples[row]).CopyTo(inputs[(row * _inputSize)..]);
            _data.Target(samples[row]).CopyTo(targets[(row * _targetSize)..]);
        }
    }

    private void Touch(int part, int parts) => _model.TouchCore(_step, part, parts);

    private void Propagate(int part, int parts)
    {
        if (_phase == 0)
            Load(part, parts);
        (int first, int last) = SamplesOf(part, parts);

        // A few samples go all the way while they are in the cache.
        int most = _model.Info.Memory.TrainingRows;
        TrainingStep<TInput, TTarget> step = _step with { Scratch = _scratch!.Start + ((nint)part * _roomPerPart) };
        for (int tile = first; tile < last; tile += most)
            _model.PropagateCore(step, _phase, tile, Math.Min(most, last - tile));
    }

    private void Update(int part, int parts) => _model.UpdateCore(_step, part, parts);

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
