using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>What lies at a place in work space, for people and for debuggers.</summary>
/// <param name="sizes">The shape of one sample's numbers.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Field)]
public sealed class ShapeAttribute(params int[] sizes) : Attribute
{
    /// <summary>The shape of one sample's numbers.</summary>
    public IReadOnlyList<int> Sizes { get; } = sizes;

    /// <summary>From one row, along the last axis, to the next, where rows have gaps between them.</summary>
    public int Stride { get; init; } = sizes[^1];

    /// <summary>Whether they are bytes, four in the place of a float.</summary>
    public bool IsBytes { get; init; }
}
