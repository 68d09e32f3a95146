using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Numbers too small to matter, set to 0. Gradients that fade step by step become denormal numbers, which slow every instruction that
/// meets them down a hundredfold.
/// </summary>
internal static class Tiny
{
    /// <summary>The magnitude below which gradients, and means of them, are 0.</summary>
    private const float Gradient = 1e-30f;

    /// <summary>The same of means of squares of gradients.</summary>
    public const float Square = 1e-36f;

    /// <summary>The root of <see cref="Square"/>.</summary>
    public const float Root = 1e-18f;

    /// <summary>The smallest number that is not denormal.</summary>
    public const float Normal = 1.17549435e-38f;

    /// <summary>The number, or 0 where its magnitude is below 1e-30; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Flush<TV>(TV value)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(TV.Create(Gradient), SimdMath.Abs(value)), default, value);

    /// <summary>A number that is not negative, or 0 where it is below another; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV FlushPositive<TV>(TV value, float least)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(TV.Create(least), value), default, value);

    /// <summary>A single number, or 0 where its magnitude is below 1e-30.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Flush(double value) => Math.Abs(value) < Gradient ? 0 : (float)value;
}
