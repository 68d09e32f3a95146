using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of one dense layer, as constants that the compiler folds into the kernel made for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDenseShape
{
    /// <summary>Numbers in an input row.</summary>
    static abstract int Inputs { get; }

    /// <summary>Floats from one input row to the next.</summary>
    static abstract int InputStride { get; }

    /// <summary>Numbers in an output row.</summary>
    static abstract int Units { get; }

    /// <summary>
    /// Floats from one output row to the next: the units rounded up to a multiple of 16. The kernel has as many columns, in panels of 16, but for a
    /// single unit, whose kernel has no gaps.
    /// </summary>
    static abstract int UnitStride { get; }
}
