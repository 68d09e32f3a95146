namespace StaticNet;

/// <summary>Of each channel keeps the largest value over all steps: Keras' <c>GlobalMaxPooling1D</c>.</summary>
/// <remarks>From a sequence (steps, channels) to (channels), or to (1, channels) with <see cref="KeepDims"/>.</remarks>
public sealed class GlobalMaxPooling1DAttribute : LayerAttribute
{
    /// <summary>Whether the output is a sequence of one step instead of a row of numbers.</summary>
    public bool KeepDims { get; set; }
}
