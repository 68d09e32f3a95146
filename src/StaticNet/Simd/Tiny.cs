using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Numbers too small to matter, set to 0. Gradients that fade step by step become denormal numbers, which slow every instruction that
/// meets them down a hundredfold.
/// </summary>
internal static class Tiny
{
    private const float Most = 1e-30f;

    /// <summary>The number, or 0 where its magnitude is below 1e-30; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Flush<TV>(TV value)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(TV.Create(Most), SimdMath.Abs(value)), default, value);

    /// <summary>The same of a single number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Flush(double value) => Math.Abs(value) < Most ? 0 : (float)value;
}
