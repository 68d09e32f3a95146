using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The sizes of a PReLU, as constants. The axes before the last are taken as three, outer, middle and inner, along each of which the rows of
/// alpha either go on or stay the same.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPReLUShape
{
    /// <summary>The length of the outer axis.</summary>
    static abstract int Outer { get; }

    /// <summary>The length of the middle axis.</summary>
    static abstract int Middle { get; }

    /// <summary>The length of the inner axis.</summary>
    static abstract int Inner { get; }

    /// <summary>The rows of alpha from one place of the outer axis to the next; 0 where they share one.</summary>
    static abstract int OuterStep { get; }

    /// <summary>The same of the middle axis.</summary>
    static abstract int MiddleStep { get; }

    /// <summary>The same of the inner axis.</summary>
    static abstract int InnerStep { get; }

    /// <summary>Numbers in a row.</summary>
    static abstract int Channels { get; }

    /// <summary>Whether a row shares a single alpha, the first of a row of alpha.</summary>
    static abstract bool SharesChannels { get; }

    /// <summary>Floats from one row of the input to the next: the channels, or the channels rounded up to a multiple of 16.</summary>
    static abstract int InputStride { get; }

    /// <summary>Floats from one row of the output to the next: the channels rounded up to a multiple of 16.</summary>
    static abstract int Stride { get; }

    /// <summary>Floats from one row of alpha to the next, a multiple of 16.</summary>
    static abstract int AlphaStride { get; }

    /// <summary>The floats of alpha.</summary>
    static abstract int AlphaFloats { get; }
}
