using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of an image and how many times larger it becomes, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUpSamplingShape : IImageShape
{
    /// <summary>Rows of the result for each of the image.</summary>
    static abstract int FactorHeight { get; }

    /// <summary>Pixels of the result for each in a row of the image.</summary>
    static abstract int FactorWidth { get; }
}
