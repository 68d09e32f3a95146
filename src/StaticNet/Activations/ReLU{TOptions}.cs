using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The ReLU of a layer with options: x above the threshold, at most the largest value, and slope (x - threshold) below. As no option is
/// below 0, the result tells on which side the sum was. The derivative takes the result.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReLU<TOptions> : IActivation
    where TOptions : struct, IReLUOptions
{
    // A gradient times a smaller slope may be denormal.
    private const float SmallestCheapSlope = 1e-6f;

    /// <inheritdoc/>
    static bool IActivation.IsCheap => TOptions.NegativeSlope is 0 or >= SmallestCheapSlope;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Forward<TV>(TV x)
    {
        TV threshold = TV.Create(TOptions.Threshold);
        TV above = float.IsPositiveInfinity(TOptions.MaxValue) ? x : TV.Min(TV.Create(TOptions.MaxValue), x);

        // A product with a slope of 0 would not be 0 where x is infinite.
        TV below = TOptions.NegativeSlope == 0 ? TV.Min(TV.Create(0f), TV.Max(TV.Create(0f), x)) : (x - threshold) * TV.Create(TOptions.NegativeSlope);
        return TV.Select(TV.GreaterThan(x, threshold), above, below);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TV IActivation.Derivative<TV>(TV kept)
    {
        TV slope = TV.Select(TV.GreaterThan(kept, TV.Create(0f)), TV.Create(1f), TV.Create(TOptions.NegativeSlope));
        return float.IsPositiveInfinity(TOptions.MaxValue) ? slope : TV.GreaterThan(TV.Create(TOptions.MaxValue), kept) & slope;
    }
}
