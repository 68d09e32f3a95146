namespace StaticNet;

/// <summary>Cuts off the ends of a sequence: Keras' <c>Cropping1D</c>.</summary>
/// <param name="left">How many of the first steps are cut off, at least 0.</param>
/// <param name="right">How many of the last steps are cut off, at least 0.</param>
/// <remarks>From a sequence (steps, channels) to (steps - left - right, channels). At least one step is left.</remarks>
public sealed class Cropping1DAttribute(int left, int right) : LayerAttribute
{
    /// <summary>The same at both ends.</summary>
    /// <param name="cropping">How many steps are cut off at each end, at least 0.</param>
    public Cropping1DAttribute(int cropping = 1)
        : this(cropping, cropping)
    {
    }

    /// <summary>How many of the first steps are cut off.</summary>
    public int Left { get; } = left;

    /// <summary>How many of the last steps are cut off.</summary>
    public int Right { get; } = right;
}
