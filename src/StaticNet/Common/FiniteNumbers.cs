using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticNet;

/// <summary>Looks for NaN and infinity.</summary>
internal static class FiniteNumbers
{
    // The bits of infinity; those of every NaN are more, those of every finite number less, the sign left out.
    private const uint Infinity = 0x7F80_0000;
    private const uint AllButSign = 0x7FFF_FFFF;

    /// <summary>Whether there is neither.</summary>
    /// <remarks>Optimized at once: a program that begins with loading a model would wait twice for this to be compiled.</remarks>
    [MethodImpl(Compiled.Alone)]
    public static bool AreAll(ReadOnlySpan<float> values)
    {
        ref uint bits = ref Unsafe.As<float, uint>(ref MemoryMarshal.GetReference(values));
        Vector256<uint> mask = Vector256.Create(AllButSign), low = default, high = default;
        nuint at = 0, length = (uint)values.Length;
        for (; at + 16 <= length; at += 16)
        {
            low = Vector256.Max(low, Vector256.LoadUnsafe(ref bits, at) & mask);
            high = Vector256.Max(high, Vector256.LoadUnsafe(ref bits, at + 8) & mask);
        }

        if (Vector256.GreaterThanOrEqualAny(Vector256.Max(low, high), Vector256.Create(Infinity)))
            return false;
        for (; at < length; at++)
        {
            if ((Unsafe.Add(ref bits, at) & AllButSign) >= Infinity)
                return false;
        }

        return true;
    }

    /// <summary>The place of the first of values that are not all finite.</summary>
    public static int FirstOther(ReadOnlySpan<float> values)
    {
        int at = 0;
        while (float.IsFinite(values[at]))
            at++;
        return at;
    }
}
