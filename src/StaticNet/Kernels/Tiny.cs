using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Numbers too small to matter, set to 0. Gradients that fade step by step become denormal numbers, which slow every instruction that
/// meets them down a hundredfold.
/// </summary>
internal static class Tiny
{
    /// <summary>The number, or 0 where its magnitude is not above 1e-30; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Flush<TV>(TV value)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(TV.Create(1e-30f), SimdMath.Abs(value)), default, value);
}
