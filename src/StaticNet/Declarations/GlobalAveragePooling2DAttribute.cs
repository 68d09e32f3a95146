namespace StaticNet;

/// <summary>Of each channel keeps the mean over the whole image: Keras' <c>GlobalAveragePooling2D</c>.</summary>
/// <remarks>From an image (height, width, channels) to (channels), or to (1, 1, channels) with <see cref="KeepDims"/>.</remarks>
public sealed class GlobalAveragePooling2DAttribute : LayerAttribute
{
    /// <summary>Whether the output is an image of one pixel instead of a row of numbers.</summary>
    public bool KeepDims { get; set; }
}
