using System.Buffers.Text;
using System.Text;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>
/// The regular files of a tar archive, read once from its beginning: of the old format, of POSIX with and without extended attributes, and of
/// GNU. .NET's own reader takes at once what memory an entry claims that its attributes need, up to 2 GB of a file of some bytes.
/// </summary>
/// <param name="content">The archive.</param>
/// <param name="path">What it is called in messages.</param>
internal sealed class TarFile(Stream content, string path)
{
    private const int Block = 512;
    private const int Piece = 1 << 12;

    // Names that are too long for a header, and attributes, are kept while they are read.
    private const int MostAttributeBytes = 1 << 16;

    // So that what follows the data can be added.
    private const long MostLength = long.MaxValue >> 1;

    private readonly byte[] _header = new byte[Block];

    // Of the data of the entry, and of what follows it up to the next header.
    private long _left;
    private int _padding;

    /// <summary>The name of the file that was come to, with its folders.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many bytes that file is said to have.</summary>
    public long Length { get; private set; }

    /// <summary>Goes on to the next regular file.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public bool Next()
    {
        string? name = null;
        long? length = null;
        while (ReadHeader())
        {
            switch (_header[156])
            {
                case (byte)'x':
                    ReadAttributes(Attributes(), ref name, ref length);
                    break;
                case (byte)'L':
                    name ??= Text(Attributes());
                    break;
                case (byte)'g' or (byte)'K':
                    break;
                case var type:
                    Begin(length ?? _left);
                    Name = name ?? NameInHeader();
                    Length = _left;
                    if (type is (byte)'0' or 0 && !Name.EndsWith('/'))
                        return true;
                    // Links, devices and folders have no content, whatever length they tell.
                    if (type is >= (byte)'1' and <= (byte)'6')
                        Begin(0);
                    (name, length) = (null, null);
                    break;
            }
        }

        return false;
    }

    /// <summary>The content of the file that was come to, of whose length only as much memory is taken as comes.</summary>
    /// <exception cref="InvalidDataException">The archive ends before.</exception>
    public string ReadText()
    {
        using var bytes = new MemoryStream();
        Span<byte> piece = stackalloc byte[Piece];
        while (_left > 0)
        {
            Span<byte> next = piece[..(int)Math.Min(_left, Piece)];
            Read(next);
            bytes.Write(next);
        }

        bytes.Position = 0;
        using var reader = new StreamReader(bytes);
        return reader.ReadToEnd();
    }

    private bool ReadHeader()
    {
        Span<byte> piece = stackalloc byte[Piece];
        for (_left += _padding; _left > 0;)
            Read(piece[..(int)Math.Min(_left, Piece)]);
        _padding = 0;

        int came = content.ReadAtLeast(_header, Block, throwOnEndOfStream: false);
        if (came == 0 || (came == Block && !_header.AsSpan().ContainsAnyExcept((byte)0)))
            return false;
        if (came < Block)
            throw Damaged(Invariant($"it ends after {came} bytes of a header"));
        Span<byte> checksum = _header.AsSpan(148, 8);
        long expected = Number(checksum);
        checksum.Fill((byte)' ');
        int sum = 0;
        foreach (byte next in _header)
            sum += next;
        if (sum != expected)
            throw Damaged("the checksum of a header is wrong");
        Begin(Number(_header.AsSpan(124, 12)));
        return true;
    }

    private void Begin(long length)
    {
        _left = length;
        _padding = (int)((Block - (length % Block)) % Block);
    }

    private void Read(Span<byte> target)
    {
        if (content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
            throw Damaged("it ends within a file");
        _left -= target.Length;
    }

    private byte[] Attributes()
    {
        if (_left > MostAttributeBytes)
            throw Damaged(Invariant($"an entry has {_left} bytes of attributes, more than {MostAttributeBytes}"));
        var bytes = new byte[_left];
        Read(bytes);
        return bytes;
    }

    /// <summary>Reads lines of length, key and value: <c>23 path=aclImdb/README\n</c>.</summary>
    private void ReadAttributes(ReadOnlySpan<byte> lines, ref string? name, ref long? length)
    {
        while (!lines.IsEmpty)
        {
            if (!Utf8Parser.TryParse(lines, out int size, out int digits) || size <= digits || size > lines.Length)
                throw Damaged("the length of an attribute is wrong");
            ReadOnlySpan<byte> line = lines[digits..size];
            int equals = line.IndexOf((byte)'=');
            if (line[0] != ' ' || line[^1] != '\n' || equals < 0)
                throw Damaged("an attribute has no key or no end");
            ReadOnlySpan<byte> value = line[(equals + 1)..^1];
            if (line[1..equals].SequenceEqual("path"u8))
            {
                name = Text(value);
            }
            else if (line[1..equals].SequenceEqual("size"u8))
            {
                length = Utf8Parser.TryParse(value, out long number, out int used) && used == value.Length && number is >= 0 and <= MostLength
                    ? number : throw Damaged("a length is none");
            }

            lines = lines[size..];
        }
    }

    private string NameInHeader()
    {
        string name = Text(_header.AsSpan(0, 100));
        string prefix = _header.AsSpan(257).StartsWith("ustar\0"u8) ? Text(_header.AsSpan(345, 155)) : "";
        return prefix.Length > 0 ? $"{prefix}/{name}" : name;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    /// <summary>A number in octal digits, or in GNU's way for larger ones in binary with the highest bit set.</summary>
    private long Number(ReadOnlySpan<byte> field)
    {
        long number = 0;
        if (field[0] == 0x80)
        {
            foreach (byte next in field[1..])
                number = number <= MostLength >> 8 ? (number << 8) | next : throw Damaged("a length is too large");
            return number;
        }

        foreach (byte digit in field.Trim(" \0"u8))
            number = digit is >= (byte)'0' and <= (byte)'7' ? (number * 8) + (digit - '0') : throw Damaged("a number in a header is none");
        return number;
    }

    private InvalidDataException Damaged(string why) => DataFile.Refused(path, $"damaged content ({why})", "a whole gzip file of a tar archive");
}
