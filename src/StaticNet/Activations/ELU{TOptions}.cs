using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The ELU of a layer with an alpha of its own: x above 0, alpha (exp(x) - 1) below. The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ELU<TOptions> : IActivation
    where TOptions : struct, IELUOptions
{
    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
        => TV.Select(TV.GreaterThan(x, TV.Create(0f)), x, SimdMath.ExpMinusOne(x) * TV.Create(TOptions.Alpha));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
        => TV.Select(TV.GreaterThan(kept, TV.Create(0f)), TV.Create(1f), kept + TV.Create(TOptions.Alpha));
}
