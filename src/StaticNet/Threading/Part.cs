namespace StaticNet.Kernels;

/// <summary>Shares out rows or columns among threads.</summary>
internal static class Part
{
    /// <summary>Columns of a product that stay together: a single vector of them is the product's last, whoever computes it.</summary>
    public const int Columns = 2 * Layout.Vector;

    /// <summary>The range of one part of a product's columns.</summary>
    public static (int First, int Last) OfColumns(int count, int part, int parts)
    {
        int pairs = (count + Columns - 1) / Columns;
        return (Math.Min(count, (int)((long)pairs * part / parts) * Columns), Math.Min(count, (int)((long)pairs * (part + 1) / parts) * Columns));
    }

    /// <summary>
    /// The range of one part: whole vectors of 16, so that no two threads write to one cache line, as even as that allows.
    /// </summary>
    public static (int First, int Last) Of(int count, int part, int parts)
    {
        int vectors = (count + 15) / 16;
        return (Math.Min(count, (int)((long)vectors * part / parts) * 16), Math.Min(count, (int)((long)vectors * (part + 1) / parts) * 16));
    }
}
