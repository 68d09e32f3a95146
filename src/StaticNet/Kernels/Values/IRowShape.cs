using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a block of rows, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowShape
{
    /// <summary>Numbers in a row.</summary>
    static abstract int Width { get; }

    /// <summary>Floats from one row to the next.</summary>
    static abstract int Stride { get; }
}
