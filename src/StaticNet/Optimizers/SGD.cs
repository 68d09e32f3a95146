using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// Gradient descent with Keras' rule: w -= rate · g. With momentum, v = momentum · v - rate · g and w += v; with Nesterov's variant
/// w += momentum · v - rate · g (Sutskever et al. 2013).
/// </summary>
/// <param name="learningRate">The size of a step; 0.01 by default.</param>
/// <example>
/// <code>
/// var sgd = new SGD(0.1) { Momentum = 0.9, Nesterov = true };
/// model.Fit(train, new FitOptions { Epochs = 5, Optimizer = sgd });
/// </code>
/// </example>
public sealed unsafe class SGD(double learningRate = 1e-2) : Optimizer(learningRate)
{
    // By the number of steps without a gradient: how much of the velocity is left, and how far it has carried the weight, in velocities.
    private (float Kept, float Distance)[] _decay = [];

    /// <summary>How much of the last step is taken again; 0 by default, in [0, 1).</summary>
    public double Momentum { get; init => field = Guard.FloatFraction(value, nameof(Momentum)); }

    /// <summary>Whether to look ahead by the momentum; off by default, and without effect where the momentum is 0.</summary>
    public bool Nesterov { get; init; }

    internal override IReadOnlyList<string> Slots => Momentum > 0 ? ["velocity"] : [];

    internal override IEnumerable<(string Name, double Value)> Settings => [(nameof(Momentum), Momentum), (nameof(Nesterov), Nesterov ? 1 : 0)];

    private float FloatMomentum => (float)Momentum;

    private protected override void BeginDeferring(int widestRow, GuardedMemory? guards)
    {
        _decay = new (float, float)[MaxDeferredSteps + 1];
        for (int steps = 0; steps < _decay.Length; steps++)
        {
            double left = Math.Pow(FloatMomentum, steps);
            _decay[steps] = ((float)left, (float)((1 - left) * FloatMomentum / (1 - FloatMomentum) * (Nesterov ? FloatMomentum : 1)));
        }
    }

    private protected override void Update(in WeightRows rows, float* gradients)
    {
        if (Momentum > 0) OptimizerKernels.Momentum(rows, gradients, Rate, FloatMomentum, Nesterov);
        else OptimizerKernels.Descend(rows, gradients, Rate);
    }

    private protected override void ApplyDeferred(in WeightRows rows, int* lastSteps, int now)
    {
        if (Momentum == 0)
            return;
        for (int i = 0; i < rows.Count; i++)
        {
            int row = rows.Indexes[i];
            (float kept, float distance) = _decay[Math.Max(0, now - lastSteps[row])];
            lastSteps[row] = now + 1;
            OptimizerKernels.MomentumDecay(rows.Weights + ((nint)row * rows.Stride), rows.State + ((nint)row * rows.Stride), rows.Stride, kept, distance);
        }
    }
}
