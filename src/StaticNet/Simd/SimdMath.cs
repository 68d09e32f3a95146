using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Elementary functions, lane by lane, within 3e-7 relative error over their useful range. Polynomials are those of Cephes
/// (S. Moshier), evaluated with fused multiply-adds. NaN in gives NaN out.
/// </summary>
internal static class SimdMath
{
    /// <summary>exp(x); below -87.3 it stays at the smallest normal number and above 88.3 at 2^127, so that no infinity appears.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Exp<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => ExpOfModerate(TV.Max(TV.Create(-87.33654f), TV.Min(TV.Create(88.37626f), x)));

    /// <summary>The same for x of at most 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV ExpOfNotPositive<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => ExpOfModerate(TV.Max(TV.Create(-87.33654f), x));

    // The same for x within those limits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV ExpOfModerate<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
    {
        TV power = PowerOfTwo(x, out TV rest);
        return TV.MultiplyAdd(rest, power, power);
    }

    /// <summary>exp(x) - 1, with full relative accuracy near 0; limited as <see cref="Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV ExpMinusOne<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => ExpMinusOneOfModerate(TV.Max(TV.Create(-87.33654f), TV.Min(TV.Create(88.37626f), x)));

    // The same for x within those limits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV ExpMinusOneOfModerate<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
    {
        TV power = PowerOfTwo(x, out TV rest);
        return TV.MultiplyAdd(rest, power, power - TV.Create(1f));
    }

