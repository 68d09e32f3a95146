namespace StaticNet;

/// <summary>
/// A convolution the other way round: each pixel spreads over a window of the output, and windows that overlap add up. Keras'
/// <c>Conv2DTranspose</c>, used to enlarge images.
/// </summary>
/// <param name="filters">How many channels come out, at least 1.</param>
/// <param name="kernelHeight">The height of the window, at least 1.</param>
/// <param name="kernelWidth">The width of the window, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From an image (height, width, channels) to one of <see cref="Filters"/> channels; the kernel has the shape
/// (kernelHeight, kernelWidth, filters, channels), the bias (filters). A height or width of n, with strides s and a window that spans
/// k = (kernelSize - 1) * dilation + 1, becomes n * s + max(k - s, 0) with <see cref="Padding.Valid"/> and n * s with
/// <see cref="Padding.Same"/>; <see cref="OutputPadding"/> changes that.
/// </remarks>
/// <example>
/// <code>
/// [Model(28, 28, 1)]
/// [Conv2D(16, 3, ReLU, Strides = 2, Padding = Padding.Same)]
/// [Conv2DTranspose(1, 3, Sigmoid, Strides = 2, Padding = Padding.Same)]   // (14, 14, 16) to (28, 28, 1)
/// [Flatten]                                    // a loss compares rows of numbers
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Denoiser;
/// </code>
/// </example>
public sealed class Conv2DTransposeAttribute(int filters, int kernelHeight, int kernelWidth, Activation activation = Activation.Linear)
    : LayerAttribute
{
    /// <summary>With a square window.</summary>
    /// <param name="filters">How many channels come out, at least 1.</param>
    /// <param name="kernelSize">The height and width of the window, at least 1.</param>
    /// <param name="activation">What is applied to the sums; by default nothing.</param>
    public Conv2DTransposeAttribute(int filters, int kernelSize, Activation activation = Activation.Linear)
        : this(filters, kernelSize, kernelSize, activation)
    {
    }

    /// <summary>How many channels come out.</summary>
    public int Filters { get; } = filters;

    /// <summary>The height of the window.</summary>
    public int KernelHeight { get; } = kernelHeight;

    /// <summary>The width of the window.</summary>
    public int KernelWidth { get; } = kernelWidth;

    /// <summary>What is applied to the sums.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>How far apart the windows of two neighbouring inputs lie in the output, on both axes.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>How far apart the windows lie down the image; 0, the default, is <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>How far apart the windows lie along a row; 0, the default, is <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>
    /// Whether the output keeps all that the windows reach, or is cut at its edges to the size of the input times the strides; of an odd
    /// amount the smaller half is cut above and to the left.
    /// </summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>
    /// The distance of two neighbours in the window, on both axes: above 1 the window has holes and reaches further. Above 1 only
    /// where all strides are 1, as in Keras.
    /// </summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The distance of two neighbours down the image; 0, the default, is <see cref="DilationRate"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>The distance of two neighbours along a row; 0, the default, is <see cref="DilationRate"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>
    /// By how much the output is extended below and to the right, less than the strides: its size becomes (n - 1) * s + k + outputPadding
    /// with <see cref="Padding.Valid"/> and (n - 1) * s + k % 2 + outputPadding with <see cref="Padding.Same"/>. -1, the default, is Keras'
    /// <c>None</c>: the sizes above.
    /// </summary>
    public int OutputPadding { get; set; } = -1;

    /// <summary>Whether a bias, starting from 0, is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernel starts from.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;
}
