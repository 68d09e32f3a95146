namespace StaticNet;

/// <summary>Enlarges an image by a whole number: Keras' <c>UpSampling2D</c>.</summary>
/// <param name="height">By how much the height is multiplied, at least 1.</param>
/// <param name="width">By how much the width is multiplied, at least 1.</param>
/// <remarks>From an image (rows, columns, channels) to (rows * height, columns * width, channels).</remarks>
/// <example>
/// <code>
/// [Model(28, 28, 1)]
/// [Conv2D(16, 3, ReLU, Padding = Padding.Same)]
/// [MaxPooling2D(2)]
/// [UpSampling2D(2)]                            // (14, 14, 16) to (28, 28, 16)
/// [Conv2D(1, 3, Sigmoid, Padding = Padding.Same)]
/// [Flatten]                                    // a loss compares rows of numbers
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Denoiser;
/// </code>
/// </example>
public sealed class UpSampling2DAttribute(int height, int width) : LayerAttribute
{
    /// <summary>The same on both axes.</summary>
    /// <param name="size">By how much height and width are multiplied, at least 1.</param>
    public UpSampling2DAttribute(int size = 2)
        : this(size, size)
    {
    }

    /// <summary>By how much the height is multiplied.</summary>
    public int Height { get; } = height;

    /// <summary>By how much the width is multiplied.</summary>
    public int Width { get; } = width;

    /// <summary>
    /// What the new pixels show: by default each pixel is repeated. <see cref="Interpolation.Bilinear"/> takes pixels as squares with their
    /// value in the middle; beyond the middle of the outermost pixels their value goes on.
    /// </summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Nearest;
}
