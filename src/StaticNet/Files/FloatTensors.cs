using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>Reads the numbers of a tensor as finite floats, piece by piece, so that each is looked at while it is in the cache.</summary>
internal static class FloatTensors
{
    private const int Chunk = 1 << 17;

    // Numbers that are worth a thread of their own.
    private const int MinPart = 1 << 21;

    /// <summary>Whether numbers of that kind can be weights.</summary>
    public static bool IsReadable(TensorType type) => type is TensorType.F32 or TensorType.F64 or TensorType.F16 or TensorType.BF16;

    /// <summary>Reads a tensor; others than F32 are rounded to the nearest float. Large ones are read by several threads.</summary>
    /// <exception cref="InvalidDataException">A number is not finite, or there is no more.</exception>
    public static void Read(ContentReader content, SafetensorsEntry tensor, float[] target)
    {
        int parts = Math.Min(Workers.Processors, target.Length / MinPart);
        if (parts <= 1 || content.Ahead(0) is null)
        {
            Read(content, tensor, target, 0);
            return;
        }

        Workers.Run(new Parts(content, tensor, target), parts);
        content.Skip(tensor.End - tensor.Begin, tensor.Name);
    }

    private static void Read(ContentReader content, SafetensorsEntry tensor, Span<float> target, int before)
    {
        byte[] scratch = tensor.Type == TensorType.F32 ? [] : new byte[Math.Min(Chunk, target.Length) * sizeof(double)];
        for (int at = 0; at < target.Length; at += Chunk)
        {
            Span<float> values = target.Slice(at, Math.Min(Chunk, target.Length - at));
            if (scratch.Length == 0)
                content.Read(values, tensor.Name);
            else
                ReadConverted(content, tensor, scratch, values);
            if (!FiniteNumbers.AreAll(values))
                throw NotFinite(values, before + at);
        }

        InvalidDataException NotFinite(ReadOnlySpan<float> values, int first)
        {
            int at = FiniteNumbers.FirstOther(values);
            return content.Refused(Invariant($"{tensor.Name} holds {values[at]} at place {first + at}, where a weight is a finite number of 32 bits"));
        }
    }

    private static void ReadConverted(ContentReader content, SafetensorsEntry tensor, byte[] scratch, Span<float> values)
    {
        switch (tensor.Type)
        {
            case TensorType.F64:
                TensorPrimitives.ConvertTruncating<double, float>(Raw<double>(values.Length), values);
                break;
            case TensorType.F16:
                TensorPrimitives.ConvertToSingle(Raw<Half>(values.Length), values);
                break;
            default:
                // The upper half of a float.
                ReadOnlySpan<ushort> upper = Raw<ushort>(values.Length);
                for (int i = 0; i < values.Length; i++)
                    values[i] = BitConverter.UInt32BitsToSingle((uint)upper[i] << 16);
                break;
        }

        ReadOnlySpan<T> Raw<T>(int count)
            where T : unmanaged
        {
            Span<T> raw = MemoryMarshal.Cast<byte, T>(scratch.AsSpan())[..count];
            content.Read(raw, tensor.Name);
            return raw;
        }
    }

    /// <summary>A tensor that falls into parts.</summary>
    private sealed class Parts(ContentReader content, SafetensorsEntry tensor, float[] target) : IParts
    {
        public void Do(int part, int parts)
        {
            int first = Place(part), end = Place(part + 1);
            long size = (tensor.End - tensor.Begin) / target.Length;
            Read(content.Ahead(first * size)!, tensor, target.AsSpan(first, end - first), first);

            int Place(int number) => (int)((long)target.Length * number / parts);
        }
    }
}
