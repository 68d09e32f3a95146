using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Some rows of weights with what an optimizer keeps for them.</summary>
internal readonly unsafe ref struct WeightRows(float* weights, float* state, int stateStride, int* indexes, int count, int stride)
{
    /// <summary>The row of index 0.</summary>
    public readonly float* Weights = weights;

    /// <summary>What is kept for it.</summary>
    public readonly float* State = state;

    /// <summary>From there to what else is kept for it.</summary>
    public readonly int StateStride = stateStride;

    /// <summary>Which rows; null for all from 0 on.</summary>
    public readonly int* Indexes = indexes;

    /// <summary>How many.</summary>
    public readonly int Count = count;

    /// <summary>The length of a row, a multiple of 16.</summary>
    public readonly int Stride = stride;

    /// <summary>Where one of the rows begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Start(int row) => (nint)(Indexes is null ? row : Indexes[row]) * Stride;
}
