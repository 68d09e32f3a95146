namespace StaticNet;

/// <summary>
/// A window moves along the sequence; of each channel the largest value in the window is kept: Keras' <c>MaxPooling1D</c>.
/// </summary>
/// <param name="poolSize">The steps in the window, at least 1.</param>
/// <remarks>From a sequence (steps, channels) to a shorter one of as many channels.</remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [Conv1D(32, 5, ReLU)]
/// [MaxPooling1D(2)]
/// [GlobalAveragePooling1D]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class MaxPooling1DAttribute(int poolSize = 2) : LayerAttribute
{
    /// <summary>The steps in the window.</summary>
    public int PoolSize { get; } = poolSize;

    /// <summary>
    /// How many steps the window moves from one output to the next; 0, the default, is the size of the window, so that windows do not
    /// overlap.
    /// </summary>
    public int Strides { get; set; }

    /// <summary>What the window meets at the ends; with <see cref="Padding.Valid"/>, steps that fill no window are left out.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
