using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>What follows from the sizes of a convolution.</summary>
internal static class Geometry<TShape>
    where TShape : struct, IConvolutionShape
{
    /// <summary>Whether the windows reach over the edges, so that the image is copied into a larger one of zeros.</summary>
    public static bool IsPadded
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.PaddingTop > 0 || TShape.PaddingLeft > 0
            || TShape.ImageHeight != TShape.InputHeight || TShape.ImageWidth != TShape.InputWidth;
    }

    /// <summary>Floats from one row of that image to the next.</summary>
    public static int Pitch
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.ImageWidth * TShape.InputStride;
    }

    /// <summary>Floats of that image.</summary>
    public static int ImageFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.ImageHeight * TShape.ImageWidth * TShape.InputStride;
    }

    /// <summary>Floats of the image that comes in.</summary>
    public static int InputFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.InputHeight * TShape.InputWidth * TShape.InputStride;
    }

    /// <summary>Floats of the image that goes out.</summary>
    public static int OutputFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputHeight * TShape.OutputWidth * TShape.OutputStride;
    }

    /// <summary>Whether the pixels of a window's row lie without gaps.</summary>
    public static bool RowsAreRuns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.DilationWidth == 1 && TShape.InputStride == TShape.Channels;
    }

    /// <summary>Whether the window is a single pixel and visits each, so that the convolution is a dense layer along the channels.</summary>
    public static bool IsPointwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.KernelHeight == 1 && TShape.KernelWidth == 1 && TShape.StrideHeight == 1 && TShape.StrideWidth == 1
            && TShape.OutputHeight == TShape.InputHeight && TShape.OutputWidth == TShape.InputWidth;
    }

    /// <summary>Floats of a row of a kernel: those for a row of the window.</summary>
    public static int KernelRowFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.KernelWidth * TShape.Channels * TShape.OutputStride;
    }

    // The gradient of the input is a convolution of the output's gradient. Where the window moves by more than a pixel, the pixels of the
    // input fall into classes that are multiplied with different parts of the kernel; each class is a convolution by single steps.

    /// <summary>Rows of zeros above the output's gradient.</summary>
    public static int GradientTop
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ConvolutionSizes.ZerosBefore(TShape.KernelHeight, TShape.StrideHeight, TShape.DilationHeight);
    }

    /// <summary>Columns of zeros to its left.</summary>
    public static int GradientLeft
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ConvolutionSizes.ZerosBefore(TShape.KernelWidth, TShape.StrideWidth, TShape.DilationWidth);
    }

    /// <summary>Rows of the output's gradient, padded with zeros.</summary>
    public static int GradientHeight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ConvolutionSizes.PaddedGradient(TShape.InputHeight, TShape.PaddingTop, TShape.KernelHeight, TShape.StrideHeight, TShape.DilationHeight);
    }

    /// <summary>Its columns.</summary>
    public static int GradientWidth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ConvolutionSizes.PaddedGradient(TShape.InputWidth, TShape.PaddingLeft, TShape.KernelWidth, TShape.StrideWidth, TShape.DilationWidth);
    }

    /// <summary>Floats from one row of it to the next.</summary>
    public static int GradientPitch
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => GradientWidth * TShape.OutputStride;
    }

    /// <summary>The rows or columns of a kernel that a class is multiplied with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Taps(int kernel, int stride, int @class) => kernel <= @class ? 0 : ((kernel - 1 - @class) / stride) + 1;
}
