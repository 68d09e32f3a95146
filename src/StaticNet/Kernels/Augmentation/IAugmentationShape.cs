using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of an image, and what is seen where it is moved away, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAugmentationShape : IImageShape
{
    /// <summary>What is seen beyond the edges of the image.</summary>
    static abstract FillMode FillMode { get; }

    /// <summary>What is seen there with <see cref="FillMode.Constant"/>.</summary>
    static abstract float FillValue { get; }

    /// <summary>What is seen between pixels.</summary>
    static abstract Interpolation Interpolation { get; }
}
