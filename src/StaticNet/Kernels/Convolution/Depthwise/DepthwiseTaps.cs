using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The gradient of a depthwise kernel: dkernel[t, c] = Σ_p x[p + t, c] · dz[p, c]. Vectors run along the channels; a register tile holds the
/// sums of as many taps as there are registers, over a row of windows.
/// </summary>
internal static unsafe partial class DepthwiseTaps
{
    private const int MaxTaps = 24;

    /// <summary>Sums over the whole batch for some channels, each in the order of samples and windows.</summary>
    /// <param name="x">The images.</param>
    /// <param name="dz">The gradients.</param>
    /// <param name="sums">Where the sums go, laid out as the kernel.</param>
    /// <param name="first">The first channel.</param>
    /// <param name="last">The end of the channels, a multiple of 16 from the first.</param>
    /// <param name="windows">The windows over an image.</param>
    /// <param name="batch">The number of samples.</param>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void Run<TV, TShape>(float* x, float* dz, float* sums, int first, int last, in DepthwiseWindows windows, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        int stride = TShape.OutputStride, width = TShape.KernelWidth, line = TShape.InputWidth * stride;
        int max = TV.RowVectors == 16 ? MaxTaps : MaxTaps / 2, rowsAtOnce = Math.Max(1, max / width);
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
                        for (int j = 0; j < width; j += max)
                        {
                            float* at = taps + ((nint)j * TShape.DilationWidth * stride);
                            Tile<TV, TShape>(Math.Min(max, rows * (width - j)), at, gradient + c, to + ((nint)j * stride), end - whole);
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

    // The sums of neighbouring taps over some windows of a row. Sizes are locals, so that the compiler has few calls to inline. A
    // tap's place is its row's and its own in the row.
    [WrittenOut("Tile", MaxTaps)]
    [MethodImpl(Compiled.Alone)]
    internal static void TileByLoops<TV, TShape, [UpTo(MaxTaps)] TTaps>(float* x, float* dz, float* sums, int windows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TTaps : struct, IConstant
    {
        int taps = TTaps.Value, stride = TShape.OutputStride, width = TShape.KernelWidth;
        int windowStep = TShape.StrideWidth * stride, step = TShape.DilationWidth * stride;
        int line = TShape.DilationHeight * TShape.InputWidth * stride;
        Registers<TV> sum = default;
        for (; windows > 0; windows--, x += windowStep, dz += stride)
        {
            TV gradient = TV.Load(dz);
            for (int tap = 0; tap < MaxTaps; tap++)
            {
                if (tap < taps)
                    sum[tap] = TV.MultiplyAdd(TV.Load(x + (tap / width * line) + (tap % width * step)), gradient, sum[tap]);
            }
        }

        for (int tap = 0; tap < MaxTaps; tap++)
        {
            if (tap < taps)
                (sum[tap] + TV.Load(sums + (tap * stride))).Store(sums + (tap * stride));
        }
    }
}
