using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a sequence, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISequenceShape
{
    /// <summary>Its steps.</summary>
    static abstract int Steps { get; }

    /// <summary>The numbers of a step.</summary>
    static abstract int Width { get; }

    /// <summary>From one step to the next.</summary>
    static abstract int Stride { get; }
}
