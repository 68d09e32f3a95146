namespace StaticNet;

/// <summary>
/// A convolution in two steps: first of each channel by itself, as <see cref="DepthwiseConv2DAttribute"/>, then of all channels of one
/// pixel. It needs far fewer weights and products than <see cref="Conv2DAttribute"/> (Chollet 2017). Keras' <c>SeparableConv2D</c>.
/// </summary>
/// <param name="filters">How many channels come out, at least 1.</param>
/// <param name="kernelHeight">The height of the window, at least 1.</param>
/// <param name="kernelWidth">The width of the window, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From an image (height, width, channels) to one of <see cref="Filters"/> channels; the weights are depthwise_kernel
/// (kernelHeight, kernelWidth, channels, depthMultiplier), pointwise_kernel (1, 1, channels * depthMultiplier, filters) and bias (filters).
/// Bias and activation come after the second step; between the two there is neither.
/// </remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [SeparableConv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class SeparableConv2DAttribute(int filters, int kernelHeight, int kernelWidth, Activation activation = Activation.Linear)
    : LayerAttribute
{
    /// <summary>With a square window.</summary>
    /// <param name="filters">How many channels come out, at least 1.</param>
    /// <param name="kernelSize">The height and width of the window, at least 1.</param>
    /// <param name="activation">What is applied to the sums; by default nothing.</param>
    public SeparableConv2DAttribute(int filters, int kernelSize, Activation activation = Activation.Linear)
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

    /// <summary>How many channels each input channel becomes, at least 1.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>
    /// The distance of two neighbours in the window, on both axes: above 1 the window has holes and sees more of the image. Above 1 only
    /// where all strides are 1, as in Keras.
    /// </summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The distance of two neighbours down the image; 0, the default, is <see cref="DilationRate"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>The distance of two neighbours along a row; 0, the default, is <see cref="DilationRate"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>Whether a bias, starting from 0, is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernel of the first step starts from.</summary>
    public Initializer DepthwiseInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>What the kernel of the second step starts from.</summary>
    public Initializer PointwiseInitializer { get; set; } = Initializer.GlorotUniform;
}
