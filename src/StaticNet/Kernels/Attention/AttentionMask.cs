namespace StaticNet.Kernels;

/// <summary>Which keys the queries of one sample ask.</summary>
internal readonly unsafe ref struct AttentionMask<TShape>
    where TShape : struct, IAttentionShape
{
    /// <summary>The score of a key that does not count: below any other, and finite.</summary>
    public const float MaskedScore = -1e30f;

    private readonly byte* _queries;
    private readonly int _firstKey;

    /// <param name="inputs">What the attention takes.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="bias">Where what is added to the scores of each key goes.</param>
    public AttentionMask(AttentionInputs inputs, int sample, float* bias)
    {
        Bias = bias;
        if (!TShape.HasMask)
            return;
        byte* keys = Of(inputs.KeyMask, sample, TShape.Keys), values = Of(inputs.ValueMask, sample, TShape.Keys);
        _queries = Of(inputs.QueryMask, sample, TShape.Queries);
        _firstKey = TShape.Keys;
        for (int i = TShape.Keys - 1; i >= 0; i--)
        {
            bool counts = (keys is null || keys[i] != 0) && (values is null || values[i] != 0);
            bias[i] = counts ? 0 : MaskedScore;
            if (counts)
                _firstKey = i;
        }

        new Span<float>(bias + TShape.Keys, Layout.Align(TShape.Keys) - TShape.Keys).Clear();
    }

    /// <summary>What is added to the scores of each key.</summary>
    public float* Bias { get; }

    /// <summary>The keys that a query may ask, from the first on.</summary>
    public static int KeysOf(int query) => TShape.IsCausal ? Math.Min(TShape.Keys, query + 1) : TShape.Keys;

    /// <summary>Whether the output of a query is 0.</summary>
    public bool IsZeroed(int query) => TShape.HasMask && TShape.ZeroesMasked && _queries is not null && _queries[query] == 0;

    /// <summary>Whether a query has no key that counts.</summary>
    public bool HasNoKey(int query)
        => TShape.HasMask && (_firstKey >= KeysOf(query) || (!TShape.ZeroesMasked && _queries is not null && _queries[query] == 0));

    /// <summary>The keys that queries may ask: those of the last, or all where one of them asks all alike.</summary>
    public int KeysOf(int first, int last)
    {
        for (int query = first; TShape.HasMask && query < last; query++)
        {
            if (HasNoKey(query))
                return TShape.Keys;
        }

        return KeysOf(last - 1);
    }

    private static byte* Of(byte* mask, int sample, int steps) => mask is null ? null : mask + ((nint)sample * Layout.Align(steps));
}
