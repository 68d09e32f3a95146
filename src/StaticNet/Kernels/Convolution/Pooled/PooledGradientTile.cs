using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The gradient of a pooled convolution's kernel where pixels have few channels: vectors run along 16 filters, each of whose
/// gradients goes to that one of a cell's four sums that was chosen.
/// </summary>
internal static unsafe partial class PooledGradientTile
{
    private const int MaxRows = 12;

    /// <summary>The gradient of all rows of the kernel for 16 filters, 16 floats a row.</summary>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void Run<TV, TShape>(float* x, float* dz, byte* choices, int filter, float* sums, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
    {
        for (int column = 0; column < 16; column += TV.Count)
        {
            float* gradients = dz + filter + column, to = sums + column;
            byte* chosen = choices + filter + column;
            if (PooledGeometry<TShape>.KernelRows <= MaxRows && TShape.DilationWidth == 1)
            {
                // The whole window at once.
                Tile<TV, TShape, WholeWindow<TShape>>(x, gradients, chosen, to, batch);
                continue;
            }

            for (int i = 0; i < TShape.KernelHeight; i++)
            {
                float* row = x + (i * Geometry<TShape>.Pitch);
                int length = TShape.KernelWidth * TShape.InputStride, tiles = (length + MaxRows - 1) / MaxRows;
                for (int tile = 0, first = 0; tile < tiles; tile++)
                {
                    int count = (length - first) / (tiles - tile);
                    Tile<TV, TShape>(count, row + first, gradients, chosen, to + (((i * length) + first) * 16), batch);
                    first += count;
                }
            }
        }
    }

    [WrittenOut("Tile", MaxRows)]
    [MethodImpl(Compiled.Alone)]
    internal static void TileByLoops<TV, TShape, [UpTo(MaxRows)] TRows>(float* x, float* dz, byte* choices, float* sums, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConvolutionShape
        where TRows : struct, IConstant
    {
        Registers<TV> sum = default;
        for (int sample = 0; sample < batch; sample++, x += Geometry<TShape>.ImageFloats)
        {
            for (int p = 0; p < PooledGeometry<TShape>.Height; p++)
            {
                float* cell = x + (p * PooledGeometry<TShape>.RowStep);
                for (int q = 0; q < PooledGeometry<TShape>.Width; q++, cell += PooledGeometry<TShape>.CellStep, dz += TShape.OutputStride, choices += TShape.OutputStride)
                {
                    TV gradient = TV.Load(dz), choice = ByteLanes.Load<TV>(choices);
                    for (int k = 0; k < 4; k++)
                    {
                        TV chosen = ByteLanes.AreEqual(choice, k) & gradient;
                        float* window = cell + PooledGeometry<TShape>.ChoiceStep(k);
                        for (int row = 0; row < MaxRows; row++)
                        {
                            if (row < TRows.Value)
                                sum[row] = TV.MultiplyAdd(TV.Create(window[At<TShape, TRows>(row)]), chosen, sum[row]);
                        }
                    }
                }
            }
        }

        for (int row = 0; row < MaxRows; row++)
        {
            if (row < TRows.Value)
                sum[row].Store(sums + (row * 16));
        }
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
        public static int Value => PooledGeometry<TShape>.KernelRows;
    }
}
