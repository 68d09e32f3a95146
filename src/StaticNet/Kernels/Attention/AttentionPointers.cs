namespace StaticNet.Kernels;

/// <summary>The queries, keys and values of one head of one sample, or their gradients.</summary>
internal readonly unsafe ref struct AttentionPointers<TShape>
    where TShape : struct, IAttentionShape
{
    /// <summary>Floats from the query or key of a step to that of the next.</summary>
    public static int KeyStep => TShape.Heads * TShape.KeyStride;

    /// <summary>Floats from the value of a step to that of the next.</summary>
    public static int ValueStep => TShape.Heads * TShape.ValueStride;

    private readonly float* _saved;

    /// <param name="query">The queries of all samples.</param>
    /// <param name="key">Their keys.</param>
    /// <param name="value">Their values.</param>
    /// <param name="saved">What is saved of queries; null where nothing is.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="head">The head.</param>
    public AttentionPointers(float* query, float* key, float* value, float* saved, int sample, int head)
    {
        Query = query is null ? null : query + ((nint)sample * TShape.Queries * KeyStep) + ((nint)head * TShape.KeyStride);
        Key = key is null ? null : key + ((nint)sample * TShape.Keys * KeyStep) + ((nint)head * TShape.KeyStride);
        Value = value is null ? null : value + ((nint)sample * TShape.Keys * ValueStep) + ((nint)head * TShape.ValueStride);
        int own = AttentionSizes.Saved(1, TShape.Queries), all = Layout.Align(AttentionSizes.Saved(TShape.Heads, TShape.Queries));
        _saved = saved is null ? null : saved + ((nint)sample * all) + ((nint)head * own);
    }

    /// <summary>Its first query, or the gradient by it; null where there is none.</summary>
    public float* Query { get; }

    /// <summary>Its first key.</summary>
    public float* Key { get; }

    /// <summary>Its first value.</summary>
    public float* Value { get; }

    /// <summary>A query.</summary>
    public float* QueryAt(int query) => Query + ((nint)query * KeyStep);

    /// <summary>Saves what was found for a query, where that is asked for.</summary>
    public void Save(int query, (float Largest, float Factor) found)
    {
        if (_saved is null)
            return;
        _saved[AttentionSizes.SavedOfQuery * query] = found.Largest;
        _saved[(AttentionSizes.SavedOfQuery * query) + 1] = found.Factor;
    }

    /// <summary>What was saved of a query.</summary>
    public (float Largest, float Factor) SavedOf(int query)
        => (_saved[AttentionSizes.SavedOfQuery * query], _saved[(AttentionSizes.SavedOfQuery * query) + 1]);
}
