namespace StaticNet.Datasets;

/// <summary>
/// Fashion-MNIST: pictures of clothes, 60,000 to train on and 10,000 to test with, 28x28 pixels in one channel, 10 classes.
/// </summary>
/// <remarks>
/// By Zalando Research, MIT licence, https://github.com/zalandoresearch/fashion-mnist. The four published files
/// (<c>train-images-idx3-ubyte.gz</c>, <c>train-labels-idx1-ubyte.gz</c>, <c>t10k-images-idx3-ubyte.gz</c>,
/// <c>t10k-labels-idx1-ubyte.gz</c>; 30.9 MB) are looked for in the sub-folder <c>fashion-mnist</c> of the folder in the environment
/// variable STATICNET_DATA, then in the per-user cache (<c>StaticNet/fashion-mnist</c> in
/// <see cref="Environment.SpecialFolder.LocalApplicationData"/>), and are downloaded into the cache from the publisher if neither
/// has them all.
/// </remarks>
/// <example>
/// <code>
/// var (train, test) = FashionMnist.Load();
/// model.Fit(train, new FitOptions { ValidationSplit = 0.1 });
/// </code>
/// </example>
public static class FashionMnist
{
    /// <summary>The height of an image in pixels.</summary>
    public const int Height = 28;

    /// <summary>The width of an image in pixels.</summary>
    public const int Width = 28;

    /// <summary>The numbers in a pixel: 1, grey.</summary>
    public const int Channels = 1;

    /// <summary>What each label means, in the publisher's words.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    // Lengths and checksums as listed in TensorFlow Datasets, url_checksums/fashion_mnist.txt.
    // The publisher's address has no https; the checksum is what vouches for the content.
    internal static PublishedImages Published { get; } = new(
        "fashion-mnist",
        "Fashion-MNIST",
        new Uri("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
        Height,
        Width,
        ClassNames,
        [
            new(PublishedImages.TrainImages, 26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            new(PublishedImages.TrainLabels, 29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            new(PublishedImages.TestImages, 4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            new(PublishedImages.TestLabels, 5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
        ]);

    /// <summary>Reads the data set; the pixels are divided by 255, from 0 (background) to 1.</summary>
    /// <param name="options">Where to read from and where to write progress; the defaults if left out.</param>
    /// <param name="cancellationToken">Stops a download; no half-written file is left.</param>
    /// <exception cref="IOException">The files were neither found nor could they be downloaded; the message says what to do.</exception>
    /// <exception cref="FileNotFoundException"><see cref="DatasetOptions.Folder"/> is set and does not hold all four files.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or is not what its name says.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImageDatasets Load(DatasetOptions? options = null, CancellationToken cancellationToken = default)
        => Published.Load(options ?? new DatasetOptions(), DatasetLocations.FromEnvironment(), cancellationToken);
}
