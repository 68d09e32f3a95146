namespace StaticNet;

/// <summary>In which directions <see cref="RandomFlipAttribute"/> mirrors an image.</summary>
public enum FlipMode
{
    /// <summary>Left to right and top to bottom, both at once: the image turned upside down.</summary>
    HorizontalAndVertical,

    /// <summary>Left to right.</summary>
    Horizontal,

    /// <summary>Top to bottom.</summary>
    Vertical,
}
