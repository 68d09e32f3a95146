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
    private readonly AlignedBuffer _transposes;
    private readonly SampleLoss[] _losses;
    private readonly int _inputSize;
    private readonly int _targetSize;
    private readonly Phase _load;
    private readonly Phase _update;
    private AlignedBuffer? _gradients;
    private AlignedBuffer? _scratch;
    private TrainingStep<TInput, TTarget> _step;
    private Dataset<TInput, TTarget>? _data;
    private ReadOnlyMemory<int> _samples;

    public Session(TrainableModel<TInput, TTarget> model, int targetSize, int capacity)
    {
        MemoryPlan plan = model.Info.Memory;
        _model = model;
        _inputSize = model.Info.InputSize;
        _targetSize = targetSize;
        Capacity = capacity;
        _inputs = new AlignedBuffer((long)capacity * _inputSize);
        _targets = new AlignedBuffer((long)capacity * targetSize);
        _buffers = new AlignedBuffer((long)capacity * plan.TrainingPerSample);
        _transposes = new AlignedBuffer(plan.Transposes);
        _losses = GC.AllocateArray<SampleLoss>(capacity, pinned: true);
        _load = new Phase(LoadAndPropagate);
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
        _model.PrepareCore(new(_model.Weights.Start), new(_transposes.Start));
        KeepAlive();
    }

    /// <summary>The first phase on samples that are in place already.</summary>
    public SampleLoss Propagate(int batch, uint randomKey, int threads) => Propagate(null, default, batch, randomKey, threads);

    /// <summary>The first phase on samples of a data set, which each thread copies for itself.</summary>
    public SampleLoss Propagate(Dataset<TInput, TTarget>? data, ReadOnlyMemory<int> samples, int batch, uint randomKey, int threads)
    {
        (_data, _samples) = (data, samples);
        fixed (SampleLoss* losses = _losses)
        {
            _step = new TrainingStep<TInput, TTarget>
            {
                Inputs = new((TInput*)_inputs.Start),
                Targets = new((TTarget*)_targets.Start),
                Batch = batch,
                Parameters = new(_model.Weights.Start),
                Transposes = new(_transposes.Start),
                Buffers = new(_buffers.Start),
                Losses = new(losses),
                RandomKey = randomKey,
            };
        }

        Workers.Run(_load, Math.Min(threads, batch));
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
    public void KeepGradients(int threads) => RunUpdate(new GradientSink(Gradients), threads);

    /// <summary>The second phase: the optimizer takes its step.</summary>
    public void TakeStep(Optimizer optimizer, int threads)
    {
        int room = _model.Info.Memory.GradientBlock;
        if (_scratch is null || _scratch.Length < (long)room * threads)
            _scratch = new AlignedBuffer((long)room * threads);
        optimizer.BeginStep();
        RunUpdate(new GradientSink(optimizer, _scratch, room), threads);
        GC.KeepAlive(optimizer);
    }

    private void RunUpdate(GradientSink sink, int threads)
    {
        _step = _step with { Gradients = sink };
        Workers.Run(_update, threads);
        KeepAlive();
    }

    private void LoadAndPropagate(int part, int parts)
    {
        int batch = _step.Batch, first = (int)((long)batch * part / parts), last = (int)((long)batch * (part + 1) / parts);
        if (_data is not null)
        {
            ReadOnlySpan<int> samples = _samples.Span;
            Span<TInput> inputs = Inputs(batch);
            Span<TTarget> targets = Targets(batch);
            for (int row = first; row < last; row++)
            {
                _data.Input(samples[row]).CopyTo(inputs[(row * _inputSize)..]);
                _data.Target(samples[row]).CopyTo(targets[(row * _targetSize)..]);
            }
        }

        _model.PropagateCore(_step, first, last - first);
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