    // exp(x) = 2^n (1 + rest).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV PowerOfTwo<TV>(TV x, out TV rest)
        where TV : unmanaged, ISimd<TV>
    {
        // x = n ln 2 + r with |r| at most ln 2 / 2; ln 2 in two parts, the first short enough that n times it is exact. Added to 1.5 · 2^23,
        // a number is rounded to a whole one, which then stands in the lowest bits.
        TV shift = TV.Create(12_582_912f), shifted = TV.MultiplyAdd(x, TV.Create(1.442695041f), shift);
        TV n = shifted - shift;
        TV r = TV.MultiplyAdd(n, TV.Create(-0.693359375f), x);
        r = TV.MultiplyAdd(n, TV.Create(2.12194440e-4f), r);

        TV p = TV.Create(1.9875691500e-4f);
        p = TV.MultiplyAdd(p, r, TV.Create(1.3981999507e-3f));
        p = TV.MultiplyAdd(p, r, TV.Create(8.3334519073e-3f));
        p = TV.MultiplyAdd(p, r, TV.Create(4.1665795894e-2f));
        p = TV.MultiplyAdd(p, r, TV.Create(1.6666665459e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(5.0000001201e-1f));
        rest = TV.MultiplyAdd(p, r * r, r);

        // n goes where a float keeps its exponent.
        return TV.ShiftLeftBits(TV.AddBits(shifted, TV.CreateBits(127)), 23);
    }

    /// <summary>1 / (1 + exp(-x)); below -87 it stays at 1.6e-38, so that no denormal number appears.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Sigmoid<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => TV.Create(1f) / (TV.Create(1f) + ExpOfModerate(TV.Max(TV.Create(-87.33654f), TV.Min(TV.Create(87f), TV.Create(0f) - x))));

    /// <summary>tanh(x), with full relative accuracy near 0: -m / (m + 2) with m = exp(-2x) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Tanh<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
    {
        TV max = TV.Create(43f);
        TV m = ExpMinusOneOfModerate(TV.Max(TV.Create(0f) - max, TV.Min(max, TV.Create(-2f) * x)));
        return (TV.Create(0f) - m) / (m + TV.Create(2f));
    }

    /// <summary>Sigmoid(x) tanh(y), with a single division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV SigmoidTimesTanh<TV>(TV x, TV y)
        where TV : unmanaged, ISimd<TV>
    {
        // Beyond, both are 0 or 1 to a float; and the product of two exponentials stays one.
        TV max = TV.Create(43f), least = TV.Create(-43f);
        TV d = ExpMinusOneOfModerate(TV.Max(least, TV.Min(max, TV.Create(0f) - x))) + TV.Create(2f);
        TV m = ExpMinusOneOfModerate(TV.Max(least, TV.Min(max, TV.Create(-2f) * y)));
        return (TV.Create(0f) - m) / (d * (m + TV.Create(2f)));
    }

    /// <summary>log(1 + exp(x)); below -85 it stays at 1.2e-37, so that no denormal number appears.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Softplus<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
    {
        // max(x, 0) + log(1 + u) with u = exp(-|x|) in (0, 1], by log(1 + u) = 2 artanh(s) with s = u / (2 + u), at most 1/3.
        TV u = ExpOfModerate(TV.Max(TV.Create(-85f), TV.Create(0f) - Abs(x)));
        TV s = LogParts(u, out TV p);
        return TV.MultiplyAdd(s + s, p, TV.Max(TV.Create(0f), x));
    }

    /// <summary>log(x) for x that is positive and no denormal number, as FreeBSD's logf computes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Log<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
    {
        // x = 2^k (1 + f) with 1 + f between the roots of 1/2 and 2.
        TV shifted = TV.AddBits(x, TV.CreateBits(0x3F80_0000 - 0x3F35_04F3));
        TV k = TV.FromBits(TV.ShiftRightBits(shifted, 23)) - TV.Create(127f);
        TV f = TV.AddBits(shifted & TV.CreateBits(0x007F_FFFF), TV.CreateBits(0x3F35_04F3)) - TV.Create(1f);
        TV s = f / (TV.Create(2f) + f), z = s * s, w = z * z;
        TV odd = z * TV.MultiplyAdd(w, TV.Create(0.28498786688f), TV.Create(0.66666662693f));
        TV even = w * TV.MultiplyAdd(w, TV.Create(0.24279078841f), TV.Create(0.40000972152f));
        TV half = TV.Create(0.5f) * f * f;
        TV small = TV.MultiplyAdd(s, half + odd + even, k * TV.Create(9.0580006145e-06f)) - half;

        // Of NaN that makes NaN.
        return TV.MultiplyAdd(k, TV.Create(6.9313812256e-01f), small + f) + (x - x);
    }

    /// <summary>log(1 + u) for u from 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV LogOfOnePlus<TV>(TV u)
        where TV : unmanaged, ISimd<TV>
    {
        TV s = LogParts(u, out TV p);
        return (s + s) * p;
    }

    // log(1 + u) = 2 artanh(s) = 2 s p, with s at most 1/3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV LogParts<TV>(TV u, out TV p)
        where TV : unmanaged, ISimd<TV>
    {
        TV s = u / (u + TV.Create(2f));
        TV q = s * s;
        p = TV.Create(1f / 13);
        p = TV.MultiplyAdd(p, q, TV.Create(1f / 11));
        p = TV.MultiplyAdd(p, q, TV.Create(1f / 9));
        p = TV.MultiplyAdd(p, q, TV.Create(1f / 7));
        p = TV.MultiplyAdd(p, q, TV.Create(1f / 5));
        p = TV.MultiplyAdd(p, q, TV.Create(1f / 3));
        p = TV.MultiplyAdd(p, q, TV.Create(1f));
        return s;
    }

    /// <summary>The standard normal distribution function: the part of the bell curve to the left of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV NormalDistribution<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
    {
        // Beyond, the tail would be a denormal number.
        x = TV.Max(TV.Create(-12.5f), TV.Min(TV.Create(12.5f), x));
        TV half = TV.Create(0.5f);
        TV t = x * TV.Create(0.70710678f);
        TV a = Abs(t);

        // The middle: 1/2 + erf(t) / 2 with t² = x² / 2.
        TV s = half * x * x;
        TV p = TV.Create(7.853861353153693e-5f);
        p = TV.MultiplyAdd(p, s, TV.Create(-8.010193625184903e-4f));
        p = TV.MultiplyAdd(p, s, TV.Create(5.188327685732524e-3f));
        p = TV.MultiplyAdd(p, s, TV.Create(-2.685381193529856e-2f));
        p = TV.MultiplyAdd(p, s, TV.Create(1.128358514861418e-1f));
        p = TV.MultiplyAdd(p, s, TV.Create(-3.761262582423300e-1f));
        p = TV.MultiplyAdd(p, s, TV.Create(1.128379165726710e+0f));
        TV middle = TV.MultiplyAdd(p * t, half, half);

        // The tails, without cancellation: erfc(a) / 2 = exp(-a²) / a · polynomial(1 / a²) / 2, with what a² lost in rounding.
        TV inverse = TV.Create(1f) / TV.Max(TV.Create(1f), a);
        TV q = inverse * inverse;
        TV near = TV.Create(2.326819970068386e-2f);
        near = TV.MultiplyAdd(near, q, TV.Create(-1.387039388740657e-1f));
        near = TV.MultiplyAdd(near, q, TV.Create(3.687424674597105e-1f));
        near = TV.MultiplyAdd(near, q, TV.Create(-5.824733027278666e-1f));
        near = TV.MultiplyAdd(near, q, TV.Create(6.210004621745983e-1f));
        near = TV.MultiplyAdd(near, q, TV.Create(-4.944515323274145e-1f));
        near = TV.MultiplyAdd(near, q, TV.Create(3.404879937665872e-1f));
        near = TV.MultiplyAdd(near, q, TV.Create(-2.741127028184656e-1f));
        near = TV.MultiplyAdd(near, q, TV.Create(5.638259427386472e-1f));
        TV far = TV.Create(-1.047766399936249e+1f);
        far = TV.MultiplyAdd(far, q, TV.Create(1.297719955372516e+1f));
        far = TV.MultiplyAdd(far, q, TV.Create(-7.495518717768503e+0f));
        far = TV.MultiplyAdd(far, q, TV.Create(2.921019019210786e+0f));
        far = TV.MultiplyAdd(far, q, TV.Create(-1.015265279202700e+0f));
        far = TV.MultiplyAdd(far, q, TV.Create(4.218463358204948e-1f));
        far = TV.MultiplyAdd(far, q, TV.Create(-2.820767439740514e-1f));
        far = TV.MultiplyAdd(far, q, TV.Create(5.641895067754075e-1f));
        TV lost = TV.MultiplyAdd(half * x, x, TV.Create(0f) - s);
        TV tail = half * Exp(TV.Create(0f) - s) * (TV.Create(1f) - lost) * inverse * TV.Select(TV.GreaterThan(a, TV.Create(2f)), far, near);
        tail = TV.Select(TV.GreaterThan(t, TV.Create(0f)), TV.Create(1f) - tail, tail);

        return TV.Select(TV.GreaterThan(a, TV.Create(1f)), tail, middle);
    }

    /// <summary>The height of the standard bell curve at x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV NormalDensity<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => TV.Create(0.39894228f) * Exp(TV.Create(-0.5f) * x * x);

    /// <summary>|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Abs<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
        => x & TV.CreateBits(0x7FFF_FFFF);

    /// <summary>
    /// Uniform numbers in [0, 1) that depend on the key and each lane's index alone, so that neither the vector width nor the number of
    /// threads can change them: the 32-bit finaliser "lowbias32" of C. Wellons over index and key, twice.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Uniform<TV>(uint key, uint firstIndex)
        where TV : unmanaged, ISimd<TV>
    {
        TV h = TV.AddBits(TV.LaneNumberBits, TV.CreateBits(firstIndex));
        h = Mix(h ^ TV.CreateBits(key));
        h = Mix(TV.AddBits(h, TV.CreateBits(key)));
        return TV.FromBits(TV.ShiftRightBits(h, 8)) * TV.Create(1f / (1 << 24));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Mix<TV>(TV h)
        where TV : unmanaged, ISimd<TV>
    {
        h = TV.MultiplyBits(h ^ TV.ShiftRightBits(h, 16), TV.CreateBits(0x7feb352d));
        h = TV.MultiplyBits(h ^ TV.ShiftRightBits(h, 15), TV.CreateBits(0x846ca68b));
        return h ^ TV.ShiftRightBits(h, 16);
    }
}
