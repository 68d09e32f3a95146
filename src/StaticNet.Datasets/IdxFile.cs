using System.Buffers.Binary;
using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>An array of unsigned bytes in the IDX format, in which MNIST and the data sets after it are published.</summary>
/// <remarks>
/// The format: two bytes 0, one byte for the type of the elements (0x08, unsigned byte, is the only one read here), one byte for
/// the number of dimensions, each dimension as a big-endian 32-bit integer, and the elements in row-major order.
/// </remarks>
/// <example>
/// <code>
/// IdxFile images = IdxFile.Read("emnist-letters-train-images-idx3-ubyte.gz");
/// Console.WriteLine(string.Join(", ", images.Dimensions));      // 124800, 28, 28
/// </code>
/// </example>
public sealed class IdxFile
{
    private const byte UnsignedByte = 0x08;

    // A damaged header must not claim gigabytes: where nobody knows how much there is, memory beyond this is taken only as data comes.
    private const int FirstBuffer = 1 << 20;

    // Images with much of one colour pack well; MNIST unpacks to five times its length.
    private const int MostTimesPacked = 200;

    private IdxFile(IReadOnlyList<int> dimensions, ReadOnlyMemory<byte> data)
    {
        Dimensions = dimensions;
        Data = data;
    }

    /// <summary>The size of each dimension, at least 1; for images: count, height, width.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>All elements, in row-major order; as many as the product of the dimensions.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Reads a file, and decompresses it if its name ends with <c>.gz</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// The file is not a whole IDX file of unsigned bytes, has more behind it, or is compressed and unpacks to more than 64 MB and 200 times
    /// its length: unpack such a file, if you trust it, and read the result.
    /// </exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static IdxFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new UnpackedFile(path, MostTimesPacked) : File.OpenRead(path);
        return Read(content, path);
    }

    /// <summary>Reads from a stream, up to its end; the stream stays open.</summary>
    /// <param name="stream">IDX content, not compressed.</param>
    /// <param name="name">What to call the stream in errors.</param>
    /// <exception cref="InvalidDataException">The stream is not whole IDX content of unsigned bytes, or has more behind it.</exception>
    public static IdxFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> magic = stackalloc byte[4];
        int came = Fill(stream, magic);
        if (came < magic.Length)
            throw DataFile.Refused(name, Invariant($"{came} bytes"), "an IDX file, which starts with 4 bytes of magic number");
        if (magic[0] != 0 || magic[1] != 0)
            throw DataFile.Refused(name, $"magic number 0x{Convert.ToHexString(magic)}", "an IDX file, whose magic number starts with 0x0000");
        if (magic[2] != UnsignedByte)
            throw DataFile.Refused(name, Invariant($"element type 0x{magic[2]:X2}"), "0x08, unsigned byte");
        if (magic[3] == 0)
            throw DataFile.Refused(name, "an array without dimensions", "at least one dimension");

        Span<byte> header = stackalloc byte[magic[3] * sizeof(int)];
        came = Fill(stream, header);
        if (came < header.Length)
            throw DataFile.Refused(name, Invariant($"{came} bytes of dimensions"), Invariant($"{header.Length} bytes for {magic[3]} dimensions"));

        var dimensions = new int[magic[3]];
        long length = 1;
        for (int i = 0; i < dimensions.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header[(i * sizeof(int))..]);
            if (size == 0 || size > Array.MaxLength || (length *= size) > Array.MaxLength)
                throw DataFile.Refused(name, Invariant($"size {size} in dimension {i}"), Invariant($"sizes from 1 and at most {Array.MaxLength} elements in all"));
            dimensions[i] = (int)size;
        }

        byte[] data = ReadElements(stream, (int)length, name, dimensions);
        Span<byte> behind = stackalloc byte[1];
        if (Fill(stream, behind) != 0)
            throw DataFile.Refused(name, Invariant($"more bytes behind the elements of {Shape(dimensions)}"), Invariant($"the end after {length} elements"));
        return new IdxFile(Array.AsReadOnly(dimensions), data);
    }

    /// <summary>Dimensions as errors write them: [60000, 28, 28].</summary>
    internal static string Shape(IEnumerable<int> dimensions) => $"[{string.Join(", ", dimensions)}]";

    private static byte[] ReadElements(Stream stream, int length, string name, int[] dimensions)
    {
        if (stream.CanSeek && stream.Length - stream.Position < length)
            throw TooFew(stream.Length - stream.Position);
        if (stream is UnpackedFile packed)
            packed.Require(length);
        byte[] data = GC.AllocateUninitializedArray<byte>(stream.CanSeek ? length : Math.Min(length, FirstBuffer));
        int filled = 0;
        while (true)
        {
            filled += Fill(stream, data.AsSpan(filled));
            if (filled < data.Length)
                throw TooFew(filled);
            if (filled == length)
                return data;
            Array.Resize(ref data, (int)Math.Min(length, data.Length * 2L));
        }

        InvalidDataException TooFew(long came)
            => DataFile.Refused(name, Invariant($"{came} elements"), Invariant($"{length} for dimensions {Shape(dimensions)}"));
    }

    private static int Fill(Stream stream, Span<byte> buffer) => stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
}
