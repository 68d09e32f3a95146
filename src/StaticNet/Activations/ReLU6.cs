using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.ReLU6"/>: max(x, 0), at most 6. The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReLU6 : IActivation
{
    /// <inheritdoc/>
    static bool IActivation.IsCheap => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
        => TV.Min(TV.Create(6f), TV.Max(TV.Create(0f), x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
        => TV.GreaterThan(kept, TV.Create(0f)) & TV.GreaterThan(TV.Create(6f), kept) & TV.Create(1f);
}
