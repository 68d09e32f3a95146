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
    public static bool IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Forward<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(TV.Create(-End), x), default, x * SimdMath.NormalDistribution(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Derivative<TV>(TV kept)
        where TV : unmanaged, ISimd<TV>
    {
        TV x = TV.Max(TV.Create(-End), TV.Min(TV.Create(End), kept));
        return TV.MultiplyAdd(x, SimdMath.NormalDensity(x), SimdMath.NormalDistribution(x));
    }
}
