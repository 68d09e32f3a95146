namespace StaticNet.Kernels;

/// <summary>The memory that a recurrence needs. A stride is that of its units, padded to whole vectors; gates are rows of that.</summary>
internal static class RecurrentSizes
{
    /// <summary>Gates of the kernels of each cell, and rows of gates that a step of it saves for the backward pass.</summary>
    public const int LSTMGates = 4, LSTMSavedRows = 4, GRUGates = 3, GRUSavedRows = 4, SimpleGates = 1, SimpleSavedRows = 1;

    /// <summary>The samples that walk through the steps together at most: whole tiles of every width.</summary>
    public const int Samples = 48;

    /// <summary>The starts of steps that are computed at a time.</summary>
    public const int Starts = 2 * Samples;

    /// <summary>Where sums and states begin in a scratch: behind the starts.</summary>
    public static long StatesAt(int gates, int stride) => (long)Starts * gates * stride;

    /// <summary>States of a sample that walk with it: h, c, and what the product with the recurrent kernel takes of h.</summary>
    private const int States = 3;

    /// <summary>A thread's scratch: starts, and the sums and states of a block of samples.</summary>
    public static long Scratch(int gates, int stride) => StatesAt(gates, stride) + ((long)Samples * (gates + States) * stride);

    /// <summary>What a step of a sequence leaves to those that follow, where they come one at a time: h and c.</summary>
    public static long Kept(int stride) => 2L * stride;

    /// <summary>The floats of a kernel, or of its gradient, that stay in the cache while all samples pass over it.</summary>
    private const int CachedFloats = 32 * 1024;

    /// <summary>
    /// Whether a recurrent kernel is so large that reading it costs more than the sums of a few samples, which then walk in larger blocks.
    /// </summary>
    public static bool WalksInBlocks(int gates, int units) => (long)gates * units * units > CachedFloats;

    /// <summary>The floats of a gradient that is computed at a time where what it is the product of is copied into panels.</summary>
    private const int PackedFloats = 1088 * 1024;

    /// <summary>Steps that are copied into panels at a time: what a tile reads of them stays in the first cache.</summary>
    public const int StepsInPanel = 256;

    /// <summary>Whether a recurrent kernel has so many columns that what its gradient is the product of is copied into panels.</summary>
    public static bool Packs(int gates, int units) => (long)gates * units * units > 2 * CachedFloats;

    /// <summary>Rows of a kernel's gradient that are computed at a time at most, in whole register tiles.</summary>
    public static int RowsInBlock(int gates, int units, int stride)
    {
        int rows = RowsOf(gates, units, GatesInBlock(gates, units, stride) * stride);
        return Packs(gates, units) ? System.Math.Min(rows, (units + Layout.TileRows - 1) / Layout.TileRows * Layout.TileRows) : rows;
    }

    private static int RowsOf(int gates, int units, int columns)
        => System.Math.Max(1, (Packs(gates, units) ? PackedFloats : CachedFloats) / columns / Layout.TileRows) * Layout.TileRows;

    /// <summary>
    /// Gates whose part of a kernel's gradient is computed at a time: all, or one where all were computed in several blocks of rows, each of
    /// which reads all gradients of the sums, and no gate ends inside a vector.
    /// </summary>
    public static int GatesInBlock(int gates, int units, int stride)
        => units == stride && Packs(gates, units) && RowsOf(gates, units, gates * stride) < units ? 1 : gates;

    /// <summary>Floats of a block of a kernel's gradient; panels lie behind it.</summary>
    public static long BlockFloats(int gates, int units, int stride) => RowsInBlock(gates, units, stride) * (long)GatesInBlock(gates, units, stride) * stride;

    /// <summary>Columns that are copied into panels at a time, which stay in the second cache.</summary>
    public const int ColumnsInPanels = 512;

    // Those of all tiles of rows are a third wider than tiles; a line more for each panel, of which the narrowest takes 8 columns.
    private static long Panels(int gates, int units, int stride)
    {
        if (!Packs(gates, units))
            return 0;
        int rows = RowsInBlock(gates, units, stride) / Layout.TileRows * Layout.Vector;
        return ((long)StepsInPanel * (ColumnsInPanels + rows)) + (2L * rows) + (2 * ColumnsInPanels);
    }

    /// <summary>Rows of a bias and its sums, before they are taken apart by gates.</summary>
    public const int BiasRows = 2;

    /// <summary>A block of gradients: rows of a kernel's, or a bias and the sums of what was saved.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="saved">The saved rows of a step.</param>
    /// <param name="units">The units.</param>
    /// <param name="stride">The stride.</param>
    public static long Block(int gates, int saved, int units, int stride)
    {
        long block = BlockFloats(gates, units, stride) + Panels(gates, units, stride);
        return System.Math.Max(block, ((long)BiasRows * gates * stride) + ((long)saved * stride));
    }

    /// <summary>Rows of weights in which each gate is padded to whole vectors.</summary>
    public static long Packed(int rows, int gates, int stride) => (long)rows * gates * stride;

    /// <summary>A kernel transposed: a row for each column, without gaps between gates.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="units">The units of a gate.</param>
    /// <param name="rowStride">The length of a row: the inputs', or the states'.</param>
    public static long Transposed(int gates, int units, int rowStride) => (long)gates * units * rowStride;

    /// <summary>Where the sums of a step start from, for each token.</summary>
    public static long Table(int vocabulary, int gates, int stride) => (long)vocabulary * gates * stride;
}
