using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>Where the numbers of a .npy file lie, by a header that has been checked against the file's length.</summary>
/// <param name="Name">The file, as messages call it.</param>
/// <param name="Header">Its header.</param>
/// <param name="Start">Where the numbers begin.</param>
internal sealed record NpyContent(string Name, NpyHeader Header, long Start)
{
    /// <summary>How many rows there are: the length of the first axis.</summary>
    public long Rows => Header.Shape[0];

    /// <summary>How many numbers a row has: all other axes together.</summary>
    public int RowSize { get; } = Header.Shape is [0, ..] ? 0 : (int)(Header.Count / Header.Shape[0]);

    /// <summary>Reads the header of a file whose rows are to be read one after the other.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, holds other things than numbers or none that lie row by row.</exception>
    public static NpyContent Read(FileStream file)
    {
        var content = ContentReader.OfFile(file);
        if (content.Left is not long length)
            throw content.Refused("it is no file whose length is known");
        NpyHeader header = NpyHeader.Read(content);
        if (header.Shape.Length == 0)
            throw content.Refused("it holds a single number and no rows");
        if (header.IsTransposed)
            throw content.Refused("its numbers lie column by column; write them in NumPy with np.ascontiguousarray, or load them with Npy.Load");
        if (header.Shape[0] > 0 && header.Count / header.Shape[0] > Array.MaxLength)
            throw content.Refused("its rows have more numbers than an array of .NET can hold");
        long start = length - content.Left.Value;
        Int128 bytes = (Int128)header.Count * header.Kind.Size;
        if (bytes > content.Left)
            throw content.Refused(Invariant($"its numbers would take {bytes} bytes from byte {start} on, but the file has {length}; it is truncated or damaged"));
        if (bytes < content.Left)
            throw content.Refused(Invariant($"there are bytes behind its end, which is at byte {start + bytes}"));
        return new NpyContent(file.Name, header, start);
    }
}
