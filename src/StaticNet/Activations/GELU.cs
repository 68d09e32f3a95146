using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.GELU"/>: x Φ(x), whose limit far below 0 is 0. The derivative takes the sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GELU : IActivation
{
    // Beyond, Φ is 1, or so small that its product with x is nothing; there it stays, while x does not.
    private const float End = 12.5f;

    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
        => TV.Select(TV.GreaterThan(TV.Create(-End), x), default, x * SimdMath.NormalDistribution(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
    {
        TV x = TV.Max(TV.Create(-End), TV.Min(TV.Create(End), kept));
        return TV.MultiplyAdd(x, SimdMath.NormalDensity(x), SimdMath.NormalDistribution(x));
    }
}
