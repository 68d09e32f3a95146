using StaticNet.Files;

namespace StaticNet;

/// <summary>Reads and writes the files of NumPy's <c>np.save</c>: one array of numbers each.</summary>
/// <remarks>
/// Versions 1 to 3 of the format are read, in C and in Fortran order; what is written is what NumPy would write, in C order. Records, text,
/// objects, complex numbers and numbers whose highest byte comes first are refused in words.
/// </remarks>
/// <example>
/// <code>
/// float[,] values = { { 1, 2, 3 }, { 4, 5, 6 } };
/// Npy.Save("x.npy", values);
/// float[,] x = Npy.Load("x.npy").ToArray&lt;float[,]&gt;();
/// </code>
/// </example>
public static class Npy
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or holds other things than numbers.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static NpyArray Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = ContentReader.Open(path);
        return NpyArray.Read(ContentReader.OfFile(file));
    }

    /// <summary>Reads an array from a stream, which afterwards stands behind it.</summary>
    /// <param name="stream">What to read; it need not be able to seek and is not closed.</param>
    /// <exception cref="InvalidDataException">The content is damaged, or holds other things than numbers.</exception>
    public static NpyArray Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyArray.Read(ContentReader.OfStream(stream));
    }

    /// <summary>Maps a file of any size into memory.</summary>
    /// <typeparam name="T">The numbers that it holds; nothing is converted.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, holds other numbers, or does not hold them row by row.</exception>
    /// <exception cref="ArgumentException">.npy files do not hold that type.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static NpyMap<T> Map<T>(string path)
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new NpyMap<T>(path);
    }

    /// <summary>Writes numbers to a file, which takes the place of one of that name when it is whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">The numbers, in row-major order.</param>
    /// <param name="shape">The length of each axis; without any there is one, as long as there are numbers.</param>
    /// <exception cref="ArgumentException">The shape is not one of as many numbers, or .npy files do not hold their type.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder may not be written to.</exception>
    public static void Save<T>(string path, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
        => Save(path, NpyArray.Create(values, shape));

    /// <summary>Writes an array of one axis to a file, which takes the place of one of that name when it is whole.</summary>
    /// <inheritdoc cref="Save{T}(string, ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static void Save<T>(string path, T[] values)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        Save<T>(path, values.AsSpan());
    }

    /// <summary>Writes an array of two axes to a file, which takes the place of one of that name when it is whole.</summary>
    /// <inheritdoc cref="Save{T}(string, ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static void Save<T>(string path, T[,] values)
        where T : unmanaged
        => SaveAxes<T>(path, values);

    /// <summary>Writes an array of three axes to a file, which takes the place of one of that name when it is whole.</summary>
    /// <inheritdoc cref="Save{T}(string, ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static void Save<T>(string path, T[,,] values)
        where T : unmanaged
        => SaveAxes<T>(path, values);

    /// <summary>Writes an array of four axes to a file, which takes the place of one of that name when it is whole.</summary>
    /// <inheritdoc cref="Save{T}(string, ReadOnlySpan{T}, ReadOnlySpan{int})"/>
    public static void Save<T>(string path, T[,,,] values)
        where T : unmanaged
        => SaveAxes<T>(path, values);

    /// <summary>Writes an array to a file, which takes the place of one of that name when it is whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder may not be written to.</exception>
    public static void Save(string path, NpyArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        AtomicFile.Write(path, array.Write);
    }

    /// <summary>Writes an array to a stream.</summary>
    public static void Save(Stream stream, NpyArray array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        array.Write(stream);
    }

    private static void SaveAxes<T>(string path, Array values)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        int[] shape = [.. Enumerable.Range(0, values.Rank).Select(values.GetLength)];
        Save(path, NpyArray.Create<T>(ArrayMemory<T>.SpanOf(values), shape));
    }
}
