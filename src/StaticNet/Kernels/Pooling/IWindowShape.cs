using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The sizes of windows that wander over an image, as constants. Windows may reach over the edges, where there is nothing, but each
/// has a cell inside.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWindowShape
{
    /// <summary>Rows of the input.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Pixels in a row of the input.</summary>
    static abstract int InputWidth { get; }

    /// <summary>Numbers in a pixel of input and output.</summary>
    static abstract int Channels { get; }

    /// <summary>Floats from one pixel to the next: the channels, or the channels rounded up to a multiple of 16.</summary>
    static abstract int Stride { get; }

    /// <summary>Rows of the output: window positions from top to bottom.</summary>
    static abstract int OutputHeight { get; }

    /// <summary>Pixels in a row of the output: window positions from left to right.</summary>
    static abstract int OutputWidth { get; }

    /// <summary>Rows of a window.</summary>
    static abstract int WindowHeight { get; }

    /// <summary>Cells in a row of a window.</summary>
    static abstract int WindowWidth { get; }

    /// <summary>Rows from one window to the one below.</summary>
    static abstract int StrideHeight { get; }

    /// <summary>Pixels from one window to the one on its right.</summary>
    static abstract int StrideWidth { get; }

    /// <summary>Rows by which the first windows reach over the upper edge.</summary>
    static abstract int PaddingTop { get; }

    /// <summary>Pixels by which the first windows reach over the left edge.</summary>
    static abstract int PaddingLeft { get; }
}
