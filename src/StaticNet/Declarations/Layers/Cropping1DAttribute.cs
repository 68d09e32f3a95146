namespace StaticNet;

/// <summary>Cuts off the ends of a sequence: Keras' <c>Cropping1D</c>.</summary>
/// <param name="left">How many of the first steps are cut off, at least 0.</param>
/// <param name="right">How many of the last steps are cut off, at least 0.</param>
/// <remarks>From a sequence (steps, channels) to (steps - left - right, channels). At least one step is left.</remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [Cropping1D(10, 0)]                          // without the first ten steps
/// [Conv1D(32, 5, ReLU)]
/// [GlobalAveragePooling1D]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class Cropping1DAttribute(int left, int right) : LayerAttribute
{
    /// <summary>The same at both ends.</summary>
    /// <param name="cropping">How many steps are cut off at each end, at least 0.</param>
    public Cropping1DAttribute(int cropping = 1)
        : this(cropping, cropping)
    {
    }

    /// <summary>How many of the first steps are cut off.</summary>
    public int Left { get; } = left;

    /// <summary>How many of the last steps are cut off.</summary>
    public int Right { get; } = right;
}
