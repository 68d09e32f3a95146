using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The weights of a recurrence, each gate padded to whole vectors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct RecurrentWeights
{
    /// <summary>The kernel: a row for each number of the input.</summary>
    public float* Kernel { get; init; }

    /// <summary>The recurrent kernel: a row for each number of the state.</summary>
    public float* Recurrent { get; init; }

    /// <summary>What sums with the input start from; none where there is no bias.</summary>
    public float* Bias { get; init; }

    /// <summary>What sums with the state start from, in a GRU that resets after the product; else none.</summary>
    public float* RecurrentBias { get; init; }
}
