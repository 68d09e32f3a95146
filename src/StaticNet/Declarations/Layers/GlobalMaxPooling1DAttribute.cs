namespace StaticNet;

/// <summary>Of each channel keeps the largest value over all steps: Keras' <c>GlobalMaxPooling1D</c>.</summary>
/// <remarks>From a sequence (steps, channels) to (channels), or to (1, channels) with <see cref="KeepDims"/>.</remarks>
/// <example>
/// <code>
/// [Model(100, 6)]
/// [Conv1D(32, 5, ReLU)]
/// [GlobalMaxPooling1D]                         // (96, 32) to (32)
/// [Dense(5, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class GlobalMaxPooling1DAttribute : LayerAttribute
{
    /// <summary>Whether the output is a sequence of one step instead of a row of numbers.</summary>
    public bool KeepDims { get; set; }
}
