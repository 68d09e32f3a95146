using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The distances in a convolution of each channel, in floats, as constants: they become displacements in instructions.</summary>
internal interface IDepthwisePlane
{
    /// <summary>From one pixel of the image to the next.</summary>
    static abstract int Stride { get; }

    /// <summary>From one window of a row to the next, in the image.</summary>
    static abstract int WindowStep { get; }

    /// <summary>From one tap of a window's row to the next, in the image.</summary>
    static abstract int TapStep { get; }

    /// <summary>The same in the kernel; below 0 where it is read backwards.</summary>
    static abstract int KernelStep { get; }

    /// <summary>From one result of a row to the next.</summary>
    static abstract int ResultStep { get; }
}

/// <summary>The windows over one image. They may reach over its edges, where there is nothing to add.</summary>
/// <param name="ImageHeight">Rows of the image.</param>
/// <param name="ImageWidth">Its columns.</param>
/// <param name="Rows">Rows of windows.</param>
/// <param name="Columns">Windows of a row.</param>
/// <param name="Height">Rows of a window.</param>
/// <param name="Width">Its columns.</param>
/// <param name="StrideHeight">Rows of the image from one row of windows to the next.</param>
/// <param name="StrideWidth">Columns of the image from one window to the next.</param>
/// <param name="DilationHeight">Rows of the image from one row of a window to the next.</param>
/// <param name="DilationWidth">Columns of the image from one column of a window to the next.</param>
/// <param name="Top">Rows by which the first windows reach over the upper edge; below 0 where they begin under it.</param>
/// <param name="Left">The same for columns.</param>
internal readonly record struct DepthwiseWindows(
    int ImageHeight, int ImageWidth, int Rows, int Columns, int Height, int Width, int StrideHeight, int StrideWidth, int DilationHeight,
    int DilationWidth, int Top, int Left)
{
    /// <summary>
    /// Whether windows of three columns move by one, so that neighbours share pixels, and the first and last have one column inside.
    /// </summary>
    public bool CanSlide
        => Width == 3 && StrideWidth == 1 && DilationWidth == 1 && Left is >= 0 and <= 2 && Columns - Left - ImageWidth <= 0;

    /// <summary>The rows that the windows of a row have inside the image, from the first to before the last.</summary>
    public (int First, int End) RowsInside(int row) => Inside((row * StrideHeight) - Top, Height, DilationHeight, ImageHeight);

    /// <summary>The columns that a window has inside the image.</summary>
    public (int First, int End) ColumnsInside(int column) => Inside((column * StrideWidth) - Left, Width, DilationWidth, ImageWidth);

    /// <summary>The windows of a row that have all their columns inside.</summary>
    public (int First, int End) WholeColumns()
    {
        int first = Math.Min(Columns, Left <= 0 ? 0 : (Left + StrideWidth - 1) / StrideWidth);
        int last = ImageWidth - 1 - ((Width - 1) * DilationWidth) + Left;
        return (first, last < 0 ? first : Math.Clamp((last / StrideWidth) + 1, first, Columns));
    }

    private static (int First, int End) Inside(int start, int taps, int distance, int size)
    {
        int first = start >= 0 ? 0 : (distance - 1 - start) / distance;
        int end = start >= size ? 0 : Math.Min(taps, (size - start + distance - 1) / distance);
        return first < end ? (first, end) : default;
    }
}

