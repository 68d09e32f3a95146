using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes and options of a normalisation over the channels of pixels, or over the pixels of channels, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INormalizationShape
{
    /// <summary>Pixels of a sample; 1 where a sample is a single row of numbers.</summary>
    static abstract int Pixels { get; }

    /// <summary>Numbers in a pixel.</summary>
    static abstract int Channels { get; }

    /// <summary>Floats from one pixel of the input to the next: the channels, or the channels rounded up to a multiple of 16.</summary>
    static abstract int InputStride { get; }

    /// <summary>Floats from one pixel of the output to the next, and of each weight: the channels rounded up to a multiple of 16.</summary>
    static abstract int Stride { get; }

    /// <summary>Whether there is a gamma, by which results are multiplied. Where there is none, kernels read nothing at its place.</summary>
    static abstract bool UsesScale { get; }

    /// <summary>Whether there is a beta, which is added. Where there is none, kernels read nothing at its place.</summary>
    static abstract bool UsesCenter { get; }

    /// <summary>What is added to the variance.</summary>
    static abstract float Epsilon { get; }
}
