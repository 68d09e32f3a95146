using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The memory that a dense layer needs.</summary>
internal static class DenseSizes
{
    /// <summary>The most rows of a kernel's gradient that are computed at a time, in whole register tiles.</summary>
    public const int MaxRows = 8 * Layout.TileRows;

    /// <summary>The most panels of 16 columns: as much of a gradient as stays in the cache while the rows of a batch pass over it.</summary>
    public const int MaxPanels = 8;

    /// <summary>The fewest rows for which it is worth reading a kernel that is too large for the second cache.</summary>
    public const int MinRows = 4 * Layout.TileRows;

    /// <summary>Whether a kernel is too large for the second cache, so that it is read for <see cref="MinRows"/> or more at a time.</summary>
    public static bool TakesManyRows(int inputs, int unitStride) => inputs * (long)unitStride > 128 * 1024;

    /// <summary>
    /// Whether a layer is so small that its code is written out: a pass of up to 32 multiplications of a vector, all of which the just-in-time
    /// compiler still turns into instructions. It gives up on twice as many.
    /// </summary>
    public static bool IsSmall(int inputs, int units)
        => units > 1 && inputs * (long)Layout.Align(units) <= MaxUnrolled && units * (long)Layout.Align(inputs) <= MaxUnrolled;

    private const int MaxUnrolled = 512;

    /// <summary>
    /// Rows of a batch that stay in the first cache while those of a kernel's gradient pass over them; of a small layer any number do.
    /// </summary>
    public static int RowsTogether(int inputs, int units) => IsSmall(inputs, units) ? int.MaxValue : RowsAtATime;

    /// <summary>The columns of those.</summary>
    public const int MaxColumns = MaxPanels * Layout.Vector;

    /// <summary>Rows of a block of the kernel's gradient.</summary>
    public static int Rows(int inputs) => System.Math.Min(MaxRows, inputs);

    /// <summary>Rows of a batch that stay in the first cache while those of a kernel's gradient pass over them.</summary>
    public const int RowsAtATime = 128;

    /// <summary>
    /// Whether inputs are copied for the kernel's gradient, and gradients by the sums likewise: rows that are apart by whole pages fall into one set of the
    /// first cache. It pays where a block has all its rows and columns.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCopied(int stride, int inputs, int unitStride) => stride % 1024 == 0 && inputs >= MaxRows && unitStride >= MaxColumns;

    /// <summary>The inputs that are copied at a time.</summary>
    public static int CopiedInputs(int inputs, int inputStride, int unitStride) => IsCopied(inputStride, inputs, unitStride) ? RowsAtATime * MaxRows : 0;

    /// <summary>The gradients by the sums that are copied at a time.</summary>
    public static int CopiedSums(int inputs, int unitStride) => IsCopied(unitStride, inputs, unitStride) ? RowsAtATime * MaxColumns : 0;

    /// <summary>The gradients of a block of a kernel.</summary>
    public static int Gradients(int inputs, int unitStride) => Rows(inputs) * System.Math.Min(MaxColumns, unitStride);

    /// <summary>A block of gradients: of the kernel's with what is copied for it, all of a single unit's, or the bias'.</summary>
    public static long Block(int inputs, int inputStride, int units, int unitStride)
        => units == 1 ? Layout.Align((long)inputs)
            : System.Math.Max(unitStride, Gradients(inputs, unitStride) + CopiedInputs(inputs, inputStride, unitStride) + CopiedSums(inputs, unitStride));

    /// <summary>The transposed kernel: in panels as the kernel, a row a unit.</summary>
    public static long Transposed(int units, int inputStride) => (long)units * inputStride;
}
