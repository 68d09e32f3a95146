using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>Sixteen numbers of each of two samples in two 256-bit registers each.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly unsafe struct Rows256(Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3) : IRows<Rows256>
{
    private readonly Vector256<float> _v0 = v0, _v1 = v1, _v2 = v2, _v3 = v3;

    public static int Samples => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows256 Load(float* row)
    {
        Vector256<float> w0 = Vector256.Load(row), w1 = Vector256.Load(row + 8);
        return new(w0, w1, w0, w1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows256 MultiplyAdd(float* number, int apart, float* row, Rows256 sum)
    {
        Vector256<float> w0 = Vector256.Load(row), w1 = Vector256.Load(row + 8);
        Vector256<float> x0 = Vector256.Create(*number), x1 = Vector256.Create(number[apart]);
        return new(
            Fma.MultiplyAdd(x0, w0, sum._v0),
            Fma.MultiplyAdd(x0, w1, sum._v1),
            Fma.MultiplyAdd(x1, w0, sum._v2),
            Fma.MultiplyAdd(x1, w1, sum._v3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows256 MultiplyAdd(float* number, Rows256 row, Rows256 sum)
    {
        Vector256<float> x = Vector256.Create(*number);
        return new(
            Fma.MultiplyAdd(x, row._v0, sum._v0),
            Fma.MultiplyAdd(x, row._v1, sum._v1),
            Fma.MultiplyAdd(x, row._v2, sum._v2),
            Fma.MultiplyAdd(x, row._v3, sum._v3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows256 operator +(Rows256 left, Rows256 right)
        => new(left._v0 + right._v0, left._v1 + right._v1, left._v2 + right._v2, left._v3 + right._v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows256 Apply<TActivation>()
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? Map<TActivation>() : MapAlone<TActivation>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows256 TimesSlope<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? MapBack<TActivation>(x, apart) : MapBackAlone<TActivation>(x, apart);

    [MethodImpl(Compiled.Alone)]
    private Rows256 MapAlone<TActivation>()
        where TActivation : struct, IActivation
        => Map<TActivation>();

    [MethodImpl(Compiled.Alone)]
    private Rows256 MapBackAlone<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => MapBack<TActivation>(x, apart);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rows256 Map<TActivation>()
        where TActivation : struct, IActivation
        => new(
            TActivation.Forward(new Simd256(_v0)).Lanes,
            TActivation.Forward(new Simd256(_v1)).Lanes,
            TActivation.Forward(new Simd256(_v2)).Lanes,
            TActivation.Forward(new Simd256(_v3)).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rows256 MapBack<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => new(
            Slope.Times<Simd256, TActivation>(new Simd256(_v0), x).Lanes,
            Slope.Times<Simd256, TActivation>(new Simd256(_v1), x + 8).Lanes,
            Slope.Times<Simd256, TActivation>(new Simd256(_v2), x + apart).Lanes,
            Slope.Times<Simd256, TActivation>(new Simd256(_v3), x + apart + 8).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* row, int apart)
    {
        _v0.Store(row);
        _v1.Store(row + 8);
        _v2.Store(row + apart);
        _v3.Store(row + apart + 8);
    }
}
