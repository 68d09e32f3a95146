using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>Yes and no, a byte each.</summary>
internal sealed class BooleanKind() : NumberKind("b1", typeof(bool), 1)
{
    /// <inheritdoc/>
    public override Array Read(ContentReader content, int count)
    {
        byte[] bytes = content.ReadArray<byte>(count, "its numbers");
        int other = bytes.AsSpan().IndexOfAnyExceptInRange<byte>(0, 1);
        return other < 0 ? Array.ConvertAll(bytes, value => value == 1)
            : throw content.Refused(Invariant($"it holds {bytes[other]} at place {other}, where True is 1 and False is 0"));
    }

    /// <inheritdoc/>
    public override void Write(Array values, Stream stream) => stream.Write(MemoryMarshal.AsBytes<bool>((bool[])values));

    /// <inheritdoc/>
    public override float[] ToSingle(Array values) => Array.ConvertAll((bool[])values, value => value ? 1f : 0);

    /// <inheritdoc/>
    public override int ToInt32(Array values, int[] target)
    {
        for (int i = 0; i < target.Length; i++)
            target[i] = ((bool[])values)[i] ? 1 : 0;
        return -1;
    }

    /// <inheritdoc/>
    public override void ToSingle(ReadOnlySpan<byte> values, Span<float> target)
    {
        for (int i = 0; i < values.Length; i++)
            target[i] = values[i] == 0 ? 0 : 1;
    }

    /// <inheritdoc/>
    public override int ToInt32(ReadOnlySpan<byte> values, Span<int> target)
    {
        int other = values.IndexOfAnyExceptInRange<byte>(0, 1);
        for (int i = 0; i < (other < 0 ? values.Length : other); i++)
            target[i] = values[i];
        return other;
    }

    /// <inheritdoc/>
    public override string Show(ReadOnlySpan<byte> value) => Invariant($"{value[0]}");

    /// <inheritdoc/>
    public override Array Transpose(Array values, ReadOnlySpan<int> shape) => NumberKind<byte>.Transposed((bool[])values, shape);
}
