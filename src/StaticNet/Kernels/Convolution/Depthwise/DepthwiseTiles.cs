using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The convolution of each channel by itself: result[p, c] = finish(start[c] + Σ_t image[p + t, c] · kernel[t, c]). Forward pass and
/// gradient of the input differ only in their distances. Vectors run along the channels.
/// </summary>
/// <remarks>
/// A register tile holds the sums of several windows of a row. Each sum runs over the taps in order, so that its bits do not depend on the
/// tile it falls into.
/// </remarks>
internal static unsafe partial class DepthwiseTiles
{
    private const int MaxTileWindows = 14;

    /// <summary>Computes the results of one image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="kernel">The first tap.</param>
    /// <param name="kernelRow">From one row of taps to the next, in floats.</param>
    /// <param name="result">Where the first result goes.</param>
    /// <param name="resultRow">From one row of results to the next, in floats.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="epilogue">What sums start from, and how they are finished.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Run<TV, TPlane, TEpilogue>(
        float* image, float* kernel, nint kernelRow, float* result, nint resultRow, in DepthwiseWindows windows, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        nint line = (nint)windows.ImageWidth * TPlane.Stride;
        (int first, int end) = windows.WholeColumns();
        if (windows.CanSlide)
            (first, end) = (0, windows.Columns);
        for (int row = 0; row < windows.Rows; row++)
        {
            (int firstRow, int endRow) = windows.RowsInside(row);
            int rows = endRow - firstRow, above = (row * windows.StrideHeight) + (firstRow * windows.DilationHeight) - windows.Top;
            float* x = image + (above * line), w = kernel + (firstRow * kernelRow);
            nint step = windows.DilationHeight * line, element = row * resultRow;
            for (int column = 0; column < windows.Columns; column++)
            {
                if (column == first)
                    column = end;
                if (column == windows.Columns)
                    break;
                (int firstTap, int endTap) = windows.ColumnsInside(column);
                int left = (column * windows.StrideWidth) + (firstTap * windows.DilationWidth) - windows.Left;
                nint at = element + ((nint)column * TPlane.ResultStep);
                Window<TV, TPlane, TEpilogue>(
                    x + ((nint)left * TPlane.Stride), w + (firstTap * TPlane.KernelStep), result + at, rows, endTap - firstTap, step, kernelRow,
                    epilogue.At(0, at));
            }

            if (first == end)
                continue;
            int tiles = (end - first + MaxWindows<TV>() - 1) / MaxWindows<TV>();
            for (int c = 0; c < TPlane.Stride; c += TV.Count)
            {
                for (int tile = 0, column = first; tile < tiles; tile++)
                {
                    int count = (end - column) / (tiles - tile), left = (column * windows.StrideWidth) - windows.Left;
                    float* corner = x + ((nint)left * TPlane.Stride) + c, tap = w + c;
                    nint at = element + ((nint)column * TPlane.ResultStep) + c;
                    TEpilogue e = epilogue.At(c, at);
                    if (windows.CanSlide)
                        Slide<TV, TPlane, TEpilogue>(count, corner, tap, result + at, rows, -left, windows.ImageWidth - left, step, kernelRow, e);
                    else
                        Tile<TV, TPlane, TEpilogue>(count, corner, tap, result + at, rows, windows.Width, step, kernelRow, e);
                    column += count;
                }
            }
        }
    }

    private static int MaxWindows<TV>()
        where TV : unmanaged, ISimd<TV>
        => TV.RowVectors == 16 ? MaxTileWindows : 10;

    // The sums of neighbouring windows. Sizes are locals, so that the compiler has few calls to inline.
    [WrittenOut("Tile", MaxTileWindows)]
    [MethodImpl(Compiled.Alone)]
    internal static void TileByLoops<TV, TPlane, TEpilogue, [UpTo(MaxTileWindows)] TWindows>(
        float* x, float* kernel, float* result, int rows, int columns, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
        where TWindows : struct, IConstant
    {
        int windows = TWindows.Value, windowStep = TPlane.WindowStep, resultStep = TPlane.ResultStep;
        int tapStep = TPlane.TapStep, kernelStep = TPlane.KernelStep;
        var sum = Registers<TV>.Of(epilogue.Start<TV>(0));
        for (int i = 0; i < rows; i++, x += line, kernel += kernelRow)
        {
            float* at = x, tap = kernel;
            for (int j = 0; j < columns; j++, at += tapStep, tap += kernelStep)
            {
                TV weight = TV.Load(tap);
                for (int window = 0; window < MaxTileWindows; window++)
                {
                    if (window < windows)
                        sum[window] = TV.MultiplyAdd(TV.Load(at + (window * windowStep)), weight, sum[window]);
                }
            }
        }

        for (int window = 0; window < MaxTileWindows; window++)
        {
            if (window < windows)
                epilogue.Finish(sum[window], window * resultStep).Store(result + (window * resultStep));
        }
    }

    // One window that reaches over an edge: several vectors of channels at a time keep the multipliers busy.
    [MethodImpl(Compiled.Alone)]
    private static void Window<TV, TPlane, TEpilogue>(
        float* x, float* kernel, float* result, int rows, int columns, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        int size = TV.Count, stride = TPlane.Stride, tapStep = TPlane.TapStep, kernelStep = TPlane.KernelStep, c = 0;
        for (; c <= stride - (4 * size); c += 4 * size)
        {
            TV sum0 = epilogue.Start<TV>(c);
            TV sum1 = epilogue.Start<TV>(c + size);
            TV sum2 = epilogue.Start<TV>(c + (2 * size));
            TV sum3 = epilogue.Start<TV>(c + (3 * size));
            for (int i = 0; i < rows; i++)
            {
                float* at = x + (i * line) + c, tap = kernel + (i * kernelRow) + c;
                for (int j = 0; j < columns; j++, at += tapStep, tap += kernelStep)
                {
                    sum0 = TV.MultiplyAdd(TV.Load(at), TV.Load(tap), sum0);
                    sum1 = TV.MultiplyAdd(TV.Load(at + size), TV.Load(tap + size), sum1);
                    sum2 = TV.MultiplyAdd(TV.Load(at + (2 * size)), TV.Load(tap + (2 * size)), sum2);
                    sum3 = TV.MultiplyAdd(TV.Load(at + (3 * size)), TV.Load(tap + (3 * size)), sum3);
                }
            }

            epilogue.Finish(sum0, c).Store(result + c);
            epilogue.Finish(sum1, c + size).Store(result + c + size);
            epilogue.Finish(sum2, c + (2 * size)).Store(result + c + (2 * size));
            epilogue.Finish(sum3, c + (3 * size)).Store(result + c + (3 * size));
        }

        for (; c < stride; c += size)
        {
            TV sum = epilogue.Start<TV>(c);
            for (int i = 0; i < rows; i++)
            {
                float* at = x + (i * line) + c, tap = kernel + (i * kernelRow) + c;
                for (int j = 0; j < columns; j++, at += tapStep, tap += kernelStep)
                    sum = TV.MultiplyAdd(TV.Load(at), TV.Load(tap), sum);
            }

            epilogue.Finish(sum, c).Store(result + c);
        }
    }
}
