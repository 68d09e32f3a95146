using StaticNet.Tests;

namespace StaticNet.Datasets.Tests;

[Collection(AloneCollection.Name)]
public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] _sixElements = [1, 2, 3, 4, 5, 6];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("packed.gz")]
    [InlineData("PACKED.GZ")]
    public void Reads_dimensions_and_elements(string name)
    {
        byte[] content = Idx.Bytes([1, 2, 3], _sixElements);
        string path = _folder.Write(name, name == "plain" ? content : Idx.Gzip(content));

        var file = IdxFile.Read(path);

        Assert.Equal([1, 2, 3], file.Dimensions);
        Assert.Equal(_sixElements, file.Data.ToArray());
    }

    [Fact]
    public void Reads_a_stream_from_where_it_stands_and_leaves_it_open()
    {
        using var stream = new MemoryStream([99, .. Idx.Bytes([6], _sixElements)]) { Position = 1 };

        Assert.Equal(_sixElements, IdxFile.Read(stream, "stream").Data.ToArray());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Reads_more_elements_than_the_first_buffer_holds()
    {
        const int Count = (1 << 26) + 5;
        var elements = new byte[Count];
        elements[0] = 1;
        elements[Count - 1] = 2;
        using var stream = new MemoryStream(Idx.Bytes([Count], elements));

        ReadOnlySpan<byte> data = IdxFile.Read(stream, "stream").Data.Span;

        Assert.True(data.SequenceEqual(elements));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Elements_that_are_only_claimed_take_no_memory(bool isLengthKnown)
    {
        const int Most = 3_000_000;
        byte[] content = Idx.Bytes([1 << 30], _sixElements);
        using Stream stream = isLengthKnown ? new MemoryStream(content) : new Unseekable(content);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        string message = Assert.Throws<InvalidDataException>(() => IdxFile.Read(stream, "a stream")).Message;
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Most);
        Assert.StartsWith("a stream has 6 elements. Expected 1073741824 ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] whole = Idx.Bytes([2, 3], _sixElements);
        for (int length = 0; length < whole.Length; length++)
        {
            using var stream = new MemoryStream(whole[..length]);
            string message = Assert.Throws<InvalidDataException>(() => IdxFile.Read(stream, "a stream")).Message;
            Assert.StartsWith("a stream has ", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_compressed_file_that_lost_elements_is_refused()
    {
        byte[] whole = Idx.Gzip(Idx.Bytes([2, 3], _sixElements));
        for (int length = 0; length < whole.Length / 2; length++)
        {
            string path = _folder.Write("short.gz", whole[..length]);
            Assert.StartsWith($"{path} has ", Refusal(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_changed_byte_in_a_compressed_file_is_refused()
    {
        byte[] content = Idx.Gzip(Idx.Bytes([2, 3], _sixElements));
        // The checksum of the content starts 8 bytes before the end of a gzip file.
        content[^8] ^= 1;
        string path = _folder.Write("changed.gz", content);

        Assert.Contains("Expected a whole gzip file", Refusal(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "has 0 bytes. Expected an IDX file")]
    [InlineData("1F8B0801", "has magic number 0x1F8B0801. Expected an IDX file")]
    [InlineData("00010801", "has magic number 0x00010801. Expected an IDX file")]
    [InlineData("00000D01 00000001", "has element type 0x0D. Expected 0x08, unsigned byte")]
    [InlineData("00000800", "has an array without dimensions")]
    [InlineData("00000802 00000001", "has 4 bytes of dimensions. Expected 8 bytes for 2 dimensions")]
    [InlineData("00000801 00000000", "has size 0 in dimension 0")]
    [InlineData("00000801 80000000", "has size 2147483648 in dimension 0")]
    [InlineData("00000802 00010000 00010000", "has size 65536 in dimension 1")]
    [InlineData("00000802 00000002 00000002 010203", "has 3 elements. Expected 4 for dimensions [2, 2]")]
    [InlineData("00000801 7FFFFFC7 01", "has 1 elements. Expected 2147483591")]
    [InlineData("00000801 00000002 010203", "has more bytes behind the elements of [2]. Expected the end after 2 elements")]
    public void Wrong_content_is_refused_with_what_came_and_what_was_expected(string content, string message)
    {
        string path = _folder.Write("wrong", Convert.FromHexString(content.Replace(" ", "", StringComparison.Ordinal)));

        Assert.StartsWith($"{path} {message}", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_gzip_in_spite_of_its_name_is_refused()
    {
        string path = _folder.Write("plain.gz", Idx.Bytes([6], _sixElements));

        string message = Refusal(path);
        Assert.StartsWith($"{path} has damaged compression", message, StringComparison.Ordinal);
        Assert.Contains("Expected a whole gzip file", message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_elements_in_a_compressed_file_are_refused()
    {
        string path = _folder.Write("long.gz", Idx.Gzip([.. Idx.Bytes([6], _sixElements), 7]));

        Assert.StartsWith($"{path} has more bytes behind the elements of [6]", Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
        => Assert.Equal(_folder.Sub("none.gz"), Assert.Throws<FileNotFoundException>(() => IdxFile.Read(_folder.Sub("none.gz"))).FileName);

    private static string Refusal(string path) => Assert.Throws<InvalidDataException>(() => IdxFile.Read(path)).Message;

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
