namespace StaticNet.Kernels;

/// <summary>The memory that an attention needs. Keys' steps are padded to whole vectors where scores lie in rows of them.</summary>
internal static class AttentionSizes
{
    /// <summary>The scores of a block of queries that stay in a core's own cache.</summary>
    private const int CachedFloats = 8 * 1024;

    /// <summary>Queries of a block at most: whole register tiles of every width.</summary>
    private const int MaxQueries = 4 * Layout.TileRows;

    /// <summary>What is saved of a query for the backward pass: the largest of its scores, and what their exponentials are multiplied by.</summary>
    public const int SavedOfQuery = 2;

    /// <summary>The queries whose scores are computed at a time.</summary>
    public static int QueriesInBlock(int queries, int keys)
    {
        int cached = CachedFloats / Layout.Align(keys) / Layout.TileRows * Layout.TileRows;
        return System.Math.Min(queries, System.Math.Max(Layout.TileRows, System.Math.Min(MaxQueries, cached)));
    }

    /// <summary>What is saved of a sample: for each head and query.</summary>
    public static int Saved(int heads, int queries) => SavedOfQuery * heads * queries;

    /// <summary>The sums of a sample that the gradient by a single number is made of: one for each lane of the widest vector.</summary>
    public const int SumsOfNumber = Layout.Vector;

    /// <summary>The sums that the gradients by the weights of additive scores are made of: of one weight, or of one for each number of a key.</summary>
    public static int SumsOfWeights(bool sharesWeight, int keyDim) => sharesWeight ? SumsOfNumber : Layout.Align(keyDim);

    /// <summary>The sums of a sample that gradients by what is learned are made of.</summary>
    public static int Sums(bool learnsScale, bool learnsWeights, bool sharesWeight, int keyDim)
        => (learnsScale ? SumsOfNumber : 0) + (learnsWeights ? SumsOfWeights(sharesWeight, keyDim) : 0);

    /// <summary>Where the values of a head, transposed, begin in a scratch: behind its keys, transposed.</summary>
    public static long ValuesAt(int keys, int keyDim) => (long)keyDim * Layout.Align(keys);

    /// <summary>Where begins what is added to the scores of each key: 0, or a large negative number where it is left out.</summary>
    public static long BiasAt(int keys, int keyDim, int valueDim) => (long)(keyDim + valueDim) * Layout.Align(keys);

    /// <summary>Where the scores of a block of queries begin.</summary>
    public static long ScoresAt(int keys, int keyDim, int valueDim) => (long)(keyDim + valueDim + 1) * Layout.Align(keys);

    /// <summary>Where the gradients by those begin.</summary>
    public static long GradientsAt(int queries, int keys, int keyDim, int valueDim)
        => ScoresAt(keys, keyDim, valueDim) + ((long)QueriesInBlock(queries, keys) * Layout.Align(keys));

    /// <summary>Where a block's outputs begin, or their gradients, each head padded to whole vectors.</summary>
    public static long OutputsAt(int queries, int keys, int keyDim, int valueDim)
        => GradientsAt(queries, keys, keyDim, valueDim) + ((long)QueriesInBlock(queries, keys) * Layout.Align(keys));

    /// <summary>Where values begin in what the steps of a sequence leave to those that follow: behind the keys of all heads, transposed.</summary>
    public static long KeptValuesAt(int keys, int heads, int keyDim) => (long)heads * keyDim * Layout.Align(keys);

    /// <summary>What the steps of a sequence leave to those that follow.</summary>
    public static long Kept(int keys, int heads, int keyDim, int valueDim)
        => KeptValuesAt(keys, heads, keyDim) + ((long)keys * heads * Layout.Align(valueDim));

    /// <summary>The scratch of one step, which asks keys that are transposed already: its scores, then its output.</summary>
    public static long StepScratch(int keys, int valueDim) => Layout.Align(keys) + Layout.Align(valueDim);

    /// <summary>A thread's scratch.</summary>
    public static long Scratch(int queries, int keys, int keyDim, int valueDim)
        => OutputsAt(queries, keys, keyDim, valueDim) + ((long)QueriesInBlock(queries, keys) * Layout.Align(valueDim));
}
