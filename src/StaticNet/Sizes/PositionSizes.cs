namespace StaticNet.Kernels;

/// <summary>The memory that a table of positions needs.</summary>
internal static class PositionSizes
{
    private const int MaxBlock = 4096;

    /// <summary>A block of gradients: as many of the table as are taken at once.</summary>
    public static int Block(long floats) => (int)Math.Min(floats, MaxBlock);
}
