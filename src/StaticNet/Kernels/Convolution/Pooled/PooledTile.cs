using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// A convolution and the 2x2 max pooling behind it in one pass: a register tile holds the four sums of up to three cells of the pooled
/// image, of which one number a channel is stored. Sums that no cell covers are never computed.
/// </summary>
internal static unsafe class PooledTile
{
    /// <summary>One row of the pooled image.</summary>
    /// <param name="x">The first pixel of the first window.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="bias">The bias, or null.</param>
    /// <param name="y">Where the row goes.</param>
    /// <param name="choices">Where it is noted which of the four sums was the first largest, or null.</param>
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
        int cells = TShape.OutputWidth / 2, tiles = (cells + 2) / 3;
        for (int tile = 0, cell = 0; tile < tiles; tile++)
        {
            int count = (cells - cell) / (tiles - tile);
            float* from = x + (2 * cell * TShape.StrideWidth * TShape.InputStride), to = y + (cell * TShape.OutputStride);
            byte* notes = choices is null ? null : choices + (cell * TShape.OutputStride);
            switch (count)
            {
                case 1: Tile<TV, Constant1, TVectors, TShape, TActivation>(from, kernel, bias, to, notes); break;
                case 2: Tile<TV, Constant2, TVectors, TShape, TActivation>(from, kernel, bias, to, notes); break;
                case 3: Tile<TV, Constant3, TVectors, TShape, TActivation>(from, kernel, bias, to, notes); break;
                default: throw new UnreachableException();
            }

            cell += count;
        }
    }

    // The conditions are on constants: what remains after compilation is exactly the tile asked for.
    [MethodImpl(Compiled.Alone)]
    private static void Tile<TV, TCells, TVectors, TShape, TActivation>(float* left, float* right, float* bias, float* y, byte* choices)
        where TV : unmanaged, ISimd<TV>
        where TCells : struct, IConstant
        where TVectors : struct, IConstant
        where TShape : struct, IConvolutionShape
        where TActivation : struct, IActivation
    {
        int runs = Geometry<TShape>.RowsAreRuns ? 1 : TShape.KernelWidth, length = TShape.KernelWidth * TShape.Channels / runs;
        int runGap = (TShape.InputStride * TShape.KernelWidth / runs) - length, rowGap = Geometry<TShape>.Pitch - (TShape.InputStride * TShape.KernelWidth);
        float* lower = left + (TShape.StrideHeight * Geometry<TShape>.Pitch);
        TV start0 = bias is null ? default : TV.Load(bias);
        TV start1 = bias is null || TVectors.Value == 1 ? default : TV.Load(bias + TV.Count);
        TV sum000 = start0, sum001 = start1;
        TV sum010 = start0, sum011 = start1;
        TV sum020 = start0, sum021 = start1;
        TV sum030 = start0, sum031 = start1;
        TV sum100 = start0, sum101 = start1;
        TV sum110 = start0, sum111 = start1;
        TV sum120 = start0, sum121 = start1;
        TV sum130 = start0, sum131 = start1;
        TV sum200 = start0, sum201 = start1;
        TV sum210 = start0, sum211 = start1;
        TV sum220 = start0, sum221 = start1;
        TV sum230 = start0, sum231 = start1;
        for (int i = 0; i < TShape.KernelHeight; i++)
        {
            for (int run = 0; run < runs; run++)
            {
                for (int s = 0; s < length; s++)
                {
                    TV right0 = TV.Load(right);
                    TV right1 = TVectors.Value > 1 ? TV.Load(right + TV.Count) : default;
                    if (TCells.Value > 0)
                    {
                        TV x0 = TV.Create(left[0 * TShape.StrideWidth * TShape.InputStride]);
                        sum000 = TV.MultiplyAdd(x0, right0, sum000);
                        if (TVectors.Value > 1) sum001 = TV.MultiplyAdd(x0, right1, sum001);
                        TV x1 = TV.Create(left[1 * TShape.StrideWidth * TShape.InputStride]);
                        sum010 = TV.MultiplyAdd(x1, right0, sum010);
                        if (TVectors.Value > 1) sum011 = TV.MultiplyAdd(x1, right1, sum011);
                        TV x2 = TV.Create(lower[0 * TShape.StrideWidth * TShape.InputStride]);
                        sum020 = TV.MultiplyAdd(x2, right0, sum020);
                        if (TVectors.Value > 1) sum021 = TV.MultiplyAdd(x2, right1, sum021);
                        TV x3 = TV.Create(lower[1 * TShape.StrideWidth * TShape.InputStride]);
                        sum030 = TV.MultiplyAdd(x3, right0, sum030);
                        if (TVectors.Value > 1) sum031 = TV.MultiplyAdd(x3, right1, sum031);
                    }

                    if (TCells.Value > 1)
                    {
                        TV x0 = TV.Create(left[2 * TShape.StrideWidth * TShape.InputStride]);
                        sum100 = TV.MultiplyAdd(x0, right0, sum100);
                        if (TVectors.Value > 1) sum101 = TV.MultiplyAdd(x0, right1, sum101);
                        TV x1 = TV.Create(left[3 * TShape.StrideWidth * TShape.InputStride]);
                        sum110 = TV.MultiplyAdd(x1, right0, sum110);
                        if (TVectors.Value > 1) sum111 = TV.MultiplyAdd(x1, right1, sum111);
                        TV x2 = TV.Create(lower[2 * TShape.StrideWidth * TShape.InputStride]);
                        sum120 = TV.MultiplyAdd(x2, right0, sum120);
                        if (TVectors.Value > 1) sum121 = TV.MultiplyAdd(x2, right1, sum121);
                        TV x3 = TV.Create(lower[3 * TShape.StrideWidth * TShape.InputStride]);
                        sum130 = TV.MultiplyAdd(x3, right0, sum130);
                        if (TVectors.Value > 1) sum131 = TV.MultiplyAdd(x3, right1, sum131);
                    }

                    if (TCells.Value > 2)
                    {
                        TV x0 = TV.Create(left[4 * TShape.StrideWidth * TShape.InputStride]);
                        sum200 = TV.MultiplyAdd(x0, right0, sum200);
                        if (TVectors.Value > 1) sum201 = TV.MultiplyAdd(x0, right1, sum201);
                        TV x1 = TV.Create(left[5 * TShape.StrideWidth * TShape.InputStride]);
                        sum210 = TV.MultiplyAdd(x1, right0, sum210);
                        if (TVectors.Value > 1) sum211 = TV.MultiplyAdd(x1, right1, sum211);
                        TV x2 = TV.Create(lower[4 * TShape.StrideWidth * TShape.InputStride]);
                        sum220 = TV.MultiplyAdd(x2, right0, sum220);
                        if (TVectors.Value > 1) sum221 = TV.MultiplyAdd(x2, right1, sum221);
                        TV x3 = TV.Create(lower[5 * TShape.StrideWidth * TShape.InputStride]);
                        sum230 = TV.MultiplyAdd(x3, right0, sum230);
                        if (TVectors.Value > 1) sum231 = TV.MultiplyAdd(x3, right1, sum231);
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

        if (choices is null)
        {
            Store<TV, TActivation>(sum000, sum010, sum020, sum030, y);
            if (TVectors.Value > 1) Store<TV, TActivation>(sum001, sum011, sum021, sum031, y + TV.Count);
            if (TCells.Value > 1) Store<TV, TActivation>(sum100, sum110, sum120, sum130, y + (1 * TShape.OutputStride));
            if (TCells.Value > 1 && TVectors.Value > 1) Store<TV, TActivation>(sum101, sum111, sum121, sum131, y + (1 * TShape.OutputStride) + TV.Count);
            if (TCells.Value > 2) Store<TV, TActivation>(sum200, sum210, sum220, sum230, y + (2 * TShape.OutputStride));
            if (TCells.Value > 2 && TVectors.Value > 1) Store<TV, TActivation>(sum201, sum211, sum221, sum231, y + (2 * TShape.OutputStride) + TV.Count);
            return;
        }

        Store<TV, TActivation>(sum000, sum010, sum020, sum030, y, choices);
        if (TVectors.Value > 1) Store<TV, TActivation>(sum001, sum011, sum021, sum031, y + TV.Count, choices + TV.Count);
        if (TCells.Value > 1) Store<TV, TActivation>(sum100, sum110, sum120, sum130, y + (1 * TShape.OutputStride), choices + (1 * TShape.OutputStride));
        if (TCells.Value > 1 && TVectors.Value > 1) Store<TV, TActivation>(sum101, sum111, sum121, sum131, y + (1 * TShape.OutputStride) + TV.Count, choices + (1 * TShape.OutputStride) + TV.Count);
        if (TCells.Value > 2) Store<TV, TActivation>(sum200, sum210, sum220, sum230, y + (2 * TShape.OutputStride), choices + (2 * TShape.OutputStride));
        if (TCells.Value > 2 && TVectors.Value > 1) Store<TV, TActivation>(sum201, sum211, sum221, sum231, y + (2 * TShape.OutputStride) + TV.Count, choices + (2 * TShape.OutputStride) + TV.Count);
    }

    /// <summary>Stores the largest of four sums, NaN where one of them is, and notes which it was, the first where several are.</summary>
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