/// <summary>
/// The convolution of each channel by itself: result[p, c] = finish(start[c] + Σ_t image[p + t, c] · kernel[t, c]). Forward pass and
/// gradient of the input differ only in their distances. Vectors run along the channels.
/// </summary>
/// <remarks>
/// A register tile holds the sums of several windows of a row. Each sum runs over the taps in order, so that its bits do not depend on the
/// tile it falls into.
/// </remarks>
internal static unsafe class DepthwiseTiles
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

    private static void Slide<TV, TPlane, TEpilogue>(
        int windows, float* x, float* kernel, float* result, int rows, int first, int end, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        switch (windows)
        {
            case 1: Slide<TV, TPlane, TEpilogue, Constant1>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 2: Slide<TV, TPlane, TEpilogue, Constant2>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 3: Slide<TV, TPlane, TEpilogue, Constant3>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 4: Slide<TV, TPlane, TEpilogue, Constant4>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 5: Slide<TV, TPlane, TEpilogue, Constant5>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 6: Slide<TV, TPlane, TEpilogue, Constant6>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 7: Slide<TV, TPlane, TEpilogue, Constant7>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 8: Slide<TV, TPlane, TEpilogue, Constant8>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 9: Slide<TV, TPlane, TEpilogue, Constant9>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 10: Slide<TV, TPlane, TEpilogue, Constant10>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 11: Slide<TV, TPlane, TEpilogue, Constant11>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 12: Slide<TV, TPlane, TEpilogue, Constant12>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 13: Slide<TV, TPlane, TEpilogue, Constant13>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 14: Slide<TV, TPlane, TEpilogue, Constant14>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
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

    // The same for windows of three columns that move by one: each pixel is read once for the three windows that it is in. Of the first and
    // last two pixels, those before the first one of the image or from its end on are 0.
    [MethodImpl(Compiled.Alone)]
    private static void Slide<TV, TPlane, TEpilogue, TWindows>(
        float* x, float* kernel, float* result, int rows, int first, int end, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
        where TWindows : struct, IConstant
    {
        int windows = TWindows.Value, step = TPlane.TapStep, kernelStep = TPlane.KernelStep, resultStep = TPlane.ResultStep;
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
            TV left = TV.Load(kernel), middle = TV.Load(kernel + kernelStep), right = TV.Load(kernel + (2 * kernelStep));
            TV pixel = first > 0 ? default : TV.Load(x);
            sum0 = TV.MultiplyAdd(pixel, left, sum0);
            pixel = first > 1 || end < 2 ? default : TV.Load(x + step);
            sum0 = TV.MultiplyAdd(pixel, middle, sum0);
            if (windows > 1) sum1 = TV.MultiplyAdd(pixel, left, sum1);
            pixel = windows < 3 && end < 3 ? default : TV.Load(x + (2 * step));
            sum0 = TV.MultiplyAdd(pixel, right, sum0);
            if (windows > 1) sum1 = TV.MultiplyAdd(pixel, middle, sum1);
            if (windows > 2) sum2 = TV.MultiplyAdd(pixel, left, sum2);
            if (windows > 1)
            {
                pixel = windows < 4 && end < 4 ? default : TV.Load(x + (3 * step));
                sum1 = TV.MultiplyAdd(pixel, right, sum1);
                if (windows > 2) sum2 = TV.MultiplyAdd(pixel, middle, sum2);
                if (windows > 3) sum3 = TV.MultiplyAdd(pixel, left, sum3);
            }

            if (windows > 2)
            {
                pixel = windows < 5 && end < 5 ? default : TV.Load(x + (4 * step));
                sum2 = TV.MultiplyAdd(pixel, right, sum2);
                if (windows > 3) sum3 = TV.MultiplyAdd(pixel, middle, sum3);
                if (windows > 4) sum4 = TV.MultiplyAdd(pixel, left, sum4);
            }

            if (windows > 3)
            {
                pixel = windows < 6 && end < 6 ? default : TV.Load(x + (5 * step));
                sum3 = TV.MultiplyAdd(pixel, right, sum3);
                if (windows > 4) sum4 = TV.MultiplyAdd(pixel, middle, sum4);
                if (windows > 5) sum5 = TV.MultiplyAdd(pixel, left, sum5);
            }

            if (windows > 4)
            {
                pixel = windows < 7 && end < 7 ? default : TV.Load(x + (6 * step));
                sum4 = TV.MultiplyAdd(pixel, right, sum4);
                if (windows > 5) sum5 = TV.MultiplyAdd(pixel, middle, sum5);
                if (windows > 6) sum6 = TV.MultiplyAdd(pixel, left, sum6);
            }

            if (windows > 5)
            {
                pixel = windows < 8 && end < 8 ? default : TV.Load(x + (7 * step));
                sum5 = TV.MultiplyAdd(pixel, right, sum5);
                if (windows > 6) sum6 = TV.MultiplyAdd(pixel, middle, sum6);
                if (windows > 7) sum7 = TV.MultiplyAdd(pixel, left, sum7);
            }

            if (windows > 6)
            {
                pixel = windows < 9 && end < 9 ? default : TV.Load(x + (8 * step));
                sum6 = TV.MultiplyAdd(pixel, right, sum6);
                if (windows > 7) sum7 = TV.MultiplyAdd(pixel, middle, sum7);
                if (windows > 8) sum8 = TV.MultiplyAdd(pixel, left, sum8);
            }

            if (windows > 7)
            {
                pixel = windows < 10 && end < 10 ? default : TV.Load(x + (9 * step));
                sum7 = TV.MultiplyAdd(pixel, right, sum7);
                if (windows > 8) sum8 = TV.MultiplyAdd(pixel, middle, sum8);
                if (windows > 9) sum9 = TV.MultiplyAdd(pixel, left, sum9);
            }

            if (windows > 8)
            {
                pixel = windows < 11 && end < 11 ? default : TV.Load(x + (10 * step));
                sum8 = TV.MultiplyAdd(pixel, right, sum8);
                if (windows > 9) sum9 = TV.MultiplyAdd(pixel, middle, sum9);
                if (windows > 10) sum10 = TV.MultiplyAdd(pixel, left, sum10);
            }

            if (windows > 9)
            {
                pixel = windows < 12 && end < 12 ? default : TV.Load(x + (11 * step));
                sum9 = TV.MultiplyAdd(pixel, right, sum9);
                if (windows > 10) sum10 = TV.MultiplyAdd(pixel, middle, sum10);
                if (windows > 11) sum11 = TV.MultiplyAdd(pixel, left, sum11);
            }

            if (windows > 10)
            {
                pixel = windows < 13 && end < 13 ? default : TV.Load(x + (12 * step));
                sum10 = TV.MultiplyAdd(pixel, right, sum10);
                if (windows > 11) sum11 = TV.MultiplyAdd(pixel, middle, sum11);
                if (windows > 12) sum12 = TV.MultiplyAdd(pixel, left, sum12);
            }

            if (windows > 11)
            {
                pixel = windows < 14 && end < 14 ? default : TV.Load(x + (13 * step));
                sum11 = TV.MultiplyAdd(pixel, right, sum11);
                if (windows > 12) sum12 = TV.MultiplyAdd(pixel, middle, sum12);
                if (windows > 13) sum13 = TV.MultiplyAdd(pixel, left, sum13);
            }

            if (windows > 12)
            {
                pixel = end < 15 ? default : TV.Load(x + (14 * step));
                sum12 = TV.MultiplyAdd(pixel, right, sum12);
                if (windows > 13) sum13 = TV.MultiplyAdd(pixel, middle, sum13);
            }

            if (windows > 13)
            {
                pixel = end < 16 ? default : TV.Load(x + (15 * step));
                sum13 = TV.MultiplyAdd(pixel, right, sum13);
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
