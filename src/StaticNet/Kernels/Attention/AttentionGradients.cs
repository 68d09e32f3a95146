using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>Where the gradients by what an attention takes go, each laid out as that; null where nobody asks for one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct AttentionGradients
{
    /// <summary>By the queries.</summary>
    public float* Query { get; init; }

    /// <summary>By the keys.</summary>
    public float* Key { get; init; }

    /// <summary>By the values.</summary>
    public float* Value { get; init; }

    /// <summary>
    /// For each sample the sums that gradients by what is learned are made of, samples whole vectors apart: by the scale, spread over a vector, then by
    /// the weights, the same where they are one.
    /// </summary>
    public float* Sums { get; init; }
}
