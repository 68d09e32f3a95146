using System.Formats.Tar;
using System.IO.Compression;
using StaticNet.Tests;

namespace StaticNet.Datasets.Tests;

/// <summary>
/// Whatever is in a file, its reader gives data or an <see cref="InvalidDataException"/> with the path, and takes memory by the file's length.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class HostileFileTests : IDisposable
{
    private const int Mutations = 400;
    private const int BombSize = 600_000_000;

    // Buffers that grow to the least that a file may unpack to.
    private const long MostBytes = 250_000_000;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Readers => ["table", "archive", "folder", "packed images", "images", "vectorization"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Readers))]
    public void Damage_of_any_kind_is_refused_or_does_no_harm(string reader)
    {
        (string path, byte[] whole, Action read) = Prepare(reader);
        read();
        var random = new Random(11);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            File.WriteAllBytes(path, Damage(whole, random));
            if (Record.Exception(read) is not Exception error)
                continue;
            Assert.IsType<InvalidDataException>(error);
            Assert.StartsWith(reader == "folder" ? _folder.Sub("aclImdb") : path, error.Message, StringComparison.Ordinal);
            refused++;
        }

        Assert.True(reader == "folder" || refused > Mutations / 2, $"{refused} refused");
    }

    [Fact]
    public void No_changed_byte_within_the_compression_of_an_archive_changes_a_review()
    {
        (string path, byte[] whole, _) = Prepare("archive");
        int refused = 0;
        for (int at = whole.Length / 4; at < whole.Length; at += 3)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            File.WriteAllBytes(path, changed);
            try
            {
                // A change may have no effect: among zeros it is all the same how far back a copy is taken from.
                Assert.Equal(TinyReviews.Files.Select(file => file.Text), [.. LoadReviews().Train.Concat(LoadReviews().Test).Select(review => review.Text)]);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, whole.Length / 6, whole.Length / 4);
    }

    [Fact]
    public void A_name_in_an_archive_is_shown_in_one_short_line()
    {
        (string path, _, Action read) = Prepare("archive");
        File.WriteAllBytes(path, TinyReviews.Archive([("aclImdb/train/pos/\u001b[31m\n_9.txt", "text")]));
        Refused(read, path, "has a file train/pos/?[31m?_9.txt. Expected number_rating.txt");
    }

    [Fact]
    public void A_table_that_unpacks_to_too_much_is_refused()
    {
        (string path, _, Action read) = Prepare("table");
        WriteBomb(path, "0\t3\t"u8, "\n"u8);
        Refused(read, $"{path} has ", "that unpack to more than 67108864");
    }

    [Fact]
    public void A_review_that_is_too_long_is_refused_in_every_form()
    {
        const string Message = "a review of 1048577 bytes in ";
        string text = new('x', (1 << 20) + 1);
        (string path, _, Action read) = Prepare("table");
        File.WriteAllBytes(path, TinyReviews.Table(["0\t3\tbad", $"1\t9\t{text[4..]}"]));
        Refused(read, path, Message + "line 2. Expected reviews of at most 1048576 bytes");

        (path, _, read) = Prepare("archive");
        File.WriteAllBytes(path, TinyReviews.Archive([("aclImdb/train/pos/0_9.txt", text)]));
        Refused(read, path, Message + "train/pos/0_9.txt");

        (path, _, read) = Prepare("folder");
        File.WriteAllText(path, text);
        Refused(read, _folder.Sub("aclImdb"), Message + "train/pos/0_9.txt");
    }

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_refused()
    {
        (string path, _, Action read) = Prepare("archive");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal))
        using (var tar = new TarWriter(gzip))
        {
            using var zeros = new Zeros(BombSize);
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "aclImdb/train/unsup/0_0.txt") { DataStream = zeros });
        }

        Refused(read, $"{path} has ", "that unpack to more than 67108864");
    }

    [Fact]
    public void Images_that_unpack_to_too_much_are_refused()
    {
        (string path, _, Action read) = Prepare("packed images");
        WriteBomb(path, Idx.Bytes([BombSize], []), []);
        Refused(read, $"{path} has ", "that unpack to more than ");
    }

    [Fact]
    public void A_vectorization_that_is_too_long_is_refused()
    {
        (string path, _, Action read) = Prepare("vectorization");
        using (FileStream file = File.Create(path))
            file.SetLength((1 << 28) + 1);
        Refused(read, path, "it has 268435457 bytes, and 268435456 are the most");
    }

    private static void Refused(Action read, string start, string part)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        InvalidDataException error = Assert.Throws<InvalidDataException>(read);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, MostBytes);
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        byte[] damaged = [.. whole];
        int at = random.Next(whole.Length), length = random.Next(1, 20);
        switch (random.Next(5))
        {
            case 0: return damaged[..at];
            case 1: damaged[at] ^= (byte)(1 << random.Next(8)); return damaged;
            case 2: random.NextBytes(damaged.AsSpan(at, Math.Min(length, whole.Length - at))); return damaged;
            case 3: return [.. damaged[..at], .. damaged[Math.Min(at + length, whole.Length)..]];
            default: return [.. damaged[..at], .. damaged[(at / 2)..]];
        }
    }

    private static void WriteBomb(string path, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        gzip.Write(head);
        using (var zeros = new Zeros(BombSize))
            zeros.CopyTo(gzip);
        gzip.Write(tail);
    }

    /// <summary>A file, what is in it, and what reads it.</summary>
    private (string Path, byte[] Content, Action Read) Prepare(string reader)
    {
        foreach (string sub in new[] { "train.tsv.gz", "test.tsv.gz", TinyReviews.ArchiveName })
            File.Delete(_folder.Sub(sub));
        if (Directory.Exists(_folder.Sub("aclImdb")))
            Directory.Delete(_folder.Sub("aclImdb"), recursive: true);
        switch (reader)
        {
            case "table":
                TinyReviews.WriteTables(_folder, "");
                return Of("train.tsv.gz", () => LoadReviews());
            case "archive":
                _folder.Write(TinyReviews.ArchiveName, TinyReviews.Archive());
                return Of(TinyReviews.ArchiveName, () => LoadReviews());
            case "folder":
                TinyReviews.WriteFolder(_folder, "");
                return Of("aclImdb/train/pos/0_9.txt", () => LoadReviews());
            case "packed images":
                _folder.Write("images.gz", Idx.Images(300));
                return Of("images.gz", () => IdxFile.Read(_folder.Sub("images.gz")));
            case "images":
                _folder.Write("images", Idx.Bytes([2, 3], [1, 2, 3, 4, 5, 6]));
                return Of("images", () => IdxFile.Read(_folder.Sub("images")));
            default:
                var vectorization = new TextVectorization { OutputMode = TextOutputMode.TfIdf };
                vectorization.Adapt(["a b c", "b c é🎬", "c"]);
                vectorization.Save(_folder.Sub("file.json"));
                return Of("file.json", () => TextVectorization.Load(_folder.Sub("file.json")));
        }

        (string, byte[], Action) Of(string name, Action read) => (_folder.Sub(name), File.ReadAllBytes(_folder.Sub(name)), read);
    }

    private ReviewDatasets LoadReviews()
        => TinyReviews.Published.Load(
            new DatasetOptions { Folder = _folder.Path, Progress = null }, DatasetLocations.FromEnvironment(), CancellationToken.None);

    /// <summary>As many zeros as one likes, which no memory holds.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _position;
            set => _position = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, length - _position);
            Array.Clear(buffer, offset, count);
            _position += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
