namespace StaticNet;

/// <summary>Of each channel keeps the mean over all steps, of those that count where there is a mask: Keras' <c>GlobalAveragePooling1D</c>.</summary>
/// <remarks>
/// From a sequence (steps, channels) to (channels), or to (1, channels) with <see cref="KeepDims"/>. A sequence of which no step counts
/// gives 0, where Keras gives NaN.
/// </remarks>
/// <example>
/// <code>
/// [Model(200)]
/// [Embedding(10_000, 32)]
/// [GlobalAveragePooling1D]                     // (200, 32) to (32)
/// [Dense(1, Sigmoid)]
/// [Loss(Loss.BinaryCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class GlobalAveragePooling1DAttribute : LayerAttribute
{
    /// <summary>Whether the output is a sequence of one step instead of a row of numbers.</summary>
    public bool KeepDims { get; set; }
}
