namespace StaticNet.Kernels;

/// <summary>The memory that products of two values need.</summary>
internal static class DotSizes
{
    /// <summary>
    /// Scratch memory for a copy whose vectors run along the result: the second value for the products, either for the other's gradient, or the
    /// gradient itself.
    /// </summary>
    public static long Scratch(int rows, int columns, int length)
        => Math.Max(
            Math.Max(length * Layout.Align((long)columns), columns * Layout.Align((long)length)),
            Math.Max(columns * Layout.Align((long)rows), rows * Layout.Align((long)length)));
}
