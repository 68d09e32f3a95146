using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The sizes of an image, as constants: pixels row by row, each a row of channels. A sequence is an image of one row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IImageShape
{
    /// <summary>Rows of pixels.</summary>
    static abstract int Height { get; }

    /// <summary>Pixels in a row.</summary>
    static abstract int Width { get; }

    /// <summary>Numbers in a pixel.</summary>
    static abstract int Channels { get; }

    /// <summary>Floats from one pixel to the next: the channels, or the channels rounded up to a multiple of 16.</summary>
    static abstract int Stride { get; }
}
