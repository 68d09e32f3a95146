using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of one convolution, as constants that the compiler folds into the kernel made for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConvolutionShape
{
    /// <summary>Rows of the image that comes in.</summary>
    static abstract int InputHeight { get; }

    /// <summary>Its columns.</summary>
    static abstract int InputWidth { get; }

    /// <summary>The numbers of a pixel.</summary>
    static abstract int Channels { get; }

    /// <summary>Floats from one pixel to the next.</summary>
    static abstract int InputStride { get; }

    /// <summary>Rows of the image in which the windows lie: that which comes in, or a larger one where they reach over its edges.</summary>
    static abstract int ImageHeight { get; }

    /// <summary>Its columns.</summary>
    static abstract int ImageWidth { get; }

    /// <summary>Rows of the image that goes out.</summary>
    static abstract int OutputHeight { get; }

    /// <summary>Its columns.</summary>
    static abstract int OutputWidth { get; }

    /// <summary>The numbers of a pixel that goes out.</summary>
    static abstract int Filters { get; }

    /// <summary>
    /// Floats from one pixel to the next: the filters rounded up to a multiple of 16. The rows of the kernel lie as far apart.
    /// </summary>
    static abstract int OutputStride { get; }

    /// <summary>Rows of the window.</summary>
    static abstract int KernelHeight { get; }

    /// <summary>Its columns.</summary>
    static abstract int KernelWidth { get; }

    /// <summary>How far the window moves down the image.</summary>
    static abstract int StrideHeight { get; }

    /// <summary>How far it moves along a row.</summary>
    static abstract int StrideWidth { get; }

    /// <summary>The distance of two rows of the window.</summary>
    static abstract int DilationHeight { get; }

    /// <summary>The distance of two columns of the window.</summary>
    static abstract int DilationWidth { get; }

    /// <summary>Rows of zeros above the image.</summary>
    static abstract int PaddingTop { get; }

    /// <summary>Columns of zeros to its left.</summary>
    static abstract int PaddingLeft { get; }
}
