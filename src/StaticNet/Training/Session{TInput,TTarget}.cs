using StaticNet.Kernels;

namespace StaticNet;

/// <summary>The memory of a training: a batch, the work space of a step and the gradients. Made once, used for every step.</summary>
internal sealed unsafe class Session<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly MemoryPlan _plan;
    private readonly AlignedBuffer _inputs;
    private readonly AlignedBuffer _targets;
    private readonly AlignedBuffer _workspace;
    private readonly int _inputSize;
    private readonly int _targetSize;

    public Session(ModelInfo info, int targetSize, int capacity)
    {
        _plan = info.Memory;
        _inputSize = info.InputSize;
        _targetSize = targetSize;
        Capacity = capacity;
        Gradients = new AlignedBuffer(_plan.Parameters);
        _inputs = new AlignedBuffer((long)capacity * _inputSize);
        _targets = new AlignedBuffer((long)capacity * targetSize);
        _workspace = new AlignedBuffer(_plan.TrainingScratch + ((long)capacity * _plan.TrainingPerSample));
    }

    /// <summary>The largest batch there is room for.</summary>
    public int Capacity { get; }

    /// <summary>The gradients of the last step, laid out as the parameters.</summary>
    public AlignedBuffer Gradients { get; }

    /// <summary>The places of the samples of the next step.</summary>
    public Span<TInput> Input(int row) => new((TInput*)_inputs.Start + ((nint)row * _inputSize), _inputSize);

    /// <summary>The places of their targets.</summary>
    public Span<TTarget> Target(int row) => new((TTarget*)_targets.Start + ((nint)row * _targetSize), _targetSize);

    /// <summary>The step on the first <paramref name="rows"/> samples.</summary>
    public TrainingStep<TInput, TTarget> Step(AlignedBuffer weights, int rows, uint randomKey) => new()
    {
        Inputs = new((TInput*)_inputs.Start),
        Targets = new((TTarget*)_targets.Start),
        Rows = rows,
        Parameters = new(weights.Start),
        Gradients = new(Gradients.Start),
        Scratch = new(_workspace.Start),
        Buffers = new(_workspace.Start + _plan.TrainingScratch),
        RandomKey = randomKey,
    };
}
