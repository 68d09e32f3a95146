using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.HardSigmoid"/>: x / 6 + 1/2 between 0 and 1. The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSigmoid : IActivation
{
    /// <inheritdoc/>
    static bool IActivation.IsCheap => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
        => TV.Min(TV.Create(6f), TV.Max(TV.Create(0f), x + TV.Create(3f))) * TV.Create(1f / 6);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
        => TV.GreaterThan(kept, TV.Create(0f)) & TV.GreaterThan(TV.Create(1f), kept) & TV.Create(1f / 6);
}
