using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a part of a concatenation, and its place in the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConcatenationShape
{
    /// <summary>How many blocks of rows a sample has, each of which is concatenated by itself.</summary>
    static abstract int Blocks { get; }

    /// <summary>The part's rows in a block.</summary>
    static abstract int Rows { get; }

    /// <summary>The numbers in one of its rows.</summary>
    static abstract int Width { get; }

    /// <summary>From one of its rows to the next.</summary>
    static abstract int Stride { get; }

    /// <summary>The rows of a block of the result.</summary>
    static abstract int ResultRows { get; }

    /// <summary>The one that the part begins at.</summary>
    static abstract int RowAt { get; }

    /// <summary>The place in a row of the result that the part begins at.</summary>
    static abstract int ColumnAt { get; }

    /// <summary>From one row of the result to the next.</summary>
    static abstract int ResultStride { get; }

    /// <summary>Whether the rows of the result end with the part, so that what is behind it is 0.</summary>
    static abstract bool EndsRows { get; }
}
