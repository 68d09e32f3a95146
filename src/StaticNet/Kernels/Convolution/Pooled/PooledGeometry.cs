using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>What follows from the sizes of a convolution whose sums are pooled, two by two.</summary>
internal static class PooledGeometry<TShape>
    where TShape : struct, IConvolutionShape
{
    /// <summary>Rows of cells.</summary>
    public static int Height
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputHeight / 2;
    }

    /// <summary>Cells of a row.</summary>
    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.OutputWidth / 2;
    }

    /// <summary>Cells of a sample.</summary>
    public static int Cells
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Height * Width;
    }

    /// <summary>Rows of the kernel.</summary>
    public static int KernelRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.KernelHeight * TShape.KernelWidth * TShape.Channels;
    }

    /// <summary>Floats of a window whose pixels are as far apart as the input's.</summary>
    public static int WindowFloats
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.KernelHeight * TShape.KernelWidth * TShape.InputStride;
    }

    /// <summary>From the window of one cell to that of the next.</summary>
    public static int CellStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TShape.StrideWidth * TShape.InputStride;
    }

    /// <summary>From the windows of one row of cells to those of the next.</summary>
    public static int RowStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TShape.StrideHeight * Geometry<TShape>.Pitch;
    }

    /// <summary>From a cell's first window to that of another of its four sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ChoiceStep(int choice)
        => ((choice >> 1) * TShape.StrideHeight * Geometry<TShape>.Pitch) + ((choice & 1) * TShape.StrideWidth * TShape.InputStride);
}
