using StaticNet.Tests.Files;

namespace StaticNet.FileFuzzing;

/// <summary><see cref="Npy.Load(Stream)"/>: what is read is as large as its shape says, and is written and read again as it was.</summary>
internal sealed class NpyTarget : Target
{
    private NpyArray? _read;

    public override IEnumerable<(string Name, byte[] File)> Corpus =>
    [
        ("single", NumPyFiles.Single), ("double-by-columns", NumPyFiles.DoubleByColumns), ("int64", NumPyFiles.Int64), ("byte", NumPyFiles.Byte),
        ("boolean", NumPyFiles.Boolean), ("half-scalar", NumPyFiles.HalfScalar), ("no-int32", NumPyFiles.NoInt32), ("big-endian", NumPyFiles.BigEndian),
        ("no-boolean", [.. NumPyFiles.Boolean[..^1], 2]),
        ("truncated", NumPyFiles.Single[..^3]),
        ("records", Header("[('a', '<f4')]", "(1,)")), ("text", Header("'<U3'", "(1,)")), ("object", Header("'|O'", "(1,)")),
        ("axes", Header("'|u1'", $"({string.Concat(Enumerable.Repeat("1, ", 64))})")),
        ("too-many-axes", Header("'|u1'", $"({string.Concat(Enumerable.Repeat("1, ", 65))})")),
        ("empty-and-huge", Header("'<f8'", "(0, 2147483647, 2147483647, 2147483647)")),
        ("huge", Header("'<f8'", "(2147483647, 1)")), ("overflowing", Header("'<f8'", "(65536, 65536, 65536, 65536, 65536)")),
        ("python-2", Header("'<i2'", "(1L, 1L)")),
    ];

    protected override string Called => "The stream";

    public static void RequireWhole(NpyArray array)
    {
        Require(array.Shape.Aggregate((Int128)1, (product, size) => array.Count == 0 ? 0 : product * size) == array.Count, $"{array} has {array.Count} numbers");
        Require(array.ToSingle().Length == array.Count, $"{array} is converted to another count");
        using var written = new MemoryStream();
        Npy.Save(written, array);
        written.Position = 0;
        NpyArray again = Npy.Load(written);
        Require(again.ToString() == array.ToString() && Same(again, array), $"{array} is written as something else");
    }

    protected override void Read(byte[] input) => _read = Npy.Load(new MemoryStream(input));

    protected override void AfterReading(byte[] input)
    {
        RequireWhole(_read!);
        NpyArray other = Npy.Load(new Unseekable(input));
        Require(other.ToString() == _read!.ToString() && Same(other, _read), "what cannot seek is read to another array");
    }

    private static bool Same(NpyArray one, NpyArray other)
    {
        using MemoryStream first = new(), second = new();
        Npy.Save(first, one);
        Npy.Save(second, other);
        return first.ToArray().AsSpan().SequenceEqual(second.ToArray());
    }

    private static byte[] Header(string descr, string shape)
    {
        byte[] text = Bytes($"{{'descr': {descr}, 'fortran_order': True, 'shape': {shape}}}\n");
        return [0x93, .. "NUMPY"u8, 2, 0, .. BitConverter.GetBytes(text.Length), .. text, 1, 2];
    }
}
