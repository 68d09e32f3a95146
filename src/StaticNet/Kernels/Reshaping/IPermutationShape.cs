using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The sizes of an image and the order that its axes get, as constants. Axis 0 is the height, 1 the width, 2 the channels.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPermutationShape : IImageShape
{
    /// <summary>The axis of the image that becomes the result's height.</summary>
    static abstract int First { get; }

    /// <summary>The axis of the image that becomes the result's width.</summary>
    static abstract int Second { get; }

    /// <summary>The axis of the image that becomes the result's channels.</summary>
    static abstract int Third { get; }

    /// <summary>Floats from one pixel of the result to the next.</summary>
    static abstract int ResultStride { get; }
}
