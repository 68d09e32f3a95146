using System.Diagnostics;
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
    /// <summary>Computes the results of one image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="kernel">The first tap.</param>
    /// <param name="kernelRow">From one row of taps to the next, in floats.</param>
    /// <param name="result">Where the first result goes.</param>
    /// <param name="resultRow">From one row of results to the next, in floats.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="epilogue">What becomes of the sums.</param>
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
            int tiles = (end - first + MostWindows<TV>() - 1) / MostWindows<TV>();
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

    private static int MostWindows<TV>()
        where TV : unmanaged, ISimd<TV>
        => TV.RowVectors == 16 ? 14 : 10;

    private static void Tile<TV, TPlane, TEpilogue>(
        int windows, float* x, float* kernel, float* result, int rows, int columns, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        switch (windows)
        {
            case 1: Tile<TV, TPlane, TEpilogue, Constant1>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 2: Tile<TV, TPlane, TEpilogue, Constant2>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 3: Tile<TV, TPlane, TEpilogue, Constant3>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 4: Tile<TV, TPlane, TEpilogue, Constant4>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 5: Tile<TV, TPlane, TEpilogue, Constant5>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 6: Tile<TV, TPlane, TEpilogue, Constant6>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 7: Tile<TV, TPlane, TEpilogue, Constant7>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 8: Tile<TV, TPlane, TEpilogue, Constant8>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 9: Tile<TV, TPlane, TEpilogue, Constant9>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 10: Tile<TV, TPlane, TEpilogue, Constant10>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 11: Tile<TV, TPlane, TEpilogue, Constant11>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 12: Tile<TV, TPlane, TEpilogue, Constant12>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 13: Tile<TV, TPlane, TEpilogue, Constant13>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            case 14: Tile<TV, TPlane, TEpilogue, Constant14>(x, kernel, result, rows, columns, line, kernelRow, epilogue); break;
            default: throw new UnreachableException();
        }
    }

    // The sums of neighbouring windows. Sizes are locals, so that the compiler has but few calls to see through.
    [MethodImpl(Compiled.Alone)]
    private static void Tile<TV, TPlane, TEpilogue, TWindows>(
        float* x, float* kernel, float* result, int rows, int columns, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
        where TWindows : struct, IConstant
    {
        int windows = TWindows.Value, windowStep = TPlane.WindowStep, resultStep = TPlane.ResultStep;
        int tapStep = TPlane.TapStep, kernelStep = TPlane.KernelStep;
        TV start = epilogue.Start<TV>(0);
        TV sum0 = start;
        TV sum1 = start;
        TV sum2 = start;
        TV sum3 = start;
        TV sum4 = start;
        TV sum5 = start;
        TV sum6 = start;
        TV sum7 = start;
        TV sum8 = start;
        TV sum9 = start;
        TV sum10 = start;
        TV sum11 = start;
        TV sum12 = start;
        TV sum13 = start;
        for (int i = 0; i < rows; i++, x += line, kernel += kernelRow)
        {
            float* at = x, tap = kernel;
            for (int j = 0; j < columns; j++, at += tapStep, tap += kernelStep)
            {
                TV weight = TV.Load(tap);
                sum0 = TV.MultiplyAdd(TV.Load(at), weight, sum0);
                if (windows > 1) sum1 = TV.MultiplyAdd(TV.Load(at + windowStep), weight, sum1);
                if (windows > 2) sum2 = TV.MultiplyAdd(TV.Load(at + (2 * windowStep)), weight, sum2);
                if (windows > 3) sum3 = TV.MultiplyAdd(TV.Load(at + (3 * windowStep)), weight, sum3);
                if (windows > 4) sum4 = TV.MultiplyAdd(TV.Load(at + (4 * windowStep)), weight, sum4);
                if (windows > 5) sum5 = TV.MultiplyAdd(TV.Load(at + (5 * windowStep)), weight, sum5);
                if (windows > 6) sum6 = TV.MultiplyAdd(TV.Load(at + (6 * windowStep)), weight, sum6);
                if (windows > 7) sum7 = TV.MultiplyAdd(TV.Load(at + (7 * windowStep)), weight, sum7);
                if (windows > 8) sum8 = TV.MultiplyAdd(TV.Load(at + (8 * windowStep)), weight, sum8);
                if (windows > 9) sum9 = TV.MultiplyAdd(TV.Load(at + (9 * windowStep)), weight, sum9);
                if (windows > 10) sum10 = TV.MultiplyAdd(TV.Load(at + (10 * windowStep)), weight, sum10);
                if (windows > 11) sum11 = TV.MultiplyAdd(TV.Load(at + (11 * windowStep)), weight, sum11);
                if (windows > 12) sum12 = TV.MultiplyAdd(TV.Load(at + (12 * windowStep)), weight, sum12);
                if (windows > 13) sum13 = TV.MultiplyAdd(TV.Load(at + (13 * windowStep)), weight, sum13);
            }
        }

        epilogue.Finish(sum0, 0).Store(result);
        if (windows > 1) epilogue.Finish(sum1, resultStep).Store(result + resultStep);
        if (windows > 2) epilogue.Finish(sum2, 2 * resultStep).Store(result + (2 * resultStep));
        if (windows > 3) epilogue.Finish(sum3, 3 * resultStep).Store(result + (3 * resultStep));
        if (windows > 4) epilogue.Finish(sum4, 4 * resultStep).Store(result + (4 * resultStep));
        if (windows > 5) epilogue.Finish(sum5, 5 * resultStep).Store(result + (5 * resultStep));
        if (windows > 6) epilogue.Finish(sum6, 6 * resultStep).Store(result + (6 * resultStep));
        if (windows > 7) epilogue.Finish(sum7, 7 * resultStep).Store(result + (7 * resultStep));
        if (windows > 8) epilogue.Finish(sum8, 8 * resultStep).Store(result + (8 * resultStep));
        if (windows > 9) epilogue.Finish(sum9, 9 * resultStep).Store(result + (9 * resultStep));
        if (windows > 10) epilogue.Finish(sum10, 10 * resultStep).Store(result + (10 * resultStep));
        if (windows > 11) epilogue.Finish(sum11, 11 * resultStep).Store(result + (11 * resultStep));
        if (windows > 12) epilogue.Finish(sum12, 12 * resultStep).Store(result + (12 * resultStep));
        if (windows > 13) epilogue.Finish(sum13, 13 * resultStep).Store(result + (13 * resultStep));
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
