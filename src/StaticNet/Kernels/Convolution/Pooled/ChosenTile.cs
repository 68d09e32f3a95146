using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The gradient of a pooled convolution's kernel where pixels have few channels: vectors run along 16 filters, whose gradients are shared
/// out to the four sums of a cell as the choices tell.
/// </summary>
internal static unsafe class ChosenTile
{
    private const int MostRows = 12;

    /// <summary>The gradient of all rows of the kernel for 16 filters, 16 floats a row.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Run<TV, TShape>(float* x, float* dz, byte* choices, int filter, float* sums, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        for (int column = 0; column < 16; column += TV.Count)
        {
            float* gradients = dz + filter + column, to = sums + column;
            byte* chosen = choices + filter + column;
            if (Sparse<TShape>.KernelRows <= MostRows && TShape.DilationWidth == 1)
            {
                // The whole window at once.
                Tile<TV, TShape, WholeWindow<TShape>>(x, gradients, chosen, to, batch);
                continue;
            }

            for (int i = 0; i < TShape.KernelHeight; i++)
            {
                float* row = x + (i * Geometry<TShape>.Pitch);
                int length = TShape.KernelWidth * TShape.InputStride, tiles = (length + MostRows - 1) / MostRows;
                for (int tile = 0, first = 0; tile < tiles; tile++)
                {
                    int count = (length - first) / (tiles - tile);
                    Part<TV, TShape>(row + first, gradients, chosen, to + (((i * length) + first) * 16), count, batch);
                    first += count;
                }
            }
        }
    }

    private static void Part<TV, TShape>(float* x, float* dz, byte* choices, float* sums, int rows, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        switch (rows)
        {
            case 1: Tile<TV, TShape, Constant1>(x, dz, choices, sums, batch); break;
            case 2: Tile<TV, TShape, Constant2>(x, dz, choices, sums, batch); break;
            case 3: Tile<TV, TShape, Constant3>(x, dz, choices, sums, batch); break;
            case 4: Tile<TV, TShape, Constant4>(x, dz, choices, sums, batch); break;
            case 5: Tile<TV, TShape, Constant5>(x, dz, choices, sums, batch); break;
            case 6: Tile<TV, TShape, Constant6>(x, dz, choices, sums, batch); break;
            case 7: Tile<TV, TShape, Constant7>(x, dz, choices, sums, batch); break;
            case 8: Tile<TV, TShape, Constant8>(x, dz, choices, sums, batch); break;
            case 9: Tile<TV, TShape, Constant9>(x, dz, choices, sums, batch); break;
            case 10: Tile<TV, TShape, Constant10>(x, dz, choices, sums, batch); break;
            case 11: Tile<TV, TShape, Constant11>(x, dz, choices, sums, batch); break;
            case 12: Tile<TV, TShape, Constant12>(x, dz, choices, sums, batch); break;
            default: throw new UnreachableException();
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void Tile<TV, TShape, TRows>(float* x, float* dz, byte* choices, float* sums, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TRows : struct, IConstant
    {
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
        for (int sample = 0; sample < batch; sample++, x += Geometry<TShape>.ImageFloats)
        {
            for (int p = 0; p < Sparse<TShape>.Height; p++)
            {
                float* cell = x + (p * Sparse<TShape>.RowStep);
                for (int q = 0; q < Sparse<TShape>.Width; q++, cell += Sparse<TShape>.CellStep, dz += TShape.OutputStride, choices += TShape.OutputStride)
                {
                    TV gradient = TV.Load(dz), choice = ByteLanes.Load<TV>(choices);
                    for (int k = 0; k < 4; k++)
                    {
                        TV chosen = ByteLanes.AreEqual(choice, k) & gradient;
                        float* window = cell + Sparse<TShape>.ChoiceStep(k);
                        sum0 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(0)]), chosen, sum0);
                        if (TRows.Value > 1) sum1 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(1)]), chosen, sum1);
                        if (TRows.Value > 2) sum2 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(2)]), chosen, sum2);
                        if (TRows.Value > 3) sum3 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(3)]), chosen, sum3);
                        if (TRows.Value > 4) sum4 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(4)]), chosen, sum4);
                        if (TRows.Value > 5) sum5 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(5)]), chosen, sum5);
                        if (TRows.Value > 6) sum6 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(6)]), chosen, sum6);
                        if (TRows.Value > 7) sum7 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(7)]), chosen, sum7);
                        if (TRows.Value > 8) sum8 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(8)]), chosen, sum8);
                        if (TRows.Value > 9) sum9 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(9)]), chosen, sum9);
                        if (TRows.Value > 10) sum10 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(10)]), chosen, sum10);
                        if (TRows.Value > 11) sum11 = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(11)]), chosen, sum11);
                    }
                }
            }
        }

        sum0.Store(sums);
        if (TRows.Value > 1) sum1.Store(sums + 16);
        if (TRows.Value > 2) sum2.Store(sums + 32);
        if (TRows.Value > 3) sum3.Store(sums + 48);
        if (TRows.Value > 4) sum4.Store(sums + 64);
        if (TRows.Value > 5) sum5.Store(sums + 80);
        if (TRows.Value > 6) sum6.Store(sums + 96);
        if (TRows.Value > 7) sum7.Store(sums + 112);
        if (TRows.Value > 8) sum8.Store(sums + 128);
        if (TRows.Value > 9) sum9.Store(sums + 144);
        if (TRows.Value > 10) sum10.Store(sums + 160);
        if (TRows.Value > 11) sum11.Store(sums + 176);
    }

    // Tiles of a part of a window stay in one of its rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int At<TShape, TRows>(int row)
        where TShape : struct, IConvolutionShape
        where TRows : struct, IConstant
    {
        int length = TShape.KernelWidth * TShape.InputStride;
        return typeof(TRows) == typeof(WholeWindow<TShape>) ? (row / length * Geometry<TShape>.Pitch) + (row % length) : row;
    }

    private readonly struct WholeWindow<TShape> : IConstant
        where TShape : struct, IConvolutionShape
    {
        public static int Value => Sparse<TShape>.KernelRows;
    }
}
