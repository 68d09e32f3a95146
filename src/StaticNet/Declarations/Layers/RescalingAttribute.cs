namespace StaticNet;

/// <summary>Multiplies by a constant and adds another: y = x * scale + offset, Keras' <c>Rescaling</c>.</summary>
/// <param name="scale">What is multiplied by: <c>1.0 / 255</c> brings bytes to the range from 0 to 1.</param>
/// <param name="offset">What is added.</param>
/// <remarks>For any shape, which stays.</remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Rescaling(1.0 / 255)]
/// [Conv2D(32, 3, ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class RescalingAttribute(double scale, double offset = 0) : LayerAttribute
{
    /// <summary>What is multiplied by.</summary>
    public double Scale { get; } = scale;

    /// <summary>What is added.</summary>
    public double Offset { get; } = offset;
}
