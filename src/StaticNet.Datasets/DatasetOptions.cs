namespace StaticNet.Datasets;

/// <summary>Where a data set is read from, and where progress is written.</summary>
/// <example>
/// <code>
/// var (train, test) = Mnist.Load(new DatasetOptions { Folder = "data", Progress = null });
/// </code>
/// </example>
public sealed record DatasetOptions
{
    /// <summary>
    /// The folder that holds the data set's files. Default <see langword="null"/>: the sub-folder of the folder in the environment
    /// variable STATICNET_DATA, then the per-user cache, then a download into the cache. A folder given here is the only one that
    /// is read, and nothing is downloaded.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Takes lines about files that are downloaded. Default <see cref="Console.Error"/>; <see langword="null"/> for silence.
    /// </summary>
    public TextWriter? Progress { get; init; } = Console.Error;
}
