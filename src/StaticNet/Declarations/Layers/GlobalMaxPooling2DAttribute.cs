namespace StaticNet;

/// <summary>Of each channel keeps the largest value over the whole image: Keras' <c>GlobalMaxPooling2D</c>.</summary>
/// <remarks>From an image (height, width, channels) to (channels), or to (1, 1, channels) with <see cref="KeepDims"/>.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(64, 3, ReLU)]
/// [GlobalMaxPooling2D]                         // (30, 30, 64) to (64)
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class GlobalMaxPooling2DAttribute : LayerAttribute
{
    /// <summary>Whether the output is an image of one pixel instead of a row of numbers.</summary>
    public bool KeepDims { get; set; }
}
