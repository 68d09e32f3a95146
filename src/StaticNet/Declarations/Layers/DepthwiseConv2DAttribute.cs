namespace StaticNet;

/// <summary>
/// A convolution of each channel by itself: a window moves over the image, and each output is an activation of a weighted sum of one
/// channel of the pixels in the window. Keras' <c>DepthwiseConv2D</c>.
/// </summary>
/// <param name="kernelHeight">The height of the window, at least 1.</param>
/// <param name="kernelWidth">The width of the window, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From an image (height, width, channels) to one of channels * <see cref="DepthMultiplier"/> channels, of which c * depthMultiplier + m
/// comes from channel c; the kernel has the shape (kernelHeight, kernelWidth, channels, depthMultiplier), the bias one number a channel of
/// the output.
/// </remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [DepthwiseConv2D(3, ReLU, DepthMultiplier = 4)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class DepthwiseConv2DAttribute(int kernelHeight, int kernelWidth, Activation activation = Activation.Linear) : LayerAttribute
{
    /// <summary>With a square window.</summary>
    /// <param name="kernelSize">The height and width of the window, at least 1.</param>
    /// <param name="activation">What is applied to the sums; by default nothing.</param>
    public DepthwiseConv2DAttribute(int kernelSize, Activation activation = Activation.Linear)
        : this(kernelSize, kernelSize, activation)
    {
    }

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

    /// <summary>What the kernel starts from.</summary>
    public Initializer DepthwiseInitializer { get; set; } = Initializer.GlorotUniform;
}
