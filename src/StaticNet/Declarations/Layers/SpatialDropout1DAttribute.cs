namespace StaticNet;

/// <summary>
/// While training, sets a random part of the channels of each sequence to 0, whole channels at a time, and divides the others by 1 - rate.
/// Does nothing when predicting. Which channels fall is decided by the model's seed, the step of the training and the sample alone. Keras'
/// <c>SpatialDropout1D</c>.
/// </summary>
/// <param name="rate">The part that is set to 0, from 0 up to, not including, 1.</param>
/// <remarks>For a sequence (steps, channels); the shape stays.</remarks>
/// <example>
/// <code>
/// [Model(200)]
/// [Embedding(10_000, 32)]
/// [SpatialDropout1D(0.2)]
/// [LSTM(32)]
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class SpatialDropout1DAttribute(double rate) : LayerAttribute
{
    /// <summary>The part that is set to 0.</summary>
    public double Rate { get; } = rate;
}
