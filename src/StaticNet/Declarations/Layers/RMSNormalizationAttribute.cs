namespace StaticNet;

/// <summary>
/// Divides each row, along the last axis, by the root of its mean square: y = scale x / sqrt(mean of x² + epsilon) with a learned scale,
/// starting from 1; Keras' <c>RMSNormalization</c> (Zhang and Sennrich 2019). Training and predictions compute the same.
/// </summary>
/// <remarks>For any shape; the scale has the shape of the last axis.</remarks>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, ReLU)]
/// [RMSNormalization]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class RMSNormalizationAttribute : LayerAttribute
{
    /// <summary>What is added to the mean square, so that the root is never 0.</summary>
    public double Epsilon { get; set; } = 1e-6;
}
