namespace StaticNet.Images;

/// <summary>The numbers of a pixel, Keras' <c>color_mode</c>. The value is how many there are.</summary>
public enum ColorMode
{
    /// <summary>One: how bright it is, 0.299 red + 0.587 green + 0.114 blue.</summary>
    Grayscale = 1,

    /// <summary>Red, green, blue.</summary>
    Rgb = 3,

    /// <summary>Red, green, blue, and how opaque it is.</summary>
    Rgba = 4,
}
