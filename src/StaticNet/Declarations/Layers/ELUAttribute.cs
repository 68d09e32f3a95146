namespace StaticNet;

/// <summary>x above 0, alpha (exp(x) - 1) below: Keras' <c>ELU</c> layer (Clevert et al. 2015).</summary>
/// <param name="alpha">What the result comes near far below 0, without its sign; at least 0.</param>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(10)]
/// [Dense(64)]
/// [ELU(0.5)]
/// [Dense(1)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Prices;
/// </code>
/// </example>
public sealed class ELUAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>What the result comes near far below 0, without its sign.</summary>
    public double Alpha { get; } = alpha;
}
