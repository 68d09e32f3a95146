using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.HardSiLU"/>: x HardSigmoid(x), which is 0 far below 0. The derivative takes the sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSiLU : IActivation
{
    // Beyond, the part of x that is left is all or nothing.
    private const float End = 3f;

    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
    {
        // A product with 0 that is 0 for an infinite x, too.
        TV part = TV.Min(TV.Create(6f), TV.Max(TV.Create(0f), x + TV.Create(3f))) * TV.Create(1f / 6);
        return TV.Select(TV.GreaterThan(TV.Create(-End), x), default, x * part);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
        => TV.Select(
            TV.GreaterThan(TV.Create(End), kept),
            TV.GreaterThan(kept, TV.Create(-End)) & TV.MultiplyAdd(kept, TV.Create(1f / 3), TV.Create(0.5f)),
            TV.Create(1f));
}
