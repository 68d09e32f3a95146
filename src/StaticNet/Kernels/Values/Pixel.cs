using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Vectors of channels of pixels that may have no padding behind them. A kernel that goes through pixels in the order of memory may
/// write past the end of one: what lies there is written later. Only at the end of the memory does a vector fall into numbers.
/// </summary>
internal static unsafe class Pixel
{
    /// <summary>The floats of a pixel that kernels go through: with its padding where there is any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Lanes(int channels, int stride) => IsPadded(stride) ? stride : channels;

    /// <summary>Whether vectors of every width end with the pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPadded(int stride) => stride % 16 == 0;

    /// <summary>Reads the vector of <paramref name="count"/> or more channels; what is in lanes beyond is not told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV Load<TV>(float* source, int count, int stride, float* end)
        where TV : unmanaged, ISimd<TV>
        => IsPadded(stride) || source + TV.Count <= end ? TV.Load(source) : Simd.LoadFirst<TV>(source, count);

    /// <summary>The same with 0 in lanes beyond the channels, whatever the padding holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TV LoadClean<TV>(float* source, int count, int stride, float* end)
        where TV : unmanaged, ISimd<TV>
    {
        TV value = Load<TV>(source, count, stride, end);
        return count >= TV.Count ? value : Simd.KeepFirst(value, count);
    }

    /// <summary>Writes the vector of <paramref name="count"/> or more channels, past them where there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TV>(TV value, float* target, int count, int stride, float* end)
        where TV : unmanaged, ISimd<TV>
    {
        if (IsPadded(stride) || target + TV.Count <= end) value.Store(target);
        else Simd.StoreFirst(value, target, count);
    }
}
