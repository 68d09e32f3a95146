namespace StaticNet;

/// <summary>Repeats each step of a sequence: Keras' <c>UpSampling1D</c>.</summary>
/// <param name="size">How often each step stands in the output, at least 1.</param>
/// <remarks>From a sequence (steps, channels) to (steps * size, channels).</remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [Conv1D(16, 3, ReLU, Strides = 2, Padding = Padding.Same)]
/// [UpSampling1D(2)]                            // (50, 16) to (100, 16)
/// [Conv1D(6, 3, Padding = Padding.Same)]
/// [Flatten]                                    // a loss compares rows of numbers
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Smoother;
/// </code>
/// </example>
public sealed class UpSampling1DAttribute(int size = 2) : LayerAttribute
{
    /// <summary>How often each step stands in the output.</summary>
    public int Size { get; } = size;
}
