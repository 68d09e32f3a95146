using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary><see cref="Activation.SiLU"/>: x sigmoid(x), whose limit far below 0 is 0. The derivative takes the sum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLU : IActivation
{
    // Beyond, the sigmoid is 1, or so small that its product with x is nothing; there it stays, while x does not.
    private const float End = 87f;

    /// <inheritdoc/>
    static bool IActivation.IsCheap => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
        => TV.Select(TV.GreaterThan(TV.Create(-End), x), default, x * SimdMath.Sigmoid(x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
    {
        TV x = TV.Max(TV.Create(-End), TV.Min(TV.Create(End), kept)), s = SimdMath.Sigmoid(x);
        return TV.MultiplyAdd(s * x, TV.Create(1f) - s, s);
    }
}
