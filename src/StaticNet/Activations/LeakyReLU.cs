using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.LeakyReLU"/>: x above 0, 0.2 x below. The derivative takes the result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LeakyReLU : IActivation
{
    /// <inheritdoc/>
    static bool IActivation.IsCheap => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
        => TV.Max(x * TV.Create(0.2f), x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
        => TV.Select(TV.GreaterThan(kept, TV.Create(0f)), TV.Create(1f), TV.Create(0.2f));
}
