using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.Softsign"/>: x / (1 + |x|), with the slope (1 - |result|)². The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softsign : IActivation
{
    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
    {
        // Beyond, it is 1 to a float, also where x is infinite.
        TV max = TV.Create(1e30f), moderate = TV.Max(TV.Create(0f) - max, TV.Min(max, x));
        return moderate / (TV.Create(1f) + SimdMath.Abs(moderate));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
    {
        TV rest = TV.Create(1f) - SimdMath.Abs(kept);
        return rest * rest;
    }
}
