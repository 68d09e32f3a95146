using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>Which of an attention's probabilities are dropped, the others being divided by 1 - rate; by default none is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttentionDropout
{
    /// <summary>The part that is dropped.</summary>
    public float Rate { get; init; }

    /// <summary>The key of the random choice.</summary>
    public uint Key { get; init; }

    /// <summary>The samples of the batch before these.</summary>
    public int First { get; init; }
}
