using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>Sixteen numbers of a sample in a 512-bit register.</summary>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly unsafe struct Row512(Vector512<float> v) : IRows<Row512>
{
    private readonly Vector512<float> _v = v;

    public static int Samples => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 Load(float* row)
    {
        Vector512<float> w0 = Vector512.Load(row);
        return new(w0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 MultiplyAdd(float* number, int apart, float* row, Row512 sum)
    {
        Vector512<float> w0 = Vector512.Load(row);
        Vector512<float> x0 = Vector512.Create(*number);
        return new(Avx512F.FusedMultiplyAdd(x0, w0, sum._v));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 MultiplyAdd(float* number, Row512 row, Row512 sum)
    {
        Vector512<float> x = Vector512.Create(*number);
        return new(Avx512F.FusedMultiplyAdd(x, row._v, sum._v));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row512 operator +(Row512 left, Row512 right)
        => new(left._v + right._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Row512 Apply<TActivation>()
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? Map<TActivation>() : MapAlone<TActivation>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Row512 TimesSlope<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => TActivation.IsCheap ? MapBack<TActivation>(x, apart) : MapBackAlone<TActivation>(x, apart);

    [MethodImpl(Compiled.Alone)]
    private Row512 MapAlone<TActivation>()
        where TActivation : struct, IActivation
        => Map<TActivation>();

    [MethodImpl(Compiled.Alone)]
    private Row512 MapBackAlone<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => MapBack<TActivation>(x, apart);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Row512 Map<TActivation>()
        where TActivation : struct, IActivation
        => new(TActivation.Forward(new Simd512(_v)).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Row512 MapBack<TActivation>(float* x, int apart)
        where TActivation : struct, IActivation
        => new(Slope.Times<Simd512, TActivation>(new Simd512(_v), x).Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* row, int apart)
        => _v.Store(row);
}
