using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.Mish"/>: x tanh(softplus(x)), whose limit far below 0 is 0. The derivative takes the sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Mish : IActivation
{
    // Beyond, tanh(softplus(x)) is 1, or so small that its product with x is nothing. Between them it is n / (n + 2) with e = exp(x) and
    // n = e (e + 2).
    private const float Max = 20f, Min = -87f;

    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
    {
        TV e = SimdMath.Exp(TV.Min(TV.Create(Max), x)), n = e * (e + TV.Create(2f));
        return TV.Select(TV.GreaterThan(TV.Create(Min), x), default, x * (n / (n + TV.Create(2f))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
    {
        // tanh' is 1 - tanh², softplus' the sigmoid, both written in e.
        TV x = TV.Max(TV.Create(Min), TV.Min(TV.Create(Max), kept)), e = SimdMath.Exp(x), n = e * (e + TV.Create(2f));
        TV inverse = TV.Create(1f) / (n + TV.Create(2f));
        return TV.MultiplyAdd(TV.Create(4f) * x * e * (e + TV.Create(1f)), inverse, n) * inverse;
    }
}
