using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.GELU"/>: x Φ(x). The derivative takes the sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GELU : IActivation
{
    /// <inheritdoc/>
    public static bool IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Forward<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => x * SimdMath.NormalDistribution(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Derivative<TV>(TV kept)
        where TV : unmanaged, ISimd<TV>
        => TV.MultiplyAdd(kept, SimdMath.NormalDensity(kept), SimdMath.NormalDistribution(kept));
}
