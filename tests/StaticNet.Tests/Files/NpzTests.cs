using System.IO.Compression;
using System.Text;
using StaticNet.Files;

namespace StaticNet.Tests.Files;

/// <summary>NumPy's archives are read and written; hostile ones are refused before they take memory.</summary>
[Collection(AloneCollection.Name)]
[Trait(Widths.Trait, Widths.Any)]
public class NpzTests
{
    [Fact]
    public void NumPys_archives_are_read()
    {
        IReadOnlyDictionary<string, NpyArray> arrays = Load(NumPyFiles.Compressed);
        Assert.Equal(["x", "y"], arrays.Keys);
        Assert.Equal("float32 (2, 2)", arrays["x"].ToString());
        Assert.Equal([7, -7], arrays["y"].ToInt32());
        Assert.Equal([3], Load(NumPyFiles.Stored)["arr_0"].ToInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_written_comes_back_in_order_and_always_the_same(bool compress)
    {
        using var folder = new TemporaryFolder();
        var arrays = new Dictionary<string, NpyArray>
        {
            ["second/one"] = NpyArray.Create<float>(new float[1000], 10, 100),
            ["first"] = NpyArray.Create<bool>([true]),
        };
        Npz.Save(folder.File("x.npz"), arrays, compress);
        IReadOnlyDictionary<string, NpyArray> read = Npz.Load(folder.File("x.npz"));
        Assert.Equal(["second/one", "first"], read.Keys);
        Assert.Equal(new float[1000], read["second/one"].ToSingle());
        using var stream = new MemoryStream();
        Npz.Save(stream, arrays, compress);
        Assert.Equal(stream.ToArray(), File.ReadAllBytes(folder.File("x.npz")));
        Assert.Equal(compress, stream.Length < 4000);
    }

    [Fact]
    public void A_bit_that_is_wrong_is_found_by_the_checksum()
    {
        byte[] file = NumPyFiles.Stored;
        int number = file.AsSpan().IndexOf(new byte[] { (byte)'\n', 3, 0 }) + 1;
        file[number] ^= 1;
        Assert.Equal("The stream ('arr_0.npy') cannot be read: its checksum is wrong; it is damaged.", Refused(file));
    }

    [Fact]
    public void The_checksum_is_that_of_zip()
    {
        // The check value that all descriptions of the checksum give, in pieces and at once.
        var checksum = new Crc32();
        checksum.Append("123456789"u8);
        Assert.Equal(0xCBF43926, checksum.Value);
        checksum = new Crc32();
        checksum.Append("12345"u8);
        checksum.Append("6789"u8);
        Assert.Equal(0xCBF43926, checksum.Value);
    }

    [Fact]
    public void What_unpacks_to_more_than_is_allowed_is_refused_before_it_is_unpacked()
    {
        using var stream = new MemoryStream();
        var zeros = NpyArray.Create<float>(new float[20_000_000]);
        Npz.Save(stream, [new("zeros", zeros)], compress: true);
        Assert.InRange(stream.Length, 1, 200_000);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Contains("its arrays take more than 67108864 bytes; give maxUnpackedBytes", Refused(stream.ToArray()), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 1_000_000);
        Assert.Equal(20_000_000, Npz.Load(stream, maxUnpackedBytes: 80_000_000)["zeros"].Count);
        Assert.Contains("more than 79999999 bytes", Assert.Throws<InvalidDataException>(() => Npz.Load(stream, 79_999_999)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_that_claims_more_than_it_holds_takes_no_memory()
    {
        byte[] header = Encoding.ASCII.GetBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (15000000,), }");
        byte[] file = Archive(("x.npy", [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, 1, 2, 3, 4]));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Contains("it ends after 78 bytes, within its numbers", Refused(file), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 1_000_000);
    }

    [Fact]
    public void Other_contents_are_refused_in_words()
    {
        Assert.Contains("it holds 'x.txt', and only .npy files", Refused(Archive(("x.txt", [1]))), StringComparison.Ordinal);
        Assert.Contains("it holds 'x.npy' twice", Refused(Archive(("x.npy", NumPyFiles.Byte), ("x.npy", NumPyFiles.Byte))), StringComparison.Ordinal);
        Assert.Contains("('x.npy') cannot be read: there are bytes behind its end", Refused(Archive(("x.npy", [.. NumPyFiles.Byte, 1]))), StringComparison.Ordinal);
        Assert.Contains("it is damaged or no .npz file", Refused([1, 2, 3]), StringComparison.Ordinal);
        Assert.Empty(Load(Archive()));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        NpyArray array = NpyArray.Create<int>([1]);
        Assert.Throws<ArgumentException>(() => Npz.Save(Stream.Null, [new("", array)]));
        Assert.Throws<ArgumentException>(() => Npz.Save(Stream.Null, [new("x", array), new("x", array)]));
        Assert.Throws<ArgumentException>(() => Npz.Load(new GZipStream(Stream.Null, CompressionMode.Decompress)));
    }

    private static byte[] Archive(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static IReadOnlyDictionary<string, NpyArray> Load(byte[] file) => Npz.Load(new MemoryStream(file));

    private static string Refused(byte[] file) => Assert.Throws<InvalidDataException>(() => Load(file)).Message;
}
