using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>Sixteen numbers of each of four samples in a 512-bit register each.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly unsafe struct Rows512(Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3) : IRows<Rows512>
{
    private readonly Vector512<float> _v0 = v0, _v1 = v1, _v2 = v2, _v3 = v3;

    public static int Samples => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows512 Load(float* row)
    {
        Vector512<float> w0 = Vector512.Load(row);
        return new(w0, w0, w0, w0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows512 MultiplyAdd(float* number, int apart, float* row, Rows512 sum)
    {
        Vector512<float> w0 = Vector512.Load(row);
        Vector512<float> x0 = Vector512.Create(*number), x1 = Vector512.Create(number[apart]), x2 = Vector512.Create(number[2 * apart]), x3 = Vector512.Create(number[3 * apart]);
        return new(
            Avx512F.FusedMultiplyAdd(x0, w0, sum._v0),
            Avx512F.FusedMultiplyAdd(x1, w0, sum._v1),
            Avx512F.FusedMultiplyAdd(x2, w0, sum._v2),
            Avx512F.FusedMultiplyAdd(x3, w0, sum._v3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows512 MultiplyAdd(float* number, Rows512 row, Rows512 sum)
    {
        Vector512<float> x = Vector512.Create(*number);
        return new(
            Avx512F.FusedMultiplyAdd(x, row._v0, sum._v0),
            Avx512F.FusedMultiplyAdd(x, row._v1, sum._v1),
            Avx512F.FusedMultiplyAdd(x, row._v2, sum._v2),
            Avx512F.FusedMultiplyAdd(x, row._v3, sum._v3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rows512 operator +(Rows512 left, Rows512 right)
        => new(left._v0 + right._v0, left._v1 + right._v1, left._v2 + right._v2, left._v3 + right._v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows512 Apply<TActivation>()
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? Map<TActivation>() : MapAlone<TActivation>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rows512 TimesSlope<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? MapBack<TActivation>(x, apart) : MapBackAlone<TActivation>(x, apart);

    [MethodImpl(Compiled.Alone)]
    private Rows512 MapAlone<TActivation>()
        where TActivation : struct, IActivation
        => Map<TActivation>();

    [MethodImpl(Compiled.Alone)]
    private Rows512 MapBackAlone<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => MapBack<TActivation>(x, apart);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rows512 Map<TActivation>()
        where TActivation : struct, IActivation
        => new(
            TActivation.Forward(new Simd512(_v0)).Lanes,
            TActivation.Forward(new Simd512(_v1)).Lanes,
            TActivation.Forward(new Simd512(_v2)).Lanes,
            TActivation.Forward(new Simd512(_v3)).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rows512 MapBack<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => new(
            Slope.Times<Simd512, TActivation>(new Simd512(_v0), x).Lanes,
            Slope.Times<Simd512, TActivation>(new Simd512(_v1), x + apart).Lanes,
            Slope.Times<Simd512, TActivation>(new Simd512(_v2), x + (2 * apart)).Lanes,
            Slope.Times<Simd512, TActivation>(new Simd512(_v3), x + (3 * apart)).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* row, int apart)
    {
        _v0.Store(row);
        _v1.Store(row + apart);
        _v2.Store(row + (2 * apart));
        _v3.Store(row + (3 * apart));
    }
}
