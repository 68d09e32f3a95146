using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes and options of a normalisation over groups of channels, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGroupNormalizationShape : INormalizationShape
{
    /// <summary>The groups, each of as many neighbouring channels.</summary>
    static abstract int Groups { get; }
}
