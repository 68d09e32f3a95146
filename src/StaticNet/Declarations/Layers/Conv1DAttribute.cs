namespace StaticNet;

/// <summary>
/// A window moves along the sequence; each output is an activation of a weighted sum of all channels of all steps in the window, with the
/// same weights at every place: Keras' <c>Conv1D</c>.
/// </summary>
/// <param name="filters">How many channels come out, at least 1.</param>
/// <param name="kernelSize">The steps in the window, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From a sequence (steps, channels) to one of <see cref="Filters"/> channels, whose length <see cref="Padding"/> tells; the kernel has the
/// shape (kernelSize, channels / groups, filters), the bias (filters).
/// </remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [Conv1D(32, 5, ReLU)]
/// [GlobalAveragePooling1D]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class Conv1DAttribute(int filters, int kernelSize, Activation activation = Activation.Linear) : LayerAttribute
{
    /// <summary>How many channels come out.</summary>
    public int Filters { get; } = filters;

    /// <summary>The steps in the window.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>What is applied to the sums.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>How many steps the window moves from one output to the next.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>What the window meets at the ends. <see cref="Padding.Causal"/> keeps it from seeing later steps.</summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>
    /// The distance of two neighbours in the window: above 1 the window has holes and sees more of the sequence. Above 1 only where the
    /// strides are 1, as in Keras.
    /// </summary>
    public int DilationRate { get; set; } = 1;

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
