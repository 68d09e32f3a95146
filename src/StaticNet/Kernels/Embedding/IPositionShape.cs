using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a sequence to whose steps something is added, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPositionShape
{
    /// <summary>The steps of a sequence.</summary>
    static abstract int Steps { get; }

    /// <summary>The numbers of a step.</summary>
    static abstract int Width { get; }

    /// <summary>Floats from one step of the input to the next: the width, or the width rounded up to a multiple of 16.</summary>
    static abstract int InputStride { get; }

    /// <summary>Floats from one step of the output to the next.</summary>
    static abstract int Stride { get; }
}
