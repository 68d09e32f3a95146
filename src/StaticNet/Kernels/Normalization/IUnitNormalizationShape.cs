using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a value whose rows or columns are brought to length 1, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnitNormalizationShape
{
    /// <summary>The rows of a sample.</summary>
    static abstract int Rows { get; }

    /// <summary>The numbers of a row.</summary>
    static abstract int Width { get; }

    /// <summary>From one row of the input to the next: the width, or the width rounded up to a multiple of 16.</summary>
    static abstract int InputStride { get; }

    /// <summary>From one row of the output to the next, likewise.</summary>
    static abstract int Stride { get; }

    /// <summary>Whether rows get length 1, and not columns.</summary>
    static abstract bool AlongRows { get; }
}
