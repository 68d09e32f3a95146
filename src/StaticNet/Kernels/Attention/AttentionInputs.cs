using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>What an attention takes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct AttentionInputs
{
    /// <summary>The queries: for each step a row a head, of whole vectors.</summary>
    public float* Query { get; init; }

    /// <summary>The keys, likewise.</summary>
    public float* Key { get; init; }

    /// <summary>The values, likewise.</summary>
    public float* Value { get; init; }

    /// <summary>The number that scores are multiplied by, or in additive scores query + key, where it is learned.</summary>
    public float* Scale { get; init; }

    /// <summary>The weights of the summands of additive scores, or their one, where they are learned.</summary>
    public float* Weights { get; init; }

    /// <summary>For each query whether it counts, samples whole vectors apart; null where all do.</summary>
    public byte* QueryMask { get; init; }

    /// <summary>For each key whether it counts, samples whole vectors apart; null where all do.</summary>
    public byte* KeyMask { get; init; }

    /// <summary>The same as the values' layer has it, where that is another.</summary>
    public byte* ValueMask { get; init; }
}
