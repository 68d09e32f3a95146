using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.ReLU"/>: max(x, 0). The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReLU : IActivation
{
    /// <inheritdoc/>
    public static bool IsCheap => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Forward<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => TV.Max(TV.Create(0f), x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Derivative<TV>(TV kept)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(kept, TV.Create(0f)), TV.Create(1f), TV.Create(0f));
}
