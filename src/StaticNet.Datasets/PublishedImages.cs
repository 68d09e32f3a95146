namespace StaticNet.Datasets;

/// <summary>A set of grey images that is published as four IDX files, in the way MNIST is.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Location">The address below which the files are published.</param>
/// <param name="Height">The height of an image.</param>
/// <param name="Width">The width of an image.</param>
/// <param name="ClassNames">What each label means.</param>
/// <param name="Files">The four files.</param>
internal sealed record PublishedImages(
    string Name, string Title, Uri Location, int Height, int Width, IReadOnlyList<string> ClassNames, IReadOnlyList<PublishedFile> Files)
{
    public const string TrainImages = "train-images-idx3-ubyte.gz";
    public const string TrainLabels = "train-labels-idx1-ubyte.gz";
    public const string TestImages = "t10k-images-idx3-ubyte.gz";
    public const string TestLabels = "t10k-labels-idx1-ubyte.gz";

    private const float BrightestPixel = 255;

    public ImageDatasets Load(DatasetOptions options, DatasetLocations locations, CancellationToken cancellationToken)
    {
        string folder = options.Folder is null ? Find(locations, options.Progress, cancellationToken) : Given(options.Folder);
        cancellationToken.ThrowIfCancellationRequested();
        Dataset<float, int> train = Read(folder, TrainImages, TrainLabels);
        cancellationToken.ThrowIfCancellationRequested();
        Dataset<float, int> test = Read(folder, TestImages, TestLabels);
        return new ImageDatasets(train, test, Height, Width, channels: 1, ClassNames);
    }

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

    private Dataset<float, int> Read(string folder, string imagesName, string labelsName)
    {
        string imagesPath = Path.Combine(folder, imagesName);
        string labelsPath = Path.Combine(folder, labelsName);
        var images = IdxFile.Read(imagesPath);
        if (images.Dimensions is not [int count, int height, int width] || height != Height || width != Width)
            throw IdxFile.Refused(imagesPath, $"dimensions {IdxFile.Shape(images.Dimensions)}", $"[count, {Height}, {Width}]");
        var labels = IdxFile.Read(labelsPath);
        if (labels.Dimensions.Count != 1)
            throw IdxFile.Refused(labelsPath, $"dimensions {IdxFile.Shape(labels.Dimensions)}", "[count]");
        if (labels.Data.Length != count)
            throw IdxFile.Refused(labelsPath, $"{labels.Data.Length} labels", $"{count}, one for each image in {imagesPath}");
        ReadOnlySpan<byte> classes = labels.Data.Span;
        int wrong = classes.IndexOfAnyExceptInRange((byte)0, (byte)(ClassNames.Count - 1));
        if (wrong >= 0)
            throw IdxFile.Refused(labelsPath, $"label {classes[wrong]} at index {wrong}", $"labels from 0 to {ClassNames.Count - 1}");

        var targets = new int[count];
        for (int i = 0; i < targets.Length; i++)
            targets[i] = classes[i];
        return Dataset.Create<float>(Pixels.Scale(images.Data.Span, BrightestPixel), targets);
    }

    private PublishedFile[] Missing(string folder) => [.. Files.Where(file => !File.Exists(Path.Combine(folder, file.Name)))];

    private static string Lacks(string folder, IEnumerable<PublishedFile> missing)
        => $"{folder} lacks {string.Join(", ", missing.Select(file => file.Name))}.";

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
