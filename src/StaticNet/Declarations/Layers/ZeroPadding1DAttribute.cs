namespace StaticNet;

/// <summary>Puts zeros before and behind a sequence: Keras' <c>ZeroPadding1D</c>.</summary>
/// <param name="left">How many steps are added before the first one, at least 0.</param>
/// <param name="right">How many steps are added behind the last one, at least 0.</param>
/// <remarks>From a sequence (steps, channels) to (left + steps + right, channels).</remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [ZeroPadding1D(4, 0)]                        // four steps of zeros in front: no output sees a later step
/// [Conv1D(32, 5, ReLU)]
/// [GlobalAveragePooling1D]
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class ZeroPadding1DAttribute(int left, int right) : LayerAttribute
{
    /// <summary>The same at both ends.</summary>
    /// <param name="padding">How many steps are added at each end, at least 0.</param>
    public ZeroPadding1DAttribute(int padding = 1)
        : this(padding, padding)
    {
    }

    /// <summary>How many steps are added before the first one.</summary>
    public int Left { get; } = left;

    /// <summary>How many steps are added behind the last one.</summary>
    public int Right { get; } = right;
}
