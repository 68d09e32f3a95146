using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.Softplus"/>: log(1 + exp(x)); its derivative is 1 - exp(-result). The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softplus : IActivation
{
    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
        => SimdMath.Softplus(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
        => TV.Create(0f) - SimdMath.ExpMinusOne(TV.Create(0f) - kept);
}
