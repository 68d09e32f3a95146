namespace StaticNet;

/// <summary>
/// A window moves over the image; each output is an activation of a weighted sum of all channels of all pixels in the window, with the same
/// weights at every place: Keras' <c>Conv2D</c>.
/// </summary>
/// <param name="filters">How many channels come out, at least 1.</param>
/// <param name="kernelHeight">The height of the window, at least 1.</param>
/// <param name="kernelWidth">The width of the window, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From an image (height, width, channels) to one of <see cref="Filters"/> channels, whose size <see cref="Padding"/> tells; the
/// kernel has the shape (kernelHeight, kernelWidth, channels / groups, filters), the bias (filters).
/// </remarks>
/// <example>
/// <code>
/// [Model(28, 28, 1)]
/// [Conv2D(32, 3, ReLU)]
/// [MaxPooling2D(2)]
/// [Conv2D(64, 3, ReLU, Padding = Padding.Same)]
/// [Flatten]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class MnistCnn;
/// </code>
/// </example>
public sealed class Conv2DAttribute(int filters, int kernelHeight, int kernelWidth, Activation activation = Activation.Linear)
    : LayerAttribute
{
    /// <summary>With a square window.</summary>
    /// <param name="filters">How many channels come out, at least 1.</param>
    /// <param name="kernelSize">The height and width of the window, at least 1.</param>
    /// <param name="activation">What is applied to the sums; by default nothing.</param>
    public Conv2DAttribute(int filters, int kernelSize, Activation activation = Activation.Linear)
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

    /// <summary>How far the window moves from one output to the next, on both axes.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>How far the window moves down the image; 0, the default, is <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>How far the window moves along a row; 0, the default, is <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>What the window meets at the edges.</summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>
    /// The distance of two neighbours in the window, on both axes: above 1 the window has holes and sees more of the image. Above 1 only
    /// where all strides are 1, as in Keras.
    /// </summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The distance of two neighbours down the image; 0, the default, is <see cref="DilationRate"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>The distance of two neighbours along a row; 0, the default, is <see cref="DilationRate"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>
    /// Into how many groups the channels are split, each with filters / groups filters that see no other group. Divides the channels and
    /// the filters.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias, starting from 0, is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernel starts from.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;
}
