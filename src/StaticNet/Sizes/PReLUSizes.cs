namespace StaticNet.Kernels;

/// <summary>The memory that a PReLU needs.</summary>
internal static class PReLUSizes
{
    private const int MaxBlock = 4096;

    /// <summary>A block of gradients: as many of alpha as are taken at once.</summary>
    public static int Block(long floats) => (int)Math.Min(floats, MaxBlock);
}
