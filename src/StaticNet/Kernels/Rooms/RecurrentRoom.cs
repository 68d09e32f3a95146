namespace StaticNet.Kernels;

/// <summary>The memory that a recurrence needs. A stride is that of its units, padded to whole vectors; gates are rows of that.</summary>
internal static class RecurrentRoom
{
    /// <summary>Gates of the kernels of each cell, and rows of gates that a step of it notes for the way back.</summary>
    public const int LSTMGates = 4, LSTMNotes = 4, GRUGates = 3, GRUNotes = 4, SimpleGates = 1, SimpleNotes = 1;

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
    public static bool IsLarge(int gates, int units) => (long)gates * units * units > CachedFloats;

    /// <summary>Rows of a kernel's gradient that are computed at a time, in whole register tiles.</summary>
    public static int RowsInBlock(int columns) => System.Math.Max(1, CachedFloats / columns / Layout.TileRows) * Layout.TileRows;

    // A block of fewer rows would read all gradients of the sums too often.
    private const int FewRows = 4 * Layout.TileRows;

    /// <summary>Gates whose part of a kernel's gradient is computed at a time: all, or one where units are many and no gate ends inside a vector.</summary>
    public static int GatesInBlock(int gates, int units, int stride) => units == stride && RowsInBlock(gates * stride) < FewRows ? 1 : gates;

    /// <summary>Rows of a bias and its sums, before they are taken apart by gates.</summary>
    public const int BiasRows = 2;

    /// <summary>A block of gradients: rows of a kernel's, or a bias and the sums of what was noted.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="notes">The noted rows of a step.</param>
    /// <param name="units">The units.</param>
    /// <param name="stride">The stride.</param>
    public static long Block(int gates, int notes, int units, int stride)
    {
        int columns = GatesInBlock(gates, units, stride) * stride;
        return System.Math.Max(RowsInBlock(columns) * (long)columns, ((long)BiasRows * gates * stride) + ((long)notes * stride));
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
