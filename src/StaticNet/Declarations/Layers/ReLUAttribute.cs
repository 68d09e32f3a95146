namespace StaticNet;

/// <summary>
/// x above the threshold, at most the largest value, and slope (x - threshold) below: Keras' <c>ReLU</c> layer. Without options it is
/// <see cref="Activation.ReLU"/>.
/// </summary>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(16, 3, UseBias = false)]
/// [BatchNormalization]
/// [ReLU(MaxValue = 6)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class ReLUAttribute : LayerAttribute
{
    /// <summary>The largest result, at least 0; by default there is none.</summary>
    public double MaxValue { get; set; } = double.PositiveInfinity;

    /// <summary>The slope below the threshold, at least 0.</summary>
    public double NegativeSlope { get; set; }

    /// <summary>Up to here the slope counts, above it x stays; at least 0.</summary>
    public double Threshold { get; set; }
}
