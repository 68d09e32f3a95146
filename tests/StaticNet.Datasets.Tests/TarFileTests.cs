using System.Formats.Tar;
using System.Text;
using StaticNet.Tests;

namespace StaticNet.Datasets.Tests;

/// <summary>Archives are read as .NET's own writer has written them, and what is damaged is refused.</summary>
[Collection(AloneCollection.Name)]
public class TarFileTests
{
    private static readonly string _longName = $"aclImdb/{new string('d', 90)}/{new string('é', 60)}.txt";

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Regular_files_of_every_format_are_read(TarEntryFormat format)
    {
        List<(string Name, string Text)> files = [("a.txt", "text é🎬"), ("b/empty", ""), ("b/block", new string('x', 512)), ("b/long", new string('y', 9_000))];
        if (format is TarEntryFormat.Pax or TarEntryFormat.Gnu)
            files.Add((_longName, "z"));
        else if (format == TarEntryFormat.Ustar)
            files.Add(($"{new string('p', 90)}/{new string('n', 90)}", "z"));
        using var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, format, leaveOpen: true))
        {
            tar.WriteEntry(Entry(format, TarEntryType.Directory, "b/", null));
            foreach ((string name, string text) in files)
                tar.WriteEntry(Entry(format, TarEntryType.RegularFile, name, text));
            tar.WriteEntry(Entry(format, TarEntryType.SymbolicLink, "link", null));
            if (format == TarEntryFormat.Pax)
                tar.WriteEntry(new PaxGlobalExtendedAttributesTarEntry(new Dictionary<string, string> { ["comment"] = new('c', 1_000) }));
            tar.WriteEntry(Entry(format, TarEntryType.RegularFile, "last", "end"));
        }

        Assert.Equal([.. files, ("last", "end")], Read(archive.ToArray()));
    }

    [Fact]
    public void Files_that_nobody_asks_for_are_passed_over()
    {
        byte[] archive = Archive(("a", new string('x', 5_000)), ("b", "text"));
        var tar = new TarFile(new MemoryStream(archive), "archive");
        Assert.True(tar.Next());
        Assert.Equal(("a", 5_000), (tar.Name, tar.Length));
        Assert.True(tar.Next());
        Assert.Equal("text", tar.ReadText());
        Assert.False(tar.Next());
        Assert.False(tar.Next());
    }

    [Fact]
    public void A_length_may_be_binary_or_an_attribute()
    {
        byte[] archive = Archive(("a", "text"), ("b", "end"));
        SetBinaryLength(archive, 4);
        Assert.Equal([("a", "text"), ("b", "end")], Read(Checked(archive)));

        Assert.Equal([("long", "end")], Read([.. Attributes("6 x=y\n13 path=long\n10 size=3\n"), .. Archive(("b", "end"))]));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('L')]
    [InlineData('g')]
    [InlineData('K')]
    [InlineData('0')]
    public void What_is_only_claimed_takes_no_memory(char type)
    {
        byte[] archive = Archive(("a", "text"));
        archive[156] = (byte)type;
        "10000000000\0"u8.CopyTo(archive.AsSpan(124));
        Checked(archive);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Refused(archive, type is 'x' or 'L' ? "1073741824 bytes of attributes, more than 65536" : "it ends within a file");
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 200_000);
    }

    [Theory]
    [InlineData("30 path=a\n", "the length of an attribute is wrong")]
    [InlineData("-9 path=a\n", "the length of an attribute is wrong")]
    [InlineData("99999999999 path=a\n", "the length of an attribute is wrong")]
    [InlineData("path=a\n", "the length of an attribute is wrong")]
    [InlineData("2 path=a\n", "an attribute has no key or no end")]
    [InlineData("8 path=a\n", "an attribute has no key or no end")]
    [InlineData("7 path\n", "an attribute has no key or no end")]
    [InlineData("10 size=x\n", "a length is none")]
    [InlineData("11 size=-1\n", "a length is none")]
    [InlineData("28 size=9223372036854775807\n", "a length is none")]
    public void Attributes_that_are_damaged_are_refused(string attributes, string message)
        => Refused([.. Attributes(attributes), .. Archive(("a", "text"))], message);

    [Fact]
    public void Headers_that_are_damaged_are_refused()
    {
        byte[] whole = Archive(("a", "text"));
        Refused(whole[..100], "it ends after 100 bytes of a header");
        Refused(whole[..515], "it ends within a file");
        byte[] changed = [.. whole];
        changed[0] ^= 1;
        Refused(changed, "the checksum of a header is wrong");
        changed = [.. whole];
        changed[124] = (byte)'8';
        Refused(Checked(changed), "a number in a header is none");
        SetBinaryLength(changed, long.MaxValue);
        Refused(Checked(changed), "a length is too large");
        SetBinaryLength(changed, long.MaxValue >> 1);
        Refused(Checked(changed), "it ends within a file");
    }

    private static void Refused(byte[] archive, string message)
    {
        string said = Assert.Throws<InvalidDataException>(() => Read(archive)).Message;
        Assert.StartsWith("archive has damaged content (", said, StringComparison.Ordinal);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    private static List<(string Name, string Text)> Read(byte[] archive)
    {
        var tar = new TarFile(new MemoryStream(archive), "archive");
        var files = new List<(string, string)>();
        while (tar.Next())
            files.Add((tar.Name, tar.ReadText()));
        return files;
    }

    private static byte[] Archive(params (string Name, string Text)[] files)
    {
        using var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
                tar.WriteEntry(Entry(TarEntryFormat.Ustar, TarEntryType.RegularFile, name, text));
        }

        return archive.ToArray();
    }

    // An entry that tells of the next one, without what ends an archive.
    private static byte[] Attributes(string text)
    {
        byte[] entry = Archive(("attributes", text))[..1024];
        entry[156] = (byte)'x';
        return Checked(entry);
    }

    private static TarEntry Entry(TarEntryFormat format, TarEntryType type, string name, string? text)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(type == TarEntryType.RegularFile ? TarEntryType.V7RegularFile : type, name),
            TarEntryFormat.Gnu => new GnuTarEntry(type, name),
            TarEntryFormat.Pax => new PaxTarEntry(type, name),
            _ => new UstarTarEntry(type, name),
        };
        if (type == TarEntryType.SymbolicLink)
            entry.LinkName = "a.txt";
        if (text is not null)
            entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return entry;
    }

    private static void SetBinaryLength(byte[] archive, long length)
    {
        archive[124] = 0x80;
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(archive.AsSpan(128), length);
        archive.AsSpan(125, 3).Clear();
    }

    /// <summary>Makes the first header's checksum hold.</summary>
    private static byte[] Checked(byte[] archive)
    {
        Span<byte> checksum = archive.AsSpan(148, 8);
        checksum.Fill((byte)' ');
        int sum = 0;
        foreach (byte next in archive.AsSpan(0, 512))
            sum += next;
        Encoding.ASCII.GetBytes($"{Convert.ToString(sum, toBase: 8).PadLeft(6, '0')}\0 ", checksum);
        return archive;
    }
}
