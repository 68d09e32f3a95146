using System.Formats.Tar;
using System.Text;
using StaticNet.Datasets;
using StaticNet.Datasets.Tests;

namespace StaticNet.FileFuzzing;

/// <summary>
/// The reader of IMDB's archive. The input is what is packed, since hardly any change to packed bytes reaches the reader, and the checksums of
/// the headers in it are made to hold.
/// </summary>
internal sealed class ReviewArchiveTarget : Target
{
    private const int Block = 512;
    private const int SizeAt = 124;
    private const int TypeAt = 156;
    private const int ChecksumAt = 148;
    private const int ChecksumLength = 8;
    private const int MagicAt = 257;

    private ReviewDatasets? _read;

    public override IEnumerable<(string Name, byte[] File)> Corpus
    {
        get
        {
            (string, TarEntryType)[] none = [];
            byte[] whole = Archive(TarEntryFormat.Ustar, none);
            yield return ("ustar", whole);
            yield return ("v7", Archive(TarEntryFormat.V7, none));
            yield return ("gnu", Archive(TarEntryFormat.Gnu, (new string('n', 200), TarEntryType.RegularFile)));
            yield return ("pax", Archive(TarEntryFormat.Pax, (new string('é', 200), TarEntryType.RegularFile)));
            yield return ("links", Archive(TarEntryFormat.Pax, ("aclImdb/train/pos/2_9.txt", TarEntryType.SymbolicLink), ("a", TarEntryType.HardLink)));
            yield return ("twice", Archive(TarEntryFormat.Ustar, ("aclImdb/train/pos/0_9.txt", TarEntryType.RegularFile)));
            yield return ("strange-name", Archive(TarEntryFormat.Ustar, ("aclImdb/train/pos/\u001b[31m_9.txt", TarEntryType.RegularFile)));
            yield return ("long-name", Archive(TarEntryFormat.Pax, ($"aclImdb/train/pos/{new string('9', 4_000)}_9.txt", TarEntryType.RegularFile)));
            yield return ("claimed-attributes", Claimed('x'));
            yield return ("claimed-name", Claimed('L'));
            yield return ("truncated", whole[..(whole.Length / 2)]);
            yield return ("empty", []);
        }
    }

    protected override string Called => Folder.Sub(TinyReviews.ArchiveName);

    protected override void Prepare(byte[] input) => File.WriteAllBytes(Called, Idx.Gzip(WithChecksums(input)));

    protected override void Read(byte[] input) => _read = ReviewTableTarget.Load(Folder.Path);

    protected override void AfterReading(byte[] input) => ReviewTableTarget.RequireWhole(_read!);

    private static byte[] WithChecksums(byte[] input)
    {
        byte[] fixedUp = [.. input];
        for (int at = 0; at + Block <= fixedUp.Length; at += Block)
        {
            Span<byte> header = fixedUp.AsSpan(at, Block), checksum = header.Slice(ChecksumAt, ChecksumLength);
            if (!header[MagicAt..].StartsWith("ustar"u8))
                continue;
            checksum.Fill((byte)' ');
            int sum = 0;
            foreach (byte one in header)
                sum += one;
            Encoding.ASCII.GetBytes($"{Convert.ToString(sum, toBase: 8).PadLeft(ChecksumLength - 2, '0')}\0 ", checksum);
        }

        return fixedUp;
    }

    // An entry that tells of the next one, in as many bytes as a header can say.
    private static byte[] Claimed(char type)
    {
        byte[] claimed = Archive(TarEntryFormat.Ustar);
        claimed[TypeAt] = (byte)type;
        "17777777777\0"u8.CopyTo(claimed.AsSpan(SizeAt));
        return claimed;
    }

    private static byte[] Archive(TarEntryFormat format, params (string Name, TarEntryType Type)[] more)
    {
        using var content = new MemoryStream();
        using (var tar = new TarWriter(content, format, leaveOpen: true))
        {
            foreach ((string name, string text) in TinyReviews.Files)
                tar.WriteEntry(Entry(format, TarEntryType.RegularFile, $"{PublishedReviews.Root}/{name}", text));
            foreach ((string name, TarEntryType type) in more)
                tar.WriteEntry(Entry(format, type, name, "more"));
        }

        return content.ToArray();
    }

    private static TarEntry Entry(TarEntryFormat format, TarEntryType type, string name, string text)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(type, name),
            TarEntryFormat.Pax => new PaxTarEntry(type, name),
            _ => new UstarTarEntry(type, name),
        };
        entry.ModificationTime = DateTimeOffset.UnixEpoch;
        if (type is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            entry.LinkName = "/etc/hostname";
        else
            entry.DataStream = new MemoryStream(Bytes(text));
        return entry;
    }
}
