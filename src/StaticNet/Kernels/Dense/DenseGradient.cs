using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The gradient of a block of a dense layer's kernel, xᵀ · dz, some rows of the batch at a time. Where rows are apart by whole pages, all numbers of a
/// column fall into one set of the first cache, which cannot hold them until the next tile comes: they are copied to where they lie without gaps. The
/// sums and their order are the same.
/// </summary>
/// <typeparam name="TShape">The sizes of the layer.</typeparam>
internal readonly unsafe partial struct DenseGradient<TShape> : IProductShape
    where TShape : struct, IDenseShape
{
    public static int LeftRow => 1;

    public static int LeftStep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => CopiesInputs ? DenseSizes.MaxRows : TShape.InputStride;
    }

    public static int RightRow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => CopiesSums ? Layout.Vector : TShape.UnitStride;
    }

    public static int RightPanel
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => CopiesSums ? DenseSizes.RowsAtATime * Layout.Vector : Layout.Vector;
    }

    public static int ResultRow => Layout.Vector;

    // A small layer's sums run over any number of rows; whether its code is written out must not show.
    public static bool SplitsLongSums => false;

    public static int ResultPanel => DenseSizes.Rows(TShape.Inputs) * Layout.Vector;

    // Tiles of the widest vectors read less for each multiplication, which hides it.
    private static bool CopiesInputs
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !Simd.Is512 && DenseSizes.IsCopied(TShape.InputStride, TShape.Inputs, TShape.UnitStride);
    }

    private static bool CopiesSums
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !Simd.Is512 && DenseSizes.IsCopied(TShape.UnitStride, TShape.Inputs, TShape.UnitStride);
    }

    /// <summary>Computes the gradient of a block.</summary>
    /// <param name="x">The inputs of the batch.</param>
    /// <param name="dz">The gradients by the sums of the batch.</param>
    /// <param name="scratch">Where the gradient goes; what is copied lies behind it.</param>
    /// <param name="block">Which block.</param>
    /// <param name="before">The block that was computed in that scratch before, if any, of the same batch: its panels may be there still.</param>
    /// <param name="batch">The number of rows.</param>
    public static void Compute(float* x, float* dz, float* scratch, DenseBlock block, DenseBlock before, int batch)
    {
        float* inputs = scratch + DenseSizes.Gradients(TShape.Inputs, TShape.UnitStride), sums = inputs + DenseSizes.CopiedInputs(TShape.Inputs, TShape.InputStride, TShape.UnitStride);
        x += block.Row;
        dz += block.Panel * Layout.Vector;
        int columns = block.Panels * Layout.Vector;
        int together = DenseSizes.RowsTogether(TShape.Inputs, TShape.Units);
        bool hasSums = batch <= DenseSizes.RowsAtATime && before.Panels > 0 && before.Panel == block.Panel;
        for (int from = 0; from < batch; from += together, x += (nint)together * TShape.InputStride, dz += (nint)together * TShape.UnitStride)
        {
            int rows = Math.Min(together, batch - from);
            float* left = CopiesInputs ? inputs : x, right = CopiesSums ? sums : dz;
            if (CopiesInputs)
                Copy(x, TShape.InputStride, inputs, DenseSizes.MaxRows, Layout.Vector, rows, Layout.Align(block.Rows));
            if (CopiesSums && !hasSums)
                Copy(dz, TShape.UnitStride, sums, Layout.Vector, RightPanel, rows, columns);
            if (from == 0) Product.Run<DenseGradient<TShape>, ActivationOnly<Linear>>(left, right, scratch, block.Rows, columns, new(rows), default);
            else Product.Run<DenseGradient<TShape>, AddTo>(left, right, scratch, block.Rows, columns, new(rows), new(scratch));
        }
    }

    private static partial void Copy(float* from, int stride, float* to, int row, int panel, int rows, int columns);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Copy<TV>(float* from, int stride, float* to, int row, int panel, int rows, int columns)
        where TV : unmanaged, ISimd<TV>
    {
        for (int i = 0; i < rows; i++, from += stride, to += row)
        {
            float* target = to;
            for (int column = 0; column < columns; column += Layout.Vector, target += panel)
            {
                for (int lane = 0; lane < Layout.Vector; lane += TV.Count)
                    TV.Load(from + column + lane).Store(target + lane);
            }
        }
    }
}
