using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>What the forward pass of a recurrence saves for the backward pass, a row for each step of each sample in the order of time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct RecurrentSaved
{
    /// <summary>The gates, which the backward pass turns into gradients by the sums.</summary>
    public float* Gates { get; init; }

    /// <summary>The states; the output where that is the same.</summary>
    public float* States { get; init; }

    /// <summary>The second states, if there are any.</summary>
    public float* Carries { get; init; }

    /// <summary>The states as the product with the recurrent kernel takes them, where a part of them is dropped.</summary>
    public float* Dropped { get; init; }

    /// <summary>What states are multiplied by before that product, a row for each sample, where a part of them is dropped.</summary>
    public float* Dropout { get; init; }
}
