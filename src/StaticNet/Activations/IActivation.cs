using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// An activation that works number by number, with its derivative: the unit that products fuse into their results. Which of the two a
/// derivative is written in, the sum before the activation or its result, is part of each definition.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IActivation
{
    /// <summary>Whether it is a few instructions, which a product applies in registers; others run over the finished block.</summary>
    internal static abstract bool IsCheap { get; }

    /// <summary>The activation.</summary>
    internal static abstract TV Forward<TV>(TV x)
        where TV : unmanaged, ISimd<TV>;

    /// <summary>The derivative, from what the forward pass keeps.</summary>
    internal static abstract TV Derivative<TV>(TV kept)
        where TV : unmanaged, ISimd<TV>;
}
