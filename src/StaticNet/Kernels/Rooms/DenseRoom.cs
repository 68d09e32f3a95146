namespace StaticNet.Kernels;

/// <summary>The memory that a dense layer needs.</summary>
internal static class DenseRoom
{
    /// <summary>A block of gradients: a register tile of the kernel's rows, all of a single unit's, or the bias'.</summary>
    public static long Block(int inputs, int units, int unitStride)
        => units == 1 ? Layout.Align((long)inputs) : Layout.TileRows * (long)unitStride;

    /// <summary>The transposed kernel: a row a unit.</summary>
    public static long Transposed(int units, int inputStride) => (long)units * inputStride;
}
