using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The rule by which gradients change weights. An optimizer keeps its running means from step to step; it belongs to the first model
/// it is used with. Pass the same one to a later <c>Fit</c> to go on where training stopped, a new one to start afresh.
/// </summary>
public abstract unsafe class Optimizer
{
    private AlignedBuffer? _weights;
    private AlignedBuffer? _state;
    private long _steps;

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
    internal void Bind(AlignedBuffer weights)
    {
        if (ReferenceEquals(_weights, weights))
            return;
        if (_weights is not null)
        {
            throw new InvalidOperationException(
                $"This {GetType().Name} has already trained another model and keeps running means of that model's gradients. Use a new one for each model.");
        }

        _weights = weights;
        _state = new AlignedBuffer(StateSize * weights.Length);
    }

    /// <summary>Begins a step: from here on until the next, all blocks of gradients are of this one.</summary>
    internal void BeginStep() => BeginStep(++_steps);

    /// <summary>Changes a block of weights by its gradients; threads may do so with different blocks at once.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <param name="offset">The first of the weights.</param>
    /// <param name="count">How many, a multiple of 16.</param>
    internal void Update(float* gradients, int offset, int count)
        => Update(_weights!.Start + offset, gradients, _state!.Start + offset, _weights.Length, count);

    /// <summary>Computes what is the same for all weights in a step, counted from 1.</summary>
    private protected virtual void BeginStep(long step)
    {
    }

    /// <summary>Changes weights by their gradients; each block of the state lies <paramref name="stateStride"/> behind the one before.</summary>
    private protected abstract void Update(float* weights, float* gradients, float* state, int stateStride, int count);
}
