namespace StaticNet;

/// <summary>How a value between pixels is found.</summary>
public enum Interpolation
{
    /// <summary>The nearest pixel.</summary>
    Nearest,

    /// <summary>The four nearest pixels, each the more the nearer it is.</summary>
    Bilinear,
}
