namespace StaticNet;

/// <summary>Cuts off the edges of an image: Keras' <c>Cropping2D</c>.</summary>
/// <param name="top">How many rows are cut off at the top, at least 0.</param>
/// <param name="bottom">How many rows are cut off at the bottom, at least 0.</param>
/// <param name="left">How many columns are cut off on the left, at least 0.</param>
/// <param name="right">How many columns are cut off on the right, at least 0.</param>
/// <remarks>
/// From an image (height, width, channels) to (height - top - bottom, width - left - right, channels). At least one pixel is left.
/// </remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Cropping2D(4)]                              // (32, 32, 3) to (24, 24, 3)
/// [Conv2D(16, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class Cropping2DAttribute(int top, int bottom, int left, int right) : LayerAttribute
{
    /// <summary>The same on all four sides.</summary>
    /// <param name="cropping">How many rows and columns are cut off on each side, at least 0.</param>
    public Cropping2DAttribute(int cropping)
        : this(cropping, cropping, cropping, cropping)
    {
    }

    /// <summary>The same on opposite sides.</summary>
    /// <param name="height">How many rows are cut off at the top, and as many at the bottom, at least 0.</param>
    /// <param name="width">How many columns are cut off on the left, and as many on the right, at least 0.</param>
    public Cropping2DAttribute(int height, int width)
        : this(height, height, width, width)
    {
    }

    /// <summary>How many rows are cut off at the top.</summary>
    public int Top { get; } = top;

    /// <summary>How many rows are cut off at the bottom.</summary>
    public int Bottom { get; } = bottom;

    /// <summary>How many columns are cut off on the left.</summary>
    public int Left { get; } = left;

    /// <summary>How many columns are cut off on the right.</summary>
    public int Right { get; } = right;
}
