namespace StaticNet;

/// <summary>
/// Shifts and scales each row, along the last axis, to mean 0 and variance 1: y = gamma (x - mean) / sqrt(variance + epsilon) + beta,
/// Keras' <c>LayerNormalization</c> (Ba et al. 2016). Training and predictions compute the same.
/// </summary>
/// <remarks>For any shape; gamma and beta have the shape of the last axis.</remarks>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, ReLU)]
/// [LayerNormalization]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class LayerNormalizationAttribute : LayerAttribute
{
    /// <summary>What is added to the variance, so that the root is never 0.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether a learned beta, starting from 0, is added.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether the result is multiplied by a learned gamma, starting from 1.</summary>
    public bool Scale { get; set; } = true;
}
