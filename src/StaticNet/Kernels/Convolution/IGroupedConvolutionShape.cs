using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The sizes of a convolution whose channels and filters fall into groups that see nothing of each other. Groups are computed together in
/// blocks, such that blocks end with a vector; within a block the kernel holds zeros where groups do not meet.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGroupedConvolutionShape : IConvolutionShape
{
    /// <summary>The number of groups, which divides channels and filters.</summary>
    static abstract int Groups { get; }

    /// <summary>Groups of a block whose filters are whole vectors, or all groups.</summary>
    static abstract int FilterBlock { get; }

    /// <summary>Groups of a block whose channels are whole vectors, or all groups.</summary>
    static abstract int ChannelBlock { get; }
}
