using System.Runtime.CompilerServices;
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

    /// <summary>Writes the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining), SkipLocalsInit]
    public static void StoreFirst<TV>(TV value, float* target, int count)
        where TV : unmanaged, ISimd<TV>
    {
        float* lanes = stackalloc float[TV.Count];
        value.Store(lanes);
        for (int i = 0; i < count; i++)
            target[i] = lanes[i];
    }
}
