namespace StaticNet.Kernels;

/// <summary>The memory that a dense layer needs.</summary>
internal static class DenseRoom
{
    /// <summary>A block of gradients: a register tile of the kernel's rows, all of a single unit's, or the bias'.</summary>
    public static long Block(int inputs, int units, int unitStride)
        => units == 1 ? Layout.Align((long)inputs) : Layout.TileRows * (long)unitStride;

    /// <summary>The floats of a kernel's gradient that stay in the cache while all rows of the batch pass over them.</summary>
    private const int CachedFloats = 32 * 1024;

    /// <summary>Rows of a kernel's gradient that are computed at a time where each sample has rows of its own, in whole register tiles.</summary>
    public static int RowsInBlock(int unitStride) => System.Math.Max(1, CachedFloats / unitStride / Layout.TileRows) * Layout.TileRows;

    /// <summary>A block of gradients where each sample has rows of its own: so many of the kernel's, or the bias'.</summary>
    public static long BlockOfRows(int inputs, int unitStride) => System.Math.Min(inputs, RowsInBlock(unitStride)) * (long)unitStride;

    /// <summary>The transposed kernel: a row a unit.</summary>
    public static long Transposed(int units, int inputStride) => (long)units * inputStride;
}
