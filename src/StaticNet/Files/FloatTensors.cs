using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>Reads the numbers of a tensor as finite floats, piece by piece, so that each is looked at while it is in the cache.</summary>
internal static class FloatTensors
{
    private const int Chunk = 1 << 17;

    /// <summary>Whether numbers of that kind can be weights.</summary>
    public static bool IsReadable(string type) => type is "F32" or "F64" or "F16" or "BF16";

    /// <summary>Reads a tensor; others than F32 are rounded to the nearest float.</summary>
    /// <exception cref="InvalidDataException">A number is not finite, or there is no more.</exception>
    public static void Read(ContentReader content, SafetensorsEntry tensor, Span<float> target)
    {
        byte[] scratch = tensor.Type == "F32" ? [] : new byte[Math.Min(Chunk, target.Length) * sizeof(double)];
        for (int at = 0; at < target.Length; at += Chunk)
        {
            Span<float> values = target.Slice(at, Math.Min(Chunk, target.Length - at));
            switch (tensor.Type)
            {
                case "F32":
                    content.Read(values, tensor.Name);
                    break;
                case "F64":
                    TensorPrimitives.ConvertTruncating<double, float>(Raw<double>(values.Length), values);
                    break;
                case "F16":
                    TensorPrimitives.ConvertToSingle(Raw<Half>(values.Length), values);
                    break;
                default:
                    // The upper half of a float.
                    ReadOnlySpan<ushort> upper = Raw<ushort>(values.Length);
                    for (int i = 0; i < values.Length; i++)
                        values[i] = BitConverter.UInt32BitsToSingle((uint)upper[i] << 16);
                    break;
            }

            if (!float.IsFinite(TensorPrimitives.MaxMagnitude(values)))
                throw NotFinite(values, at);
        }

        ReadOnlySpan<T> Raw<T>(int count)
            where T : unmanaged
        {
            Span<T> raw = MemoryMarshal.Cast<byte, T>(scratch.AsSpan())[..count];
            content.Read(raw, tensor.Name);
            return raw;
        }

        InvalidDataException NotFinite(ReadOnlySpan<float> values, int before)
        {
            int at = 0;
            while (float.IsFinite(values[at]))
                at++;
            return content.Refused(Invariant($"{tensor.Name} holds {values[at]} at place {before + at}, where a weight is a finite number of 32 bits"));
        }
    }
}
