namespace StaticNet.Kernels;

/// <summary>How numbers lie in memory.</summary>
internal static class Layout
{
    /// <summary>Floats of the widest vector, or of a cache line. Rows with a gradient, and all parameters, begin at such a boundary.</summary>
    public const int Vector = 16;

    /// <summary>Rows of the largest register tile of a product, a multiple of those of narrower widths. Work is cut in multiples of them.</summary>
    public const int TileRows = 12;

    /// <summary>Rounds up to whole vectors; of a mask, a byte a step, likewise to 16 bytes.</summary>
    public static int Align(int count) => (count + Vector - 1) & ~(Vector - 1);

    /// <inheritdoc cref="Align(int)"/>
    public static long Align(long count) => (count + Vector - 1) & ~(long)(Vector - 1);

    /// <summary>Where a column of a row lies whose columns are in panels of 16 so far apart; beside each other if that is 16.</summary>
    public static int Place(int column, int panel) => (column / Vector * panel) + (column % Vector);
}
