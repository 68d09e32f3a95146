namespace StaticNet;

/// <summary>
/// Shifts and scales each channel to mean 0 and variance 1: y = gamma (x - mean) / sqrt(variance + epsilon) + beta, Keras'
/// <c>BatchNormalization</c> (Ioffe and Szegedy 2015). While training, mean and variance are those of the batch, over all samples and
/// places; predictions use moving averages of them.
/// </summary>
/// <remarks>
/// For any shape; a channel is an index of the last axis. The weights gamma, beta, moving_mean and moving_variance have the shape
/// (channels). The moving averages start from 0 and 1 and are not trained: a step on a batch makes them moving * momentum + batch * (1 -
/// momentum). The variance is that of the batch itself in both places, as in Keras, not the unbiased estimate.
/// </remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(16, 3, UseBias = false)]
/// [BatchNormalization]
/// [Activation(ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class BatchNormalizationAttribute : LayerAttribute
{
    /// <summary>How much of the moving averages a step keeps, at least 0 and less than 1.</summary>
    public double Momentum { get; set; } = 0.99;

    /// <summary>What is added to the variance, so that the root is never 0.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether a learned beta, starting from 0, is added.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether the result is multiplied by a learned gamma, starting from 1.</summary>
    public bool Scale { get; set; } = true;
}
