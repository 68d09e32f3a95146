using System.Buffers.Binary;
using System.IO.Compression;

namespace StaticNet.Datasets.Tests;

/// <summary>Makes IDX content.</summary>
internal static class Idx
{
    /// <summary>A header of unsigned bytes and the elements, whether or not they fit together.</summary>
    public static byte[] Bytes(int[] dimensions, byte[] elements)
    {
        var header = new byte[4 + (dimensions.Length * 4)];
        header[2] = 0x08;
        header[3] = (byte)dimensions.Length;
        for (int i = 0; i < dimensions.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (i * 4)), dimensions[i]);
        return [.. header, .. elements];
    }

    public static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(content);
        return compressed.ToArray();
    }

    /// <summary>Images of 2x3 pixels that count up from <paramref name="first"/>.</summary>
    public static byte[] Images(int count, byte first = 0)
        => Gzip(Bytes([count, 2, 3], [.. Enumerable.Range(first, count * 6).Select(pixel => (byte)pixel)]));

    public static byte[] Labels(params byte[] labels) => Gzip(Bytes([labels.Length], labels));
}
