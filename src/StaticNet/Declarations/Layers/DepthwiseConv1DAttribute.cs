namespace StaticNet;

/// <summary>
/// A convolution of each channel by itself: a window moves along the sequence, and each output is an activation of a weighted sum of one
/// channel of the steps in the window. Keras' <c>DepthwiseConv1D</c>.
/// </summary>
/// <param name="kernelSize">The steps in the window, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From a sequence (steps, channels) to one of channels * <see cref="DepthMultiplier"/> channels, of which c * depthMultiplier + m comes
/// from channel c; the kernel has the shape (kernelSize, channels, depthMultiplier), the bias one number a channel of the output.
/// </remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [DepthwiseConv1D(5, ReLU)]
/// [GlobalAveragePooling1D]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class DepthwiseConv1DAttribute(int kernelSize, Activation activation = Activation.Linear) : LayerAttribute
{
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

    /// <summary>What the kernel starts from.</summary>
    public Initializer DepthwiseInitializer { get; set; } = Initializer.GlorotUniform;
}
