namespace StaticNet;

/// <summary>
/// While training, mirrors an image with a probability of one half: Keras' <c>RandomFlip</c>. Does nothing when predicting. Whether an
/// image is mirrored is decided by the model's seed, the step and the sample alone.
/// </summary>
/// <param name="mode">In which directions.</param>
/// <remarks>For an image (height, width, channels); the shape stays.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [RandomFlip(FlipMode.Horizontal)]
/// [Conv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class RandomFlipAttribute(FlipMode mode = FlipMode.HorizontalAndVertical) : LayerAttribute
{
    /// <summary>In which directions.</summary>
    public FlipMode Mode { get; } = mode;
}
