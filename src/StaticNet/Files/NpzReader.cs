using System.IO.Compression;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>Reads archives of arrays, whose directory and checksums must hold.</summary>
internal static class NpzReader
{
    private const string Extension = ".npy";

    /// <summary>Reads all arrays.</summary>
    /// <param name="stream">The archive.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="limit">How many bytes the arrays may take.</param>
    /// <exception cref="InvalidDataException">It is damaged, holds other things than numbers, or more than is allowed.</exception>
    public static Dictionary<string, NpyArray> Read(Stream stream, string name, long limit)
    {
        long left = limit;
        var arrays = new Dictionary<string, NpyArray>();
        using ZipArchive archive = FromArchive(name, () => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        foreach (ZipArchiveEntry entry in FromArchive(name, () => archive.Entries))
        {
            if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal) || entry.IsEncrypted)
                throw Refused(name, $"it holds {Quoted.Show(entry.FullName)}, and only .npy files that are not encrypted are read");
            if (!arrays.TryAdd(entry.FullName[..^Extension.Length], Read(entry, name, Take)))
                throw Refused(name, $"it holds {Quoted.Show(entry.FullName)} twice");
        }

        return arrays;

        void Take(long bytes)
        {
            left -= bytes;
            if (left < 0)
                throw Refused(name, Invariant($"its arrays take more than {limit} bytes; give maxUnpackedBytes if it comes from where you trust"));
        }
    }

    private static NpyArray Read(ZipArchiveEntry entry, string name, Action<long> take)
    {
        string called = $"{name} ({Quoted.Show(entry.FullName)})";
        var checksum = new Crc32();
        using Stream unpacked = FromArchive(called, entry.Open);
        NpyArray array = NpyArray.Read(new ContentReader(unpacked, called, null, isAlone: true, checksum), take);
        return checksum.Value == entry.Crc32 ? array : throw Refused(called, "its checksum is wrong; it is damaged");
    }

    // What the archive's reader says of damage, and of ways to compress that it does not know.
    private static T FromArchive<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException)
        {
            throw Refused(name, $"it is damaged or no .npz file ({Quoted.Sentence(error.Message)})", error);
        }
    }

    private static InvalidDataException Refused(string name, string why, Exception? cause = null) => new($"{name} cannot be read: {why}.", cause);
}
