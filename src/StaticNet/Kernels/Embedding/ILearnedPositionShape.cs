using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a sequence and of the learned table that is added to it, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILearnedPositionShape : IPositionShape
{
    /// <summary>The floats of the table, whose rows are as far apart as those of the output: at least those of a sequence.</summary>
    static abstract int TableFloats { get; }
}
