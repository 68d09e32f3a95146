using System.Numerics;

namespace StaticNet.Datasets;

/// <summary>Turns bytes into numbers.</summary>
internal static class Pixels
{
    /// <summary>
    /// Divides every pixel. A product with the reciprocal would be off by a bit for some pixels from what Keras' users
    /// get by <c>x / 255.0</c>.
    /// </summary>
    public static float[] Scale(ReadOnlySpan<byte> pixels, float divisor)
    {
        float[] scaled = GC.AllocateUninitializedArray<float>(pixels.Length);
        int i = 0;
        for (; i <= pixels.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(pixels[i..]), out Vector<ushort> low, out Vector<ushort> high);
            Divide(low, divisor, scaled.AsSpan(i));
            Divide(high, divisor, scaled.AsSpan(i + Vector<ushort>.Count));
        }

        for (; i < pixels.Length; i++)
            scaled[i] = pixels[i] / divisor;
        return scaled;
    }

    private static void Divide(Vector<ushort> pixels, float divisor, Span<float> scaled)
    {
        Vector.Widen(pixels, out Vector<uint> low, out Vector<uint> high);
        // As signed numbers: the conversion from unsigned ones is slow before AVX-512, and no pixel has the sign bit.
        (Vector.ConvertToSingle(Vector.AsVectorInt32(low)) / divisor).CopyTo(scaled);
        (Vector.ConvertToSingle(Vector.AsVectorInt32(high)) / divisor).CopyTo(scaled[Vector<float>.Count..]);
    }
}
