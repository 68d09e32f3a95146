using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a sequence and of the waves that are added to it, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISinePositionShape : IPositionShape
{
    /// <summary>The longest wave, over 2π.</summary>
    static abstract float MaxWavelength { get; }
}
