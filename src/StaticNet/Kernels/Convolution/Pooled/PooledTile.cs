using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// A convolution and the 2x2 max pooling behind it in one pass: a register tile holds the four sums of up to three cells of the pooled
/// image, of which one number a channel is stored. Sums that no cell covers are never computed.
/// </summary>
internal static unsafe partial class PooledTile
{
    private const int MaxCells = 3;

    /// <summary>One row of the pooled image.</summary>
    /// <param name="x">The first pixel of the first window.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="bias">The bias, or null.</param>
    /// <param name="y">Where the row goes.</param>
    /// <param name="choices">Where it is saved which of the four sums was the first largest, or null.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Row<TV, TShape, TActivation>(float* x, float* kernel, float* bias, float* y, byte* choices)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        // Registers for two vectors of three cells, or one.
        int column = 0;
        for (; TV.RowVectors == 16 && column <= TShape.OutputStride - (2 * TV.Count); column += 2 * TV.Count)
            Panel<TV, Constant2, TShape, TActivation>(x, kernel + column, bias is null ? null : bias + column, y + column, choices is null ? null : choices + column);
        for (; column < TShape.OutputStride; column += TV.Count)
            Panel<TV, Constant1, TShape, TActivation>(x, kernel + column, bias is null ? null : bias + column, y + column, choices is null ? null : choices + column);
    }

    [MethodImpl(Compiled.Alone)]
    private static void Panel<TV, TVectors, TShape, TActivation>(float* x, float* kernel, float* bias, float* y, byte* choices)
        where TV : unmanaged, ISimd<TV>
        where TVectors : struct, IConstant
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        int cells = TShape.OutputWidth / 2, tiles = (cells + MaxCells - 1) / MaxCells;
        for (int tile = 0, cell = 0; tile < tiles; tile++)
        {
            int count = (cells - cell) / (tiles - tile);
            float* from = x + (2 * cell * TShape.StrideWidth * TShape.InputStride), to = y + (cell * TShape.OutputStride);
            byte* chosen = choices is null ? null : choices + (cell * TShape.OutputStride);
            Tile<TV, TVectors, TShape, TActivation>(count, from, kernel, bias, to, chosen);
            cell += count;
        }
    }

    // The conditions are on constants: what remains after compilation is exactly the tile asked for.
    [WrittenOut("Tile", MaxCells)]
    [MethodImpl(Compiled.Alone)]
    internal static void TileByLoops<TV, [UpTo(MaxCells)] TCells, TVectors, TShape, TActivation>(float* left, float* right, float* bias, float* y, byte* choices)
        where TV : unmanaged, ISimd<TV>
        where TCells : struct, IConstant
        where TVectors : struct, IConstant
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        int cells = TCells.Value, vectors = TVectors.Value, step = TShape.StrideWidth * TShape.InputStride;
        int runs = Geometry<TShape>.RowsAreRuns ? 1 : TShape.KernelWidth, length = TShape.KernelWidth * TShape.Channels / runs;
        int runGap = (TShape.InputStride * TShape.KernelWidth / runs) - length, rowGap = Geometry<TShape>.Pitch - (TShape.InputStride * TShape.KernelWidth);
        float* lower = left + (TShape.StrideHeight * Geometry<TShape>.Pitch);
        TV start0 = bias is null ? default : TV.Load(bias);
        TV start1 = bias is null || vectors == 1 ? default : TV.Load(bias + TV.Count);
        Registers<TV> a0 = Registers<TV>.Of(start0), b0 = Registers<TV>.Of(start0), c0 = Registers<TV>.Of(start0), d0 = Registers<TV>.Of(start0);
        Registers<TV> a1 = Registers<TV>.Of(start1), b1 = Registers<TV>.Of(start1), c1 = Registers<TV>.Of(start1), d1 = Registers<TV>.Of(start1);
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int run = 0; run < runs; run++)
            {
                for (int s = 0; s < length; s++)
                {
                    TV right0 = TV.Load(right);
                    TV right1 = vectors > 1 ? TV.Load(right + TV.Count) : default;
                    for (int cell = 0; cell < MaxCells; cell++)
                    {
                        if (cell < cells)
                        {
                            TV a = TV.Create(left[2 * cell * step]);
                            a0[cell] = TV.MultiplyAdd(a, right0, a0[cell]);
                            if (vectors > 1) a1[cell] = TV.MultiplyAdd(a, right1, a1[cell]);
                            TV b = TV.Create(left[((2 * cell) + 1) * step]);
                            b0[cell] = TV.MultiplyAdd(b, right0, b0[cell]);
                            if (vectors > 1) b1[cell] = TV.MultiplyAdd(b, right1, b1[cell]);
                            TV c = TV.Create(lower[2 * cell * step]);
                            c0[cell] = TV.MultiplyAdd(c, right0, c0[cell]);
                            if (vectors > 1) c1[cell] = TV.MultiplyAdd(c, right1, c1[cell]);
                            TV d = TV.Create(lower[((2 * cell) + 1) * step]);
                            d0[cell] = TV.MultiplyAdd(d, right0, d0[cell]);
                            if (vectors > 1) d1[cell] = TV.MultiplyAdd(d, right1, d1[cell]);
                        }
                    }

                    left++;
                    lower++;
                    right += TShape.OutputStride;
                }

                left += runGap;
                lower += runGap;
            }

            left += rowGap;
            lower += rowGap;
        }

        for (int cell = 0; cell < MaxCells; cell++)
        {
            if (cell < cells)
            {
                int pixel = cell * TShape.OutputStride;
                if (choices is null)
                {
                    Store<TV, TActivation>(a0[cell], b0[cell], c0[cell], d0[cell], y + pixel);
                    if (vectors > 1) Store<TV, TActivation>(a1[cell], b1[cell], c1[cell], d1[cell], y + pixel + TV.Count);
                }
                else
                {
                    Store<TV, TActivation>(a0[cell], b0[cell], c0[cell], d0[cell], y + pixel, choices + pixel);
                    if (vectors > 1) Store<TV, TActivation>(a1[cell], b1[cell], c1[cell], d1[cell], y + pixel + TV.Count, choices + pixel + TV.Count);
                }
            }
        }
    }

    /// <summary>Stores the largest of four sums, NaN where one of them is, and saves which it was, the first where several are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TV, TActivation>(TV sum0, TV sum1, TV sum2, TV sum3, float* y, byte* choice)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        TV ofUpper = TV.GreaterThan(sum1, sum0) & TV.CreateBits(1);
        TV ofLower = (TV.GreaterThan(sum3, sum2) & TV.CreateBits(1)) | TV.CreateBits(2);
        ByteLanes.Store(TV.Select(TV.GreaterThan(TV.Max(sum2, sum3), TV.Max(sum0, sum1)), ofLower, ofUpper), choice);
        Store<TV, TActivation>(sum0, sum1, sum2, sum3, y);
    }

    /// <summary>Stores the largest of four sums, NaN where one of them is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TV, TActivation>(TV sum0, TV sum1, TV sum2, TV sum3, float* y)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        TV largest = Largest.OfFour(TV.Max(TV.Max(sum0, sum1), TV.Max(sum2, sum3)), sum0, sum1, sum2, sum3);
        (TActivation.IsCheap ? TActivation.Forward(largest) : largest).Store(y);
    }
}
