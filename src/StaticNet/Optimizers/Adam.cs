using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// Adam (Kingma and Ba 2015) with Keras' rule: m and v are running means of the gradient and its square, and after t steps
/// w -= rate · sqrt(1 - beta2^t) / (1 - beta1^t) · m / (sqrt(v) + epsilon).
/// </summary>
/// <param name="learningRate">The size of a step; 0.001 by default.</param>
/// <example>
/// <code>
/// var adam = new Adam(0.0005) { Beta2 = 0.99 };
/// model.Fit(train, new FitOptions { Epochs = 5, Optimizer = adam });
/// </code>
/// </example>
public sealed unsafe class Adam(double learningRate = 1e-3) : Optimizer(learningRate)
{
    /// <summary>
    /// The largest step there is: as many of them as are ever deferred sum to a finite number, so that weights without gradients, padding
    /// among them, stay where they are (0 times infinity would not be 0).
    /// </summary>
    private const double MaxRate = float.MaxValue / (4.0 * MaxDeferredSteps);

    /// <summary>
    /// The least number that keeps the division defined where v is 0. Squares that are kept have at least such a root, so that it does not
    /// change what is divided by where they are not near it.
    /// </summary>
    private const float MinEpsilon = Tiny.Root;

    private AdamDecay? _decay;
    private float _rate;

    /// <summary>How much of m stays at each step; 0.9 by default, in [0, 1).</summary>
    public double Beta1 { get; init => field = Guard.FloatFraction(value, nameof(Beta1)); } = 0.9;

    /// <summary>How much of v stays at each step; 0.999 by default, in [0, 1).</summary>
    public double Beta2 { get; init => field = Guard.FloatFraction(value, nameof(Beta2)); } = 0.999;

    /// <summary>Keeps the division defined; 1e-7 by default, at least 0. A weight without gradients stays where it is, also with 0.</summary>
    public double Epsilon { get; init => field = Guard.FloatNotNegative(value, nameof(Epsilon)); } = 1e-7;

    internal override IReadOnlyList<string> Slots => ["m", "v"];

    internal override IEnumerable<(string Name, double Value)> Settings => [(nameof(Beta1), Beta1), (nameof(Beta2), Beta2), (nameof(Epsilon), Epsilon)];

    private protected override void BeginStep(long step)
        => _rate = (float)Math.Min(Rate * Math.Sqrt(1 - Math.Pow(FloatBeta2, step)) / (1 - Math.Pow(FloatBeta1, step)), MaxRate);

    private float FloatBeta1 => (float)Beta1;

    private float FloatBeta2 => (float)Beta2;

    private float Divisor => Math.Max((float)Epsilon, MinEpsilon);

    private protected override void BeginDeferring(int widestRow, GuardedMemory? guards)
        => _decay = new AdamDecay(FloatBeta1, FloatBeta2, MaxDeferredSteps, widestRow, guards);

    private protected override void Defer(int step) => _decay!.Record(step, _rate);

    private protected override void Update(in WeightRows rows, float* gradients)
        => OptimizerKernels.Adam(rows, gradients, _rate, 1 - FloatBeta1, 1 - FloatBeta2, Divisor);

    private protected override void ApplyDeferred(in WeightRows rows, int* lastSteps, int now) => _decay!.Apply(rows, lastSteps, now, Divisor);
}
