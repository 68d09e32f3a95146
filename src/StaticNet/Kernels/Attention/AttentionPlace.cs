namespace StaticNet.Kernels;

/// <summary>Where a head of one sample has its own.</summary>
internal readonly unsafe ref struct AttentionPlace<TShape>
    where TShape : struct, IAttentionShape
{
    /// <summary>Floats from the query or key of a step to that of the next.</summary>
    public static int KeyStep => TShape.Heads * TShape.KeyStride;

    /// <summary>Floats from the value of a step to that of the next.</summary>
    public static int ValueStep => TShape.Heads * TShape.ValueStride;

    private readonly float* _notes;

    /// <param name="query">The queries of all samples.</param>
    /// <param name="key">Their keys.</param>
    /// <param name="value">Their values.</param>
    /// <param name="notes">What queries note, if anything.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="head">The head.</param>
    public AttentionPlace(float* query, float* key, float* value, float* notes, int sample, int head)
    {
        Query = query is null ? null : query + ((nint)sample * TShape.Queries * KeyStep) + ((nint)head * TShape.KeyStride);
        Key = key is null ? null : key + ((nint)sample * TShape.Keys * KeyStep) + ((nint)head * TShape.KeyStride);
        Value = value is null ? null : value + ((nint)sample * TShape.Keys * ValueStep) + ((nint)head * TShape.ValueStride);
        int own = AttentionRoom.Notes(1, TShape.Queries), all = Layout.Align(AttentionRoom.Notes(TShape.Heads, TShape.Queries));
        _notes = notes is null ? null : notes + ((nint)sample * all) + ((nint)head * own);
    }

    /// <summary>Its first query, or the gradient by it; null where there is none.</summary>
    public float* Query { get; }

    /// <summary>Its first key.</summary>
    public float* Key { get; }

    /// <summary>Its first value.</summary>
    public float* Value { get; }

    /// <summary>A query.</summary>
    public float* QueryAt(int query) => Query + ((nint)query * KeyStep);

    /// <summary>Notes what a query has found, where that is asked for.</summary>
    public void Note(int query, (float Largest, float Factor) found)
    {
        if (_notes is null)
            return;
        _notes[AttentionRoom.NotesOfQuery * query] = found.Largest;
        _notes[(AttentionRoom.NotesOfQuery * query) + 1] = found.Factor;
    }

    /// <summary>What a query has noted.</summary>
    public (float Largest, float Factor) NotedOf(int query)
        => (_notes[AttentionRoom.NotesOfQuery * query], _notes[(AttentionRoom.NotesOfQuery * query) + 1]);
}
