using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of an image with a frame around it, as constants; height and width are those of the image inside.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFrameShape : IImageShape
{
    /// <summary>Rows of the frame above the image.</summary>
    static abstract int Top { get; }

    /// <summary>Pixels of the frame on the left of the image.</summary>
    static abstract int Left { get; }

    /// <summary>Rows of the frame below the image.</summary>
    static abstract int Bottom { get; }

    /// <summary>Pixels of the frame on the right of the image.</summary>
    static abstract int Right { get; }
}
