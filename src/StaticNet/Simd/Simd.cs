using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Kernels;

/// <summary>What every kernel asks of the vector unit beyond single instructions.</summary>
internal static unsafe class Simd
{
    /// <summary>
    /// Whether kernels run on 512-bit registers. Some processors have them but do not set Vector512.IsHardwareAccelerated, out of
    /// care for code that uses them only now and then; ours uses nothing else, and gains.
    /// </summary>
    public static bool Is512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported;
    }

    /// <summary>Whether kernels run on 256-bit registers where 512-bit ones are missing.</summary>
    public static bool Is256
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported && Avx2.IsSupported;
    }

    /// <summary>Asks for memory that will soon be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* source)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(source);
    }

    /// <summary>Reads the first <paramref name="count"/> floats; the other lanes are <paramref name="rest"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining), SkipLocalsInit]
    public static TV LoadFirst<TV>(float* source, int count, float rest = 0)
        where TV : unmanaged, ISimd<TV>
    {
        float* lanes = stackalloc float[TV.Count];
        TV.Create(rest).Store(lanes);
        for (int i = 0; i < count; i++)
            lanes[i] = source[i];
        return TV.Load(lanes);
    }

    /// <summary>The same from memory that is readable to the end of the vector, as padded rows are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV LoadPadded<TV>(float* source, int count, float rest = 0)
        where TV : unmanaged, ISimd<TV>
        => KeepFirst(TV.Load(source), count, rest);

    /// <summary>The first <paramref name="count"/> lanes; the others are <paramref name="rest"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV KeepFirst<TV>(TV value, int count, float rest = 0)
        where TV : unmanaged, ISimd<TV>
        => TV.Select(TV.GreaterThan(TV.Create((float)count), TV.FromBits(TV.LaneNumberBits)), value, TV.Create(rest));

    /// <summary>Writes the first <paramref name="count"/> lanes. Masked stores would be slow on many machines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<TV>(TV value, float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        if (count >= Vector128<float>.Count)
        {
            StoreOneByOne(value, target, count);
            return;
        }

        Vector128<float> lanes = TV.FirstFour(value);
        if (count > 0) target[0] = lanes.ToScalar();
        if (count > 1) target[1] = lanes.GetElement(1);
        if (count > 2) target[2] = lanes.GetElement(2);
    }

    [MethodImpl(MethodImplOptions.NoInlining), SkipLocalsInit]
    private static void StoreOneByOne<TV>(TV value, float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        float* lanes = stackalloc float[TV.Count];
        value.Store(lanes);
        for (int i = 0; i < count; i++)
            target[i] = lanes[i];
    }
}
