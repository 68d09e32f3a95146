using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Files;

/// <summary>Numbers of one type.</summary>
internal sealed class NumberKind<T>(string code) : NumberKind(code, typeof(T), Unsafe.SizeOf<T>())
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public override Array Read(ContentReader content, int count) => content.ReadArray<T>(count, "its numbers");

    /// <inheritdoc/>
    public override void Write(Array values, Stream stream) => Write((T[])values, stream);

    /// <summary>Writes numbers.</summary>
    public static void Write(ReadOnlySpan<T> values, Stream stream)
    {
        // A span of bytes has no more than int.MaxValue of them.
        const int Max = 1 << 20;
        for (; values.Length > Max; values = values[Max..])
            stream.Write(MemoryMarshal.AsBytes(values[..Max]));
        stream.Write(MemoryMarshal.AsBytes(values));
    }

    /// <inheritdoc/>
    public override float[] ToSingle(Array values)
    {
        var target = new float[values.Length];
        TensorPrimitives.ConvertTruncating<T, float>((T[])values, target);
        return target;
    }

    /// <inheritdoc/>
    public override void ToSingle(ReadOnlySpan<byte> values, Span<float> target)
        => TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, T>(values), target);

    /// <inheritdoc/>
    public override int ToInt32(Array values, int[] target) => ToInt32((T[])values, target);

    /// <inheritdoc/>
    public override int ToInt32(ReadOnlySpan<byte> values, Span<int> target) => ToInt32(MemoryMarshal.Cast<byte, T>(values), target);

    /// <inheritdoc/>
    public override string Show(ReadOnlySpan<byte> value) => MemoryMarshal.Read<T>(value).ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override Array Transpose(Array values, ReadOnlySpan<int> shape) => Transposed((T[])values, shape);

    /// <summary>Numbers that lie column by column, row by row.</summary>
    public static TAny[] Transposed<TAny>(TAny[] values, ReadOnlySpan<int> shape)
    {
        var target = new TAny[values.Length];
        Span<int> place = stackalloc int[shape.Length], strides = stackalloc int[shape.Length];
        for (int axis = 0, stride = 1; axis < shape.Length; stride *= shape[axis++])
            strides[axis] = stride;
        for (int to = 0, from = 0; to < target.Length; to++)
        {
            target[to] = values[from];
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                from += strides[axis];
                if (++place[axis] < shape[axis])
                    break;
                from -= strides[axis] * shape[axis];
                place[axis] = 0;
            }
        }

        return target;
    }

    private static int ToInt32(ReadOnlySpan<T> source, Span<int> target)
    {
        for (int i = 0; i < source.Length; i++)
        {
            long whole = long.CreateSaturating(source[i]);
            if (whole is < int.MinValue or > int.MaxValue || T.CreateTruncating(whole) != source[i])
                return i;
            target[i] = (int)whole;
        }

        return -1;
    }
}
