namespace StaticNet.Datasets;

/// <summary>A data set as its publisher distributes it, and the search for it.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Location">The address below which the files are published.</param>
/// <param name="Files">The published files.</param>
internal record PublishedSet(string Name, string Title, Uri Location, IReadOnlyList<PublishedFile> Files)
{
    /// <summary>Other forms of the set: the names of files and folders of which each list serves in place of the published files.</summary>
    public IReadOnlyList<IReadOnlyList<string>> OtherForms { get; init; } = [];

    /// <summary>
    /// The folder to read from: the one given in the options, or else the user's, the cache, or the cache after a download into it.
    /// </summary>
    /// <exception cref="FileNotFoundException">The given folder lacks files.</exception>
    /// <exception cref="IOException">No folder has the files, and they could not be downloaded.</exception>
    public string Locate(DatasetOptions options, DatasetLocations locations, CancellationToken cancellationToken)
        => options.Folder is null ? Find(locations, options.Progress, cancellationToken) : Given(options.Folder);

    private string Given(string folder)
    {
        folder = Path.GetFullPath(folder);
        PublishedFile[] missing = Missing(folder);
        return missing.Length == 0
            ? folder
            : throw new FileNotFoundException(
                $"{Lacks(folder, missing)} Put the published files of {Title} there, or leave {nameof(DatasetOptions.Folder)} out.",
                missing[0].Name);
    }

    private string Find(DatasetLocations locations, TextWriter? progress, CancellationToken cancellationToken)
    {
        string? data = locations.DataFolder is null ? null : Path.Combine(locations.DataFolder, Name);
        string? cache = locations.CacheFolder is null ? null : Path.Combine(locations.CacheFolder, Name);
        if (data is not null)
        {
            PublishedFile[] missing = Missing(data);
            if (missing.Length == 0)
                return data;
            // A folder of other data sets alone is no news; a half-filled one, which is never mixed with other sources, is.
            if (Directory.Exists(data))
                progress?.WriteLine($"{Lacks(data, missing)} Looking elsewhere.");
        }

        if (cache is null)
            throw Unavailable(data, cache, "There is no per-user folder to download to.", null);
        try
        {
            FetchAsync(Missing(cache), cache, locations, progress, cancellationToken).GetAwaiter().GetResult();
            return cache;
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw Unavailable(data, cache, $"The download from {Location} failed: {cause.Message.TrimEnd('.')}.", cause);
        }
    }

    private async Task FetchAsync(
        PublishedFile[] files, string folder, DatasetLocations locations, TextWriter? progress, CancellationToken cancellationToken)
    {
        if (files.Length == 0)
            return;
        using var client = new HttpClient(locations.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        foreach (PublishedFile file in files)
        {
            await Download.FetchAsync(
                client, new Uri(Location, file.Name), file, folder, locations.Patience, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The published files that a folder lacks; none if it has the set in another form.</summary>
    private PublishedFile[] Missing(string folder)
        => OtherForms.Any(form => form.All(name => Path.Exists(Path.Combine(folder, name))))
            ? []
            : [.. Files.Where(file => !File.Exists(Path.Combine(folder, file.Name)))];

    private string Lacks(string folder, IEnumerable<PublishedFile> missing)
    {
        string names = string.Join(", ", missing.Select(file => file.Name));
        return $"{folder} lacks {string.Join(" or else ", [names, .. OtherForms.Select(form => string.Join(" and ", form))])}.";
    }

    private IOException Unavailable(string? data, string? cache, string problem, Exception? cause)
    {
        string searched = data is null ? $"The environment variable {DatasetLocations.Variable} is not set." : Lacks(data, Missing(data));
        if (cache is not null)
            searched += $" {Lacks(cache, Missing(cache))}";
        string remedy = cache is null ? "" : $"put the published files into {cache}, or ";
        string advice = $"{remedy}set {DatasetLocations.Variable} to a folder that has them in its sub-folder {Name}.";
        return new IOException($"{Title} is not on this computer. {searched} {problem} To go on, {advice}", cause);
    }
}
