using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StaticNet.Datasets.Tests;

/// <summary>A published set of reviews that is small: two negative and two positive ones in each part.</summary>
internal static class TinyReviews
{
    public const string Name = "tiny";
    public const string ArchiveName = "aclImdb_v1.tar.gz";

    /// <summary>The reviews by the names of their files, in the order in which they are expected.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files { get; } =
    [
        ("train/neg/0_3.txt", "Bad, bad film.<br /><br />It's bad!"),
        ("train/pos/0_9.txt", "A good film; a GOOD cast."),
        ("train/neg/1_1.txt", "Why? The film is bad."),
        ("train/pos/1_10.txt", "Très bon 🎬"),
        ("test/neg/0_4.txt", "bad film"),
        ("test/pos/0_7.txt", "good film, unseen words"),
        ("test/neg/1_2.txt", ""),
        ("test/pos/1_8.txt", "a\tgood one"),
    ];

    public static PublishedReviews Published { get; } = new(
        Name, "Tiny", new Uri("http://data.test/tiny/"),
        new PublishedFile(ArchiveName, Archive().Length, Convert.ToHexStringLower(SHA256.HashData(Archive()))), PerClass: 2);

    /// <summary>The archive, with what else is in the published one.</summary>
    public static byte[] Archive() => Archive(
        [
            // Names in another order than that of the numbers, as in the published archive.
            .. Files.Reverse().Select(file => ($"aclImdb/{file.Name}", file.Text)),
            ("aclImdb/README", "read me"),
            ("aclImdb/train/unsup/0_0.txt", "no label"),
            ("aclImdb/train/urls_pos.txt", "http://a.test"),
            ("aclImdb/imdb.vocab", "bad"),
        ]);

    public static byte[] Archive(IEnumerable<(string Name, string Text)> files)
    {
        using var content = new MemoryStream();
        using (var tar = new TarWriter(content, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "aclImdb/train/pos/") { ModificationTime = DateTimeOffset.UnixEpoch });
            foreach ((string name, string text) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
                {
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                });
            }
        }

        return Idx.Gzip(content.ToArray());
    }

    /// <summary>A table of one part.</summary>
    public static byte[] Table(string part) => Table(Files.Where(file => file.Name.StartsWith(part, StringComparison.Ordinal)).Select(Line));

    public static byte[] Table(IEnumerable<string> lines) => Idx.Gzip(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public static void WriteFolder(TemporaryFolder folder, string below)
    {
        foreach ((string name, string text) in Files)
            folder.Write(Path.Combine(below, "aclImdb", name), Encoding.UTF8.GetBytes(text));
        folder.Write(Path.Combine(below, "aclImdb", "train", "unsup", "0_0.txt"), []);
    }

    public static void WriteTables(TemporaryFolder folder, string below)
    {
        folder.Write(Path.Combine(below, "train.tsv.gz"), Table("train"));
        folder.Write(Path.Combine(below, "test.tsv.gz"), Table("test"));
    }

    private static string Line((string Name, string Text) file)
    {
        string rating = Path.GetFileNameWithoutExtension(file.Name).Split('_')[1];
        return $"{(int.Parse(rating, CultureInfo.InvariantCulture) > 5 ? 1 : 0)}\t{rating}\t{file.Text}";
    }
}
