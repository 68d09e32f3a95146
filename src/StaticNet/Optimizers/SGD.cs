using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// Gradient descent with Keras' rule: w -= rate · g. With momentum, v = momentum · v - rate · g and w += v; with Nesterov's variant
/// w += momentum · v - rate · g (Sutskever et al. 2013).
/// </summary>
/// <param name="learningRate">The size of a step; 0.01 by default.</param>
public sealed unsafe class SGD(float learningRate = 1e-2f) : Optimizer(learningRate)
{
    /// <summary>How much of the last step is taken again; 0 by default, in [0, 1).</summary>
    public float Momentum { get; init => field = Guard.Fraction(value, nameof(Momentum)); }

    /// <summary>Whether to look ahead by the momentum; off by default, and without effect where the momentum is 0.</summary>
    public bool Nesterov { get; init; }

    private protected override int StateSize => Momentum > 0 ? 1 : 0;

    private protected override void Update(float* weights, float* gradients, float* state, int stateStride, int count)
    {
        if (Momentum > 0) OptimizerKernels.Momentum(weights, gradients, state, count, LearningRate, Momentum, Nesterov);
        else OptimizerKernels.Descend(weights, gradients, count, LearningRate);
    }
}
