namespace StaticNet.Kernels;

/// <summary>
/// Pixels of a convolution's input whose gradients come from the same part of the kernel. Where the window moves by more than a pixel
/// there are as many classes as places in a step; each is a convolution of the output's gradient by single steps, with the kernel's part
/// flipped.
/// </summary>
/// <param name="Row">The row of the first pixel; the others follow at the distance of the strides.</param>
/// <param name="Column">Its column.</param>
/// <param name="Rows">Rows of pixels.</param>
/// <param name="Columns">Pixels of a row.</param>
/// <param name="Height">Rows of the kernel's part.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Top">The row of the output that the first row of that part lies on at the first pixel; below 0 where that is above the image.</param>
/// <param name="Left">The same for columns.</param>
internal readonly record struct PixelClass(int Row, int Column, int Rows, int Columns, int Height, int Width, int Top, int Left)
{
    /// <summary>
    /// The class of the pixels that lie under this row and column of the kernel, or under those behind them by multiples of the strides.
    /// </summary>
    public static PixelClass Of<TShape>(int rowClass, int columnClass)
        where TShape : struct, IConvolutionShape
    {
        (int row, int rows, int height, int top) = Along(
            rowClass, TShape.InputHeight, TShape.KernelHeight, TShape.StrideHeight, TShape.DilationHeight, TShape.PaddingTop);
        (int column, int columns, int width, int left) = Along(
            columnClass, TShape.InputWidth, TShape.KernelWidth, TShape.StrideWidth, TShape.DilationWidth, TShape.PaddingLeft);
        return new PixelClass(row, column, rows, columns, height, width, top, left);

        static (int First, int Count, int Taps, int Start) Along(int @class, int size, int kernel, int stride, int dilation, int padding)
        {
            // The first pixel is the padding before the class, or multiples of the stride behind that.
            int first = (((@class - padding) % stride) + stride) % stride, taps = kernel <= @class ? 0 : ((kernel - 1 - @class) / stride) + 1;
            return (first, Math.Max(0, (size - first + stride - 1) / stride), taps, ((first + padding - @class) / stride) - ((taps - 1) * dilation));
        }
    }
}
