namespace StaticNet;

/// <summary>
/// Shifts and scales groups of channels of each sample to mean 0 and variance 1: y = gamma (x - mean) / sqrt(variance + epsilon) + beta, Keras'
/// <c>GroupNormalization</c> (Wu and He 2018). Training and predictions compute the same, whatever the batch.
/// </summary>
/// <remarks>
/// For any shape; channels are the last axis, whose length gamma and beta have. Mean and variance are those of all places before it and the channels
/// of a group. One group is a normalisation of the whole sample; as many as there are channels, or -1, make it an instance normalisation.
/// </remarks>
/// <example>
/// <code>
/// [Model(32, 32, 3)]
/// [Conv2D(64, 3), GroupNormalization(Groups = 16), Activation(ReLU)]
/// [GlobalAveragePooling2D]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Pictures;
/// </code>
/// </example>
public sealed class GroupNormalizationAttribute : LayerAttribute
{
    /// <summary>The groups, a divisor of the number of channels; -1 for one each channel. By default 32.</summary>
    public int Groups { get; set; } = 32;

    /// <summary>What is added to the variance, so that the root is never 0.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether a learned beta, starting from 0, is added.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether the result is multiplied by a learned gamma, starting from 1.</summary>
    public bool Scale { get; set; } = true;
}
