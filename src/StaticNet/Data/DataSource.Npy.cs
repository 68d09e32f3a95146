using StaticNet.Data;

namespace StaticNet;

/// <content>Sources of .npy files.</content>
public static partial class DataSource
{
    /// <summary>
    /// The rows of two .npy files of any size: samples and their targets. They are read as they are needed, and numbers of any type are
    /// converted; ints are those that are whole and small enough.
    /// </summary>
    /// <typeparam name="TInput"><see cref="float"/>, or <see cref="int"/> for tokens.</typeparam>
    /// <typeparam name="TTarget"><see cref="int"/> for class labels, or <see cref="float"/>.</typeparam>
    /// <param name="inputPath">The file of the samples: the first axis counts them, the others make one.</param>
    /// <param name="targetPath">The file of the targets, as long along the first axis.</param>
    /// <exception cref="InvalidDataException">A file is damaged, holds other things than numbers or does not hold them row by row.</exception>
    /// <exception cref="ArgumentException">The files do not have as many rows as each other.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    /// <exception cref="NotSupportedException">The types are others than <see cref="float"/> and <see cref="int"/>.</exception>
    public static IDataSource<TInput, TTarget> FromNpy<TInput, TTarget>(string inputPath, string targetPath)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(inputPath);
        ArgumentException.ThrowIfNullOrEmpty(targetPath);
        return new NpySource<TInput, TTarget>(inputPath, targetPath);
    }
}
