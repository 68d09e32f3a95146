namespace StaticNet;

/// <summary>
/// While training, adds normally distributed noise of mean 0. Does nothing when predicting. The noise is decided by the model's seed, the
/// step and the sample alone.
/// </summary>
/// <param name="stddev">The standard deviation of the noise, from 0 to 1.</param>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(10)]
/// [GaussianNoise(0.1)]
/// [Dense(64, ReLU)]
/// [Dense(1)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Prices;
/// </code>
/// </example>
public sealed class GaussianNoiseAttribute(double stddev) : LayerAttribute
{
    /// <summary>The standard deviation of the noise.</summary>
    public double Stddev { get; } = stddev;
}
