using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>One of several readings of a table by a batch, and the gradients that it got.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct TableReading
{
    /// <summary>The gradient by what was read: a row for each token, or for each sample where rows are averaged.</summary>
    public float* Gradient { get; init; }

    /// <summary>The tokens of a sample.</summary>
    public int Tokens { get; init; }

    /// <summary>Whether the rows of a sample's tokens are averaged.</summary>
    public bool Averages { get; init; }

    /// <summary>What the sum of each sample was multiplied by, 16 numbers apart, where that is not the same for all.</summary>
    public float* Scales { get; init; }
}
