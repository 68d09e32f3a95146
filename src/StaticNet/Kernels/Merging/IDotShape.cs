using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The sizes of two values whose rows or columns are multiplied with one another, as constants: what is summed over runs along the rows of each in
/// memory, or along its columns.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDotShape
{
    /// <summary>The products' rows: what the first value has beside what is summed over.</summary>
    static abstract int Rows { get; }

    /// <summary>The products' columns: what the second value has beside what is summed over.</summary>
    static abstract int Columns { get; }

    /// <summary>How many numbers each product sums.</summary>
    static abstract int Length { get; }

    /// <summary>Whether a row of the first value in memory is summed over, and not a column.</summary>
    static abstract bool FirstAlongRows { get; }

    /// <summary>The same of the second value.</summary>
    static abstract bool SecondAlongRows { get; }

    /// <summary>From one row of the first value to the next.</summary>
    static abstract int FirstStride { get; }

    /// <summary>From one row of the second value to the next.</summary>
    static abstract int SecondStride { get; }

    /// <summary>From one row of products to the next.</summary>
    static abstract int Stride { get; }
}
