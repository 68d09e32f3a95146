namespace StaticNet;

/// <summary>
/// While training, sets a random part of the channels of each image to 0, whole channels at a time, and divides the others by 1 - rate
/// (Tompson et al. 2015). Does nothing when predicting. Which channels fall is decided by the model's seed, the step and the sample alone.
/// </summary>
/// <param name="rate">The part that is set to 0, from 0 up to, not including, 1.</param>
/// <remarks>For an image (height, width, channels); the shape stays.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(32, 3, ReLU)]
/// [SpatialDropout2D(0.2)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class SpatialDropout2DAttribute(double rate) : LayerAttribute
{
    /// <summary>The part that is set to 0.</summary>
    public double Rate { get; } = rate;
}
