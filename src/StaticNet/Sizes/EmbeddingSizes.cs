namespace StaticNet.Kernels;

/// <summary>The memory that a table of embeddings needs.</summary>
internal static class EmbeddingSizes
{
    /// <summary>Rows whose gradients are summed before the optimizer takes them.</summary>
    public const int RowsInBlock = 16;

    /// <summary>A block of gradients.</summary>
    public static long Block(int stride) => (long)RowsInBlock * stride;
}
