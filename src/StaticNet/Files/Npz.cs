using System.IO.Compression;
using StaticNet.Files;
using static System.FormattableString;

namespace StaticNet;

/// <summary>Reads and writes the files of NumPy's <c>np.savez</c> and <c>np.savez_compressed</c>: several arrays, each with a name.</summary>
/// <example>
/// <code>
/// IReadOnlyDictionary&lt;string, NpyArray&gt; mnist = Npz.Load("mnist.npz");
/// float[] images = mnist["x_train"].ToSingle();
/// int[] labels = mnist["y_train"].ToInt32();
/// </code>
/// </example>
public static class Npz
{
    private const string Extension = ".npy";

    // What a file may unpack to: so much in any case, and so many times its length. A hostile one could unpack to a thousand times as much.
    private const long MinLimit = 1 << 26;
    private const int LimitTimes = 100;

    // The first moment that zip archives know, so that the same arrays give the same bytes.
    private static readonly DateTimeOffset _noTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads all arrays of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxUnpackedBytes">How many bytes the arrays may take; by default a hundred times what the file takes, and at least 64 MB.</param>
    /// <returns>The arrays by name, in the order of the file.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, holds other things than numbers, or more than is allowed.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Load(string path, long? maxUnpackedBytes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = File.OpenRead(path);
        return Load(file, maxUnpackedBytes);
    }

    /// <summary>Reads all arrays of a stream that begins and ends with the archive.</summary>
    /// <param name="stream">What to read; it must be able to seek and is not closed.</param>
    /// <param name="maxUnpackedBytes">How many bytes the arrays may take; by default a hundred times what the stream takes, and at least 64 MB.</param>
    /// <returns>The arrays by name, in the order of the archive.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="InvalidDataException">The content is damaged, holds other things than numbers, or more than is allowed.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Load(Stream stream, long? maxUnpackedBytes = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException("The stream cannot seek, which reading an archive takes. Copy it to a MemoryStream or a file first.", nameof(stream));
        string name = stream is FileStream file ? file.Name : "The stream";
        return NpzReader.Read(stream, name, maxUnpackedBytes ?? Math.Max(MinLimit, LimitTimes * stream.Length)).AsReadOnly();
    }

    /// <summary>Writes arrays to a file, which takes the place of one of that name when it is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays by name, such as a dictionary.</param>
    /// <param name="compress">Whether to make the file smaller, which takes longer.</param>
    /// <exception cref="ArgumentException">A name is empty or comes twice.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder may not be written to.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, NpyArray>> arrays, bool compress = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        KeyValuePair<string, NpyArray>[] all = Checked(arrays);
        AtomicFile.Write(path, stream => Write(stream, all, compress));
    }

    /// <summary>Writes arrays to a stream.</summary>
    /// <param name="stream">Where to; it is not closed.</param>
    /// <param name="arrays">The arrays by name, such as a dictionary.</param>
    /// <param name="compress">Whether to write fewer bytes, which takes longer.</param>
    /// <exception cref="ArgumentException">A name is empty or comes twice.</exception>
    public static void Save(Stream stream, IEnumerable<KeyValuePair<string, NpyArray>> arrays, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Write(stream, Checked(arrays), compress);
    }

    private static KeyValuePair<string, NpyArray>[] Checked(IEnumerable<KeyValuePair<string, NpyArray>> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        KeyValuePair<string, NpyArray>[] all = [.. arrays];
        var names = new HashSet<string>();
        foreach ((string name, NpyArray array) in all)
        {
            ArgumentNullException.ThrowIfNull(array, nameof(arrays));
            if (string.IsNullOrEmpty(name) || !names.Add(name))
                throw new ArgumentException(Invariant($"An array is named '{name}'. Expected names that are not empty, each of them once."), nameof(arrays));
        }

        return all;
    }

    private static void Write(Stream stream, KeyValuePair<string, NpyArray>[] arrays, bool compress)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, NpyArray array) in arrays)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name + Extension, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            entry.LastWriteTime = _noTime;
            using Stream content = entry.Open();
            array.Write(content);
        }
    }
}
