using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of two values that are merged number by number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairShape
{
    /// <summary>The rows of a sample of the result.</summary>
    static abstract int Rows { get; }

    /// <summary>The numbers in a row.</summary>
    static abstract int Width { get; }

    /// <summary>From one row of the first value to the next.</summary>
    static abstract int FirstStride { get; }

    /// <summary>From one row of the second value to the next.</summary>
    static abstract int SecondStride { get; }

    /// <summary>From one row of the result to the next.</summary>
    static abstract int Stride { get; }

    /// <summary>Whether the first has one row a sample, which counts for all.</summary>
    static abstract bool RepeatsFirst { get; }

    /// <summary>Whether the second has one row a sample, which counts for all.</summary>
    static abstract bool RepeatsSecond { get; }

    /// <summary>What the result is multiplied by.</summary>
    static abstract float Scale { get; }
}
