using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>Which of an attention's probabilities fall, the others being divided by 1 - rate; by default none does.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttentionDropout
{
    /// <summary>The part that falls.</summary>
    public float Rate { get; init; }

    /// <summary>What the choice goes by.</summary>
    public uint Key { get; init; }

    /// <summary>The samples of the batch before these.</summary>
    public int First { get; init; }
}
