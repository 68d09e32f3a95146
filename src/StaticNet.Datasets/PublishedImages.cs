using static System.FormattableString;

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
    : PublishedSet(Name, Title, Location, Files)
{
    public const string TrainImages = "train-images-idx3-ubyte.gz";
    public const string TrainLabels = "train-labels-idx1-ubyte.gz";
    public const string TestImages = "t10k-images-idx3-ubyte.gz";
    public const string TestLabels = "t10k-labels-idx1-ubyte.gz";

    private const float BrightestPixel = 255;

    public ImageDatasets Load(DatasetOptions options, DatasetLocations locations, CancellationToken cancellationToken)
    {
        string folder = Locate(options, locations, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Dataset<float, int> train = Read(folder, TrainImages, TrainLabels);
        cancellationToken.ThrowIfCancellationRequested();
        Dataset<float, int> test = Read(folder, TestImages, TestLabels);
        return new ImageDatasets(train, test, Height, Width, channels: 1, ClassNames);
    }

    private Dataset<float, int> Read(string folder, string imagesName, string labelsName)
    {
        string imagesPath = Path.Combine(folder, imagesName);
        string labelsPath = Path.Combine(folder, labelsName);
        var images = IdxFile.Read(imagesPath);
        if (images.Dimensions is not [int count, int height, int width] || height != Height || width != Width)
            throw DataFile.Refused(imagesPath, $"dimensions {IdxFile.Shape(images.Dimensions)}", Invariant($"[count, {Height}, {Width}]"));
        var labels = IdxFile.Read(labelsPath);
        if (labels.Dimensions.Count != 1)
            throw DataFile.Refused(labelsPath, $"dimensions {IdxFile.Shape(labels.Dimensions)}", "[count]");
        if (labels.Data.Length != count)
            throw DataFile.Refused(labelsPath, Invariant($"{labels.Data.Length} labels"), Invariant($"{count}, one for each image in {imagesPath}"));
        ReadOnlySpan<byte> classes = labels.Data.Span;
        int wrong = classes.IndexOfAnyExceptInRange((byte)0, (byte)(ClassNames.Count - 1));
        if (wrong >= 0)
            throw DataFile.Refused(labelsPath, Invariant($"label {classes[wrong]} at index {wrong}"), Invariant($"labels from 0 to {ClassNames.Count - 1}"));

        var targets = new int[count];
        for (int i = 0; i < targets.Length; i++)
            targets[i] = classes[i];
        return new Dataset<float, int>(Pixels.Scale(images.Data.Span, BrightestPixel), targets, count, ClassNames);
    }
}
