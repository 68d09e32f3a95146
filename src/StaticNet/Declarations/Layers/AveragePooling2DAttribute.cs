namespace StaticNet;

/// <summary>
/// A window moves over the image; of each channel the mean of the window is kept: Keras' <c>AveragePooling2D</c>. Places beyond the edges
/// count neither in the sum nor in the number.
/// </summary>
/// <param name="poolHeight">The height of the window, at least 1.</param>
/// <param name="poolWidth">The width of the window, at least 1.</param>
/// <remarks>From an image (height, width, channels) to a smaller one of as many channels.</remarks>
/// <example>
/// <code>
/// [Model(28, 28, 1)]
/// [Conv2D(6, 5, Tanh)]
/// [AveragePooling2D(2)]
/// [Flatten]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class LeNet;
/// </code>
/// </example>
public sealed class AveragePooling2DAttribute(int poolHeight, int poolWidth) : LayerAttribute
{
    /// <summary>With a square window.</summary>
    /// <param name="poolSize">The height and width of the window, at least 1.</param>
    public AveragePooling2DAttribute(int poolSize = 2)
        : this(poolSize, poolSize)
    {
    }

    /// <summary>The height of the window.</summary>
    public int PoolHeight { get; } = poolHeight;

    /// <summary>The width of the window.</summary>
    public int PoolWidth { get; } = poolWidth;

    /// <summary>
    /// How far the window moves from one output to the next, on both axes; 0, the default, is the size of the window, so that windows do
    /// not overlap.
    /// </summary>
    public int Strides { get; set; }

    /// <summary>How far the window moves down the image; 0, the default, is <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>How far the window moves along a row; 0, the default, is <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>What the window meets at the edges; with <see cref="Padding.Valid"/>, pixels that fill no window are left out.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
