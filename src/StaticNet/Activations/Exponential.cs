using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.Exponential"/>: exp(x), which is its own derivative. The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Exponential : IActivation
{
    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
    {
        // The square of the root reaches from 0 to infinity as exp(x) does; what would be denormal is 0.
        TV root = SimdMath.Exp(TV.Create(0.5f) * x);
        return Tiny.FlushPositive(root * root, Tiny.Normal);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
        => kept;
}
