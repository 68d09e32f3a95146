using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>Sixteen numbers of a sample in two 256-bit registers.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly unsafe struct Row256(Vector256<float> v0, Vector256<float> v1) : IRows<Row256>
{
    private readonly Vector256<float> _v0 = v0, _v1 = v1;

    public static int Samples => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 Load(float* row)
    {
        Vector256<float> w0 = Vector256.Load(row), w1 = Vector256.Load(row + 8);
        return new(w0, w1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 MultiplyAdd(float* number, int apart, float* row, Row256 sum)
    {
        Vector256<float> w0 = Vector256.Load(row), w1 = Vector256.Load(row + 8);
        Vector256<float> x0 = Vector256.Create(*number);
        return new(Fma.MultiplyAdd(x0, w0, sum._v0), Fma.MultiplyAdd(x0, w1, sum._v1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 MultiplyAdd(float* number, Row256 row, Row256 sum)
    {
        Vector256<float> x = Vector256.Create(*number);
        return new(Fma.MultiplyAdd(x, row._v0, sum._v0), Fma.MultiplyAdd(x, row._v1, sum._v1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row256 operator +(Row256 left, Row256 right)
        => new(left._v0 + right._v0, left._v1 + right._v1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Row256 Apply<TActivation>()
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? Map<TActivation>() : MapAlone<TActivation>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Row256 TimesSlope<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? MapBack<TActivation>(x, apart) : MapBackAlone<TActivation>(x, apart);

    [MethodImpl(Compiled.Alone)]
    private Row256 MapAlone<TActivation>()
        where TActivation : struct, IActivation
        => Map<TActivation>();

    [MethodImpl(Compiled.Alone)]
    private Row256 MapBackAlone<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => MapBack<TActivation>(x, apart);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Row256 Map<TActivation>()
        where TActivation : struct, IActivation
        => new(TActivation.Forward(new Simd256(_v0)).Lanes, TActivation.Forward(new Simd256(_v1)).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Row256 MapBack<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => new(
            Slope.Times<Simd256, TActivation>(new Simd256(_v0), x).Lanes,
            Slope.Times<Simd256, TActivation>(new Simd256(_v1), x + 8).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* row, int apart)
    {
        _v0.Store(row);
        _v1.Store(row + 8);
    }
}
