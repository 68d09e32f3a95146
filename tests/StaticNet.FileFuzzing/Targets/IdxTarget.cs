using StaticNet.Datasets;
using StaticNet.Datasets.Tests;

namespace StaticNet.FileFuzzing;

/// <summary><see cref="IdxFile.Read(Stream, string)"/>.</summary>
internal sealed class IdxTarget : Target
{
    private IdxFile? _read;

    public override IEnumerable<(string Name, byte[] File)> Corpus =>
    [
        ("images", Idx.Bytes([2, 2, 3], [.. Enumerable.Range(0, 12).Select(i => (byte)i)])),
        ("labels", Idx.Bytes([3], [2, 0, 1])),
        ("truncated", Idx.Bytes([3], [2, 0])),
        ("trailing", Idx.Bytes([3], [2, 0, 1, 1])),
        ("nothing", Idx.Bytes([0, 2], [])),
        ("no-dimension", Idx.Bytes([], [1])),
        ("claimed", Idx.Bytes([1 << 30], [1])),
        ("huge", Idx.Bytes([int.MaxValue], [1])),
        ("overflowing", Idx.Bytes([65536, 65536, 65536, 65536], [1])),
        ("negative", Idx.Bytes([-1, -1], [1])),
        ("many-dimensions", Idx.Bytes([.. Enumerable.Repeat(1, 255)], [1])),
    ];

    protected override string Called => "the file";

    protected override void Read(byte[] input) => _read = IdxFile.Read(new MemoryStream(input), Called);

    protected override void AfterReading(byte[] input)
    {
        RequireWhole(_read!);
        IdxFile other = IdxFile.Read(new Unseekable(input), Called);
        Require(other.Dimensions.SequenceEqual(_read!.Dimensions) && other.Data.Span.SequenceEqual(_read.Data.Span), "what cannot seek is read otherwise");
    }

    public static void RequireWhole(IdxFile file)
        => Require(file.Dimensions.All(size => size > 0) && file.Dimensions.Aggregate(1L, (product, size) => product * size) == file.Data.Length, "the size is not that of the dimensions");
}
