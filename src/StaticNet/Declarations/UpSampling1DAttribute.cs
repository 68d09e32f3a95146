namespace StaticNet;

/// <summary>Repeats each step of a sequence: Keras' <c>UpSampling1D</c>.</summary>
/// <param name="size">How often each step stands in the output, at least 1.</param>
/// <remarks>From a sequence (steps, channels) to (steps * size, channels).</remarks>
public sealed class UpSampling1DAttribute(int size = 2) : LayerAttribute
{
    /// <summary>How often each step stands in the output.</summary>
    public int Size { get; } = size;
}
