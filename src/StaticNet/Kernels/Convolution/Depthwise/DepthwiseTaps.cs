using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The gradient of a depthwise kernel: dkernel[t, c] = Σ_p x[p + t, c] · dz[p, c]. Vectors run along the channels; a register tile holds the
/// sums of as many taps as there are registers, over a row of windows.
/// </summary>
internal static unsafe class DepthwiseTaps
{
    /// <summary>Sums over the whole batch for some channels, each in the order of samples and windows.</summary>
    /// <param name="x">The images.</param>
    /// <param name="dz">The gradients.</param>
    /// <param name="sums">Where the sums go, laid out as the kernel.</param>
    /// <param name="first">The first channel.</param>
    /// <param name="last">The end of the channels, a multiple of 16 from the first.</param>
    /// <param name="windows">The windows over an image.</param>
    /// <param name="batch">The number of samples.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Run<TV, TShape>(float* x, float* dz, float* sums, int first, int last, in DepthwiseWindows windows, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        int stride = TShape.OutputStride, width = TShape.KernelWidth, line = TShape.InputWidth * stride;
        int most = TV.RowVectors == 16 ? 24 : 12, rowsAtOnce = Math.Max(1, most / width);
        for (int tap = 0; tap < TShape.KernelHeight * width; tap++)
            new Span<float>(sums + ((nint)tap * stride) + first, last - first).Clear();
        (int whole, int end) = windows.WholeColumns();
        for (int sample = 0; sample < batch; sample++, x += TShape.InputHeight * line)
        {
            for (int row = 0; row < TShape.OutputHeight; row++, dz += TShape.OutputWidth * stride)
            {
                (int firstRow, int endRow) = windows.RowsInside(row);
                float* above = x + (((nint)row * TShape.StrideHeight) - TShape.PaddingTop) * line;
                for (int column = 0; column < TShape.OutputWidth; column++)
                {
                    if (column == whole)
                        column = end;
                    if (column == TShape.OutputWidth)
                        break;
                    (int firstColumn, int endColumn) = windows.ColumnsInside(column);
                    float* corner = above + (((nint)column * TShape.StrideWidth) - TShape.PaddingLeft) * stride;
                    Window<TV, TShape>(corner, dz + ((nint)column * stride), sums, first, last, firstRow, endRow, firstColumn, endColumn);
                }

                if (whole == end)
                    continue;
                float* begin = above + (((nint)whole * TShape.StrideWidth) - TShape.PaddingLeft) * stride;
                float* gradient = dz + ((nint)whole * stride);
                for (int c = first; c < last; c += TV.Count)
                {
                    for (int i = firstRow; i < endRow; i += rowsAtOnce)
                    {
                        int rows = Math.Min(rowsAtOnce, endRow - i);
                        float* taps = begin + ((nint)i * TShape.DilationHeight * line) + c, to = sums + ((nint)i * width * stride) + c;
                        for (int j = 0; j < width; j += most)
                        {
                            float* at = taps + ((nint)j * TShape.DilationWidth * stride);
                            Tile<TV, TShape>(Math.Min(most, rows * (width - j)), at, gradient + c, to + ((nint)j * stride), end - whole);
                        }
                    }
                }
            }
        }
    }

    /// <summary>One window that reaches over an edge.</summary>
    [MethodImpl(Compiled.Alone)]
    private static void Window<TV, TShape>(
        float* x, float* dz, float* sums, int first, int last, int firstRow, int endRow, int firstColumn, int endColumn)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        int stride = TShape.OutputStride, width = TShape.KernelWidth, line = TShape.DilationHeight * TShape.InputWidth * stride;
        int tapStep = TShape.DilationWidth * stride;
        for (int c = first; c < last; c += TV.Count)
        {
            TV gradient = TV.Load(dz + c);
            for (int i = firstRow; i < endRow; i++)
            {
                float* at = x + ((nint)i * line) + c, to = sums + ((nint)i * width * stride) + c;
                for (int j = firstColumn; j < endColumn; j++)
                {
                    float* sum = to + ((nint)j * stride);
                    TV.MultiplyAdd(TV.Load(at + ((nint)j * tapStep)), gradient, TV.Load(sum)).Store(sum);
                }
            }
        }
    }

    private static void Tile<TV, TShape>(int taps, float* x, float* dz, float* sums, int windows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        switch (taps)
        {
            case 1: Tile<TV, TShape, Constant1>(x, dz, sums, windows); break;
            case 2: Tile<TV, TShape, Constant2>(x, dz, sums, windows); break;
            case 3: Tile<TV, TShape, Constant3>(x, dz, sums, windows); break;
            case 4: Tile<TV, TShape, Constant4>(x, dz, sums, windows); break;
            case 5: Tile<TV, TShape, Constant5>(x, dz, sums, windows); break;
            case 6: Tile<TV, TShape, Constant6>(x, dz, sums, windows); break;
            case 7: Tile<TV, TShape, Constant7>(x, dz, sums, windows); break;
            case 8: Tile<TV, TShape, Constant8>(x, dz, sums, windows); break;
            case 9: Tile<TV, TShape, Constant9>(x, dz, sums, windows); break;
            case 10: Tile<TV, TShape, Constant10>(x, dz, sums, windows); break;
            case 11: Tile<TV, TShape, Constant11>(x, dz, sums, windows); break;
            case 12: Tile<TV, TShape, Constant12>(x, dz, sums, windows); break;
            case 13: Tile<TV, TShape, Constant13>(x, dz, sums, windows); break;
            case 14: Tile<TV, TShape, Constant14>(x, dz, sums, windows); break;
            case 15: Tile<TV, TShape, Constant15>(x, dz, sums, windows); break;
            case 16: Tile<TV, TShape, Constant16>(x, dz, sums, windows); break;
            case 17: Tile<TV, TShape, Constant17>(x, dz, sums, windows); break;
            case 18: Tile<TV, TShape, Constant18>(x, dz, sums, windows); break;
            case 19: Tile<TV, TShape, Constant19>(x, dz, sums, windows); break;
            case 20: Tile<TV, TShape, Constant20>(x, dz, sums, windows); break;
            case 21: Tile<TV, TShape, Constant21>(x, dz, sums, windows); break;
            case 22: Tile<TV, TShape, Constant22>(x, dz, sums, windows); break;
            case 23: Tile<TV, TShape, Constant23>(x, dz, sums, windows); break;
            case 24: Tile<TV, TShape, Constant24>(x, dz, sums, windows); break;
            default: throw new UnreachableException();
        }
    }

    // The sums of neighbouring taps over some windows of a row. Sizes are locals, so that the compiler has but few calls to see through. A
    // tap's place is its row's and its own in the row.
    [MethodImpl(Compiled.Alone)]
    private static void Tile<TV, TShape, TTaps>(float* x, float* dz, float* sums, int windows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TTaps : struct, IConstant
    {
        int taps = TTaps.Value, stride = TShape.OutputStride, width = TShape.KernelWidth;
        int windowStep = TShape.StrideWidth * stride, step = TShape.DilationWidth * stride;
        int line = TShape.DilationHeight * TShape.InputWidth * stride;
        TV sum0 = default;
        TV sum1 = default;
        TV sum2 = default;
        TV sum3 = default;
        TV sum4 = default;
        TV sum5 = default;
        TV sum6 = default;
        TV sum7 = default;
        TV sum8 = default;
        TV sum9 = default;
        TV sum10 = default;
        TV sum11 = default;
        TV sum12 = default;
        TV sum13 = default;
        TV sum14 = default;
        TV sum15 = default;
        TV sum16 = default;
        TV sum17 = default;
        TV sum18 = default;
        TV sum19 = default;
        TV sum20 = default;
        TV sum21 = default;
        TV sum22 = default;
        TV sum23 = default;
        for (; windows > 0; windows--, x += windowStep, dz += stride)
        {
            TV gradient = TV.Load(dz);
            sum0 = TV.MultiplyAdd(TV.Load(x), gradient, sum0);
            if (taps > 1) sum1 = TV.MultiplyAdd(TV.Load(x + (1 / width * line) + (1 % width * step)), gradient, sum1);
            if (taps > 2) sum2 = TV.MultiplyAdd(TV.Load(x + (2 / width * line) + (2 % width * step)), gradient, sum2);
            if (taps > 3) sum3 = TV.MultiplyAdd(TV.Load(x + (3 / width * line) + (3 % width * step)), gradient, sum3);
            if (taps > 4) sum4 = TV.MultiplyAdd(TV.Load(x + (4 / width * line) + (4 % width * step)), gradient, sum4);
            if (taps > 5) sum5 = TV.MultiplyAdd(TV.Load(x + (5 / width * line) + (5 % width * step)), gradient, sum5);
            if (taps > 6) sum6 = TV.MultiplyAdd(TV.Load(x + (6 / width * line) + (6 % width * step)), gradient, sum6);
            if (taps > 7) sum7 = TV.MultiplyAdd(TV.Load(x + (7 / width * line) + (7 % width * step)), gradient, sum7);
            if (taps > 8) sum8 = TV.MultiplyAdd(TV.Load(x + (8 / width * line) + (8 % width * step)), gradient, sum8);
            if (taps > 9) sum9 = TV.MultiplyAdd(TV.Load(x + (9 / width * line) + (9 % width * step)), gradient, sum9);
            if (taps > 10) sum10 = TV.MultiplyAdd(TV.Load(x + (10 / width * line) + (10 % width * step)), gradient, sum10);
            if (taps > 11) sum11 = TV.MultiplyAdd(TV.Load(x + (11 / width * line) + (11 % width * step)), gradient, sum11);
            if (taps > 12) sum12 = TV.MultiplyAdd(TV.Load(x + (12 / width * line) + (12 % width * step)), gradient, sum12);
            if (taps > 13) sum13 = TV.MultiplyAdd(TV.Load(x + (13 / width * line) + (13 % width * step)), gradient, sum13);
            if (taps > 14) sum14 = TV.MultiplyAdd(TV.Load(x + (14 / width * line) + (14 % width * step)), gradient, sum14);
            if (taps > 15) sum15 = TV.MultiplyAdd(TV.Load(x + (15 / width * line) + (15 % width * step)), gradient, sum15);
            if (taps > 16) sum16 = TV.MultiplyAdd(TV.Load(x + (16 / width * line) + (16 % width * step)), gradient, sum16);
            if (taps > 17) sum17 = TV.MultiplyAdd(TV.Load(x + (17 / width * line) + (17 % width * step)), gradient, sum17);
            if (taps > 18) sum18 = TV.MultiplyAdd(TV.Load(x + (18 / width * line) + (18 % width * step)), gradient, sum18);
            if (taps > 19) sum19 = TV.MultiplyAdd(TV.Load(x + (19 / width * line) + (19 % width * step)), gradient, sum19);
            if (taps > 20) sum20 = TV.MultiplyAdd(TV.Load(x + (20 / width * line) + (20 % width * step)), gradient, sum20);
            if (taps > 21) sum21 = TV.MultiplyAdd(TV.Load(x + (21 / width * line) + (21 % width * step)), gradient, sum21);
            if (taps > 22) sum22 = TV.MultiplyAdd(TV.Load(x + (22 / width * line) + (22 % width * step)), gradient, sum22);
            if (taps > 23) sum23 = TV.MultiplyAdd(TV.Load(x + (23 / width * line) + (23 % width * step)), gradient, sum23);
        }

        (sum0 + TV.Load(sums)).Store(sums);
        if (taps > 1) (sum1 + TV.Load(sums + stride)).Store(sums + stride);
        if (taps > 2) (sum2 + TV.Load(sums + (2 * stride))).Store(sums + (2 * stride));
        if (taps > 3) (sum3 + TV.Load(sums + (3 * stride))).Store(sums + (3 * stride));
        if (taps > 4) (sum4 + TV.Load(sums + (4 * stride))).Store(sums + (4 * stride));
        if (taps > 5) (sum5 + TV.Load(sums + (5 * stride))).Store(sums + (5 * stride));
        if (taps > 6) (sum6 + TV.Load(sums + (6 * stride))).Store(sums + (6 * stride));
        if (taps > 7) (sum7 + TV.Load(sums + (7 * stride))).Store(sums + (7 * stride));
        if (taps > 8) (sum8 + TV.Load(sums + (8 * stride))).Store(sums + (8 * stride));
        if (taps > 9) (sum9 + TV.Load(sums + (9 * stride))).Store(sums + (9 * stride));
        if (taps > 10) (sum10 + TV.Load(sums + (10 * stride))).Store(sums + (10 * stride));
        if (taps > 11) (sum11 + TV.Load(sums + (11 * stride))).Store(sums + (11 * stride));
        if (taps > 12) (sum12 + TV.Load(sums + (12 * stride))).Store(sums + (12 * stride));
        if (taps > 13) (sum13 + TV.Load(sums + (13 * stride))).Store(sums + (13 * stride));
        if (taps > 14) (sum14 + TV.Load(sums + (14 * stride))).Store(sums + (14 * stride));
        if (taps > 15) (sum15 + TV.Load(sums + (15 * stride))).Store(sums + (15 * stride));
        if (taps > 16) (sum16 + TV.Load(sums + (16 * stride))).Store(sums + (16 * stride));
        if (taps > 17) (sum17 + TV.Load(sums + (17 * stride))).Store(sums + (17 * stride));
        if (taps > 18) (sum18 + TV.Load(sums + (18 * stride))).Store(sums + (18 * stride));
        if (taps > 19) (sum19 + TV.Load(sums + (19 * stride))).Store(sums + (19 * stride));
        if (taps > 20) (sum20 + TV.Load(sums + (20 * stride))).Store(sums + (20 * stride));
        if (taps > 21) (sum21 + TV.Load(sums + (21 * stride))).Store(sums + (21 * stride));
        if (taps > 22) (sum22 + TV.Load(sums + (22 * stride))).Store(sums + (22 * stride));
        if (taps > 23) (sum23 + TV.Load(sums + (23 * stride))).Store(sums + (23 * stride));
    }
}
