namespace StaticNet;

/// <summary>
/// A convolution in two steps: first of each channel by itself, as <see cref="DepthwiseConv1DAttribute"/>, then of all channels of one
/// step. It needs far fewer weights and products than <see cref="Conv1DAttribute"/>. Keras' <c>SeparableConv1D</c>.
/// </summary>
/// <param name="filters">How many channels come out, at least 1.</param>
/// <param name="kernelSize">The steps in the window, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From a sequence (steps, channels) to one of <see cref="Filters"/> channels; the weights are depthwise_kernel
/// (kernelSize, channels, depthMultiplier), pointwise_kernel (1, channels * depthMultiplier, filters) and bias (filters). Bias and
/// activation come after the second convolution; between the two there is neither.
/// </remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [SeparableConv1D(32, 5, ReLU)]
/// [GlobalAveragePooling1D]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class SeparableConv1DAttribute(int filters, int kernelSize, Activation activation = Activation.Linear) : LayerAttribute
{
    /// <summary>How many channels come out.</summary>
    public int Filters { get; } = filters;

    /// <summary>The steps in the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>What is applied to the sums.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>How many steps the window moves from one output to the next.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>What the window meets at the ends.</summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>How many channels each input channel becomes, at least 1.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>
    /// The distance of two neighbours in the window: above 1 the window has holes and sees more of the sequence. Above 1 only where the
    /// strides are 1, as in Keras.
    /// </summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>Whether a bias, starting from 0, is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the first kernel starts from.</summary>
    public Initializer DepthwiseInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>What the second kernel starts from.</summary>
    public Initializer PointwiseInitializer { get; set; } = Initializer.GlorotUniform;
}
