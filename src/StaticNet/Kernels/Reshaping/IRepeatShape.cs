using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of pixels whose channels are repeated, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRepeatShape
{
    /// <summary>Pixels of a sample.</summary>
    static abstract int Pixels { get; }

    /// <summary>Numbers of a pixel.</summary>
    static abstract int Channels { get; }

    /// <summary>Floats from one pixel to the next.</summary>
    static abstract int Stride { get; }

    /// <summary>How often each channel is there afterwards.</summary>
    static abstract int Times { get; }

    /// <summary>Floats from one pixel to the next afterwards: a multiple of 16.</summary>
    static abstract int ResultStride { get; }
}
