using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// The numbers of one input or output of many samples. Generated code says where the caller's lie; what a model has in common for all of them says
/// how far they lie apart.
/// </summary>
/// <param name="start">The first sample's, floats or whole numbers.</param>
/// <param name="length">How many there are of all samples.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Column(void* start, int length)
{
    /// <summary>The first sample's.</summary>
    internal uint* Start { get; init; } = (uint*)start;

    /// <summary>How many there are of all samples.</summary>
    internal int Length { get; } = length;

    /// <summary>From a sample's to those of the next.</summary>
    internal nint Stride { get; init; }
}
