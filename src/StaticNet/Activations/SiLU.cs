using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.SiLU"/>: x sigmoid(x). The derivative takes the sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLU : IActivation
{
    /// <inheritdoc/>
    public static bool IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Forward<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => x * SimdMath.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Derivative<TV>(TV kept)
        where TV : unmanaged, ISimd<TV>
    {
        TV s = SimdMath.Sigmoid(kept);
        return TV.MultiplyAdd(s * kept, TV.Create(1f) - s, s);
    }
}
