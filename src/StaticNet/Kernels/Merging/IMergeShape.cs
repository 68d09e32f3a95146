using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of two values that are merged, and how.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMergeShape
{
    /// <summary>The rows of a sample.</summary>
    static abstract int Rows { get; }

    /// <summary>Numbers in a row of each of the two.</summary>
    static abstract int Units { get; }

    /// <summary>Floats from one of their rows to the next, a multiple of 16.</summary>
    static abstract int UnitStride { get; }

    /// <summary>Floats from one row of the result to the next, a multiple of 16.</summary>
    static abstract int OutputStride { get; }

    /// <summary>How they are merged.</summary>
    static abstract MergeMode MergeMode { get; }
}
