using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The sizes of rows whose numbers go, in their order, into rows of another width, as constants: there are as many numbers on both sides.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReshapeShape
{
    /// <summary>Rows of a sample before.</summary>
    static abstract int Rows { get; }

    /// <summary>Numbers in a row before.</summary>
    static abstract int Width { get; }

    /// <summary>Floats from one row to the next before.</summary>
    static abstract int Stride { get; }

    /// <summary>Rows of a sample after.</summary>
    static abstract int ResultRows { get; }

    /// <summary>Numbers in a row after.</summary>
    static abstract int ResultWidth { get; }

    /// <summary>Floats from one row to the next after.</summary>
    static abstract int ResultStride { get; }
}
