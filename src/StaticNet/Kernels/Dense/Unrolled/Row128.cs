using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Sixteen numbers of a sample in four 128-bit registers.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly unsafe struct Row128(Simd128 v0, Simd128 v1, Simd128 v2, Simd128 v3) : IRows<Row128>
{
    private readonly Simd128 _v0 = v0, _v1 = v1, _v2 = v2, _v3 = v3;

    public static int Samples => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 Load(float* row)
    {
        Simd128 w0 = Simd128.Load(row), w1 = Simd128.Load(row + 4), w2 = Simd128.Load(row + 8), w3 = Simd128.Load(row + 12);
        return new(w0, w1, w2, w3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 MultiplyAdd(float* number, int apart, float* row, Row128 sum)
    {
        Simd128 w0 = Simd128.Load(row), w1 = Simd128.Load(row + 4), w2 = Simd128.Load(row + 8), w3 = Simd128.Load(row + 12);
        Simd128 x0 = Simd128.Create(*number);
        return new(
            Simd128.MultiplyAdd(x0, w0, sum._v0),
            Simd128.MultiplyAdd(x0, w1, sum._v1),
            Simd128.MultiplyAdd(x0, w2, sum._v2),
            Simd128.MultiplyAdd(x0, w3, sum._v3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 MultiplyAdd(float* number, Row128 row, Row128 sum)
    {
        Simd128 x = Simd128.Create(*number);
        return new(
            Simd128.MultiplyAdd(x, row._v0, sum._v0),
            Simd128.MultiplyAdd(x, row._v1, sum._v1),
            Simd128.MultiplyAdd(x, row._v2, sum._v2),
            Simd128.MultiplyAdd(x, row._v3, sum._v3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row128 operator +(Row128 left, Row128 right)
        => new(left._v0 + right._v0, left._v1 + right._v1, left._v2 + right._v2, left._v3 + right._v3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Row128 Apply<TActivation>()
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? Map<TActivation>() : MapAlone<TActivation>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Row128 TimesSlope<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? MapBack<TActivation>(x, apart) : MapBackAlone<TActivation>(x, apart);

    [MethodImpl(Compiled.Alone)]
    private Row128 MapAlone<TActivation>()
        where TActivation : struct, IActivation
        => Map<TActivation>();

    [MethodImpl(Compiled.Alone)]
    private Row128 MapBackAlone<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => MapBack<TActivation>(x, apart);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Row128 Map<TActivation>()
        where TActivation : struct, IActivation
        => new(TActivation.Forward(_v0), TActivation.Forward(_v1), TActivation.Forward(_v2), TActivation.Forward(_v3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Row128 MapBack<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => new(
            Slope.Times<Simd128, TActivation>(_v0, x),
            Slope.Times<Simd128, TActivation>(_v1, x + 4),
            Slope.Times<Simd128, TActivation>(_v2, x + 8),
            Slope.Times<Simd128, TActivation>(_v3, x + 12));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* row, int apart)
    {
        _v0.Store(row);
        _v1.Store(row + 4);
        _v2.Store(row + 8);
        _v3.Store(row + 12);
    }
}
