namespace StaticNet;

/// <summary>Surrounds an image with zeros: Keras' <c>ZeroPadding2D</c>.</summary>
/// <param name="top">How many rows are added at the top, at least 0.</param>
/// <param name="bottom">How many rows are added at the bottom, at least 0.</param>
/// <param name="left">How many columns are added on the left, at least 0.</param>
/// <param name="right">How many columns are added on the right, at least 0.</param>
/// <remarks>From an image (height, width, channels) to (height + top + bottom, width + left + right, channels).</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [ZeroPadding2D(1)]                           // (32, 32, 3) to (34, 34, 3)
/// [Conv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class ZeroPadding2DAttribute(int top, int bottom, int left, int right) : LayerAttribute
{
    /// <summary>The same on all four sides.</summary>
    /// <param name="padding">How many rows and columns are added on each side, at least 0.</param>
    public ZeroPadding2DAttribute(int padding = 1)
        : this(padding, padding, padding, padding)
    {
    }

    /// <summary>The same on opposite sides.</summary>
    /// <param name="height">How many rows are added at the top, and as many at the bottom, at least 0.</param>
    /// <param name="width">How many columns are added on the left, and as many on the right, at least 0.</param>
    public ZeroPadding2DAttribute(int height, int width)
        : this(height, height, width, width)
    {
    }

    /// <summary>How many rows are added at the top.</summary>
    public int Top { get; } = top;

    /// <summary>How many rows are added at the bottom.</summary>
    public int Bottom { get; } = bottom;

    /// <summary>How many columns are added on the left.</summary>
    public int Left { get; } = left;

    /// <summary>How many columns are added on the right.</summary>
    public int Right { get; } = right;
}
