using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>The files of a folder that has a folder for each class, as Keras' <c>index_directory</c> lists them.</summary>
/// <param name="ClassNames">The folders' names, in ordinal order.</param>
/// <param name="Paths">The files, class by class, each class in ordinal order of its folders and in them of its files.</param>
/// <param name="Labels">The class of each file.</param>
internal sealed record ClassFolders(IReadOnlyList<string> ClassNames, string[] Paths, int[] Labels)
{
    /// <summary>Lists the files.</summary>
    /// <param name="path">The folder of folders. Those whose names begin with a point are left out.</param>
    /// <param name="extensions">How names may end, in small letters: <c>.txt</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It has no folder, or they have no such file.</exception>
    public static ClassFolders List(string path, IReadOnlyList<string> extensions)
    {
        path = Path.GetFullPath(path);
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"There is no folder {path}. Expected one with a folder for each class.");
        string[] folders = [.. Directory.EnumerateDirectories(path).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal)];
        if (folders.Length == 0)
            throw new InvalidDataException($"{path} has no folder. Expected one for each class.");
        var paths = new List<string>();
        var labels = new List<int>();
        for (int label = 0; label < folders.Length; label++)
        {
            var found = new List<(string Folder, string Name)>();
            Collect(folders[label], extensions, found);
            found.Sort((one, other) => string.CompareOrdinal(one.Folder, other.Folder) is var order && order != 0 ? order : string.CompareOrdinal(one.Name, other.Name));
            paths.AddRange(found.Select(file => Path.Combine(file.Folder, file.Name)));
            labels.AddRange(Enumerable.Repeat(label, found.Count));
        }

        if (paths.Count == 0)
            throw new InvalidDataException(Invariant($"{path} has {folders.Length} folders and in them no file that ends with {string.Join(", ", extensions)}."));
        return new ClassFolders(Array.AsReadOnly(Array.ConvertAll(folders, folder => Path.GetFileName(folder))), [.. paths], [.. labels]);
    }

    /// <summary>
    /// Parts the files in two, in random order, as Keras' <c>validation_split</c> with a seed does: the second part has
    /// floor(<paramref name="fraction"/> * files).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies outside [0, 1).</exception>
    public (ClassFolders Head, ClassFolders Tail) Split(double fraction, int seed)
    {
        if (fraction is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, Invariant($"{nameof(fraction)} is {fraction}. Expected at least 0 and less than 1."));
        Dataset<int, int> shuffled = Dataset.From(Enumerable.Range(0, Paths.Length).ToArray(), Labels).Shuffle(seed);
        ReadOnlySpan<int> order = shuffled.Inputs.Span;
        int tail = fraction == 0 ? 0 : shuffled.Split(fraction).First.Count;
        return (Of(order[..^tail]), Of(order[^tail..]));
    }

    private ClassFolders Of(ReadOnlySpan<int> order)
    {
        var paths = new string[order.Length];
        var labels = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            (paths[i], labels[i]) = (Paths[order[i]], Labels[order[i]]);
        return new ClassFolders(ClassNames, paths, labels);
    }

    private static void Collect(string folder, IReadOnlyList<string> extensions, List<(string Folder, string Name)> found)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            if (extensions.Any(extension => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
                found.Add((folder, Path.GetFileName(file)));
        }

        // A link may lead back to where it stands.
        foreach (string inner in Directory.EnumerateDirectories(folder))
        {
            if (new DirectoryInfo(inner).LinkTarget is null)
                Collect(inner, extensions, found);
        }
    }
}
