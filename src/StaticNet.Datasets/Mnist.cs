namespace StaticNet.Datasets;

/// <summary>
/// MNIST: handwritten digits, 60,000 to train on and 10,000 to test with, 28x28 pixels in one channel, 10 classes.
/// </summary>
/// <remarks>
/// By Y. LeCun, C. Cortes and C. J. C. Burges, CC BY-SA 3.0. The four published files (<c>train-images-idx3-ubyte.gz</c>,
/// <c>train-labels-idx1-ubyte.gz</c>, <c>t10k-images-idx3-ubyte.gz</c>, <c>t10k-labels-idx1-ubyte.gz</c>; 11.6 MB) are looked for in
/// the sub-folder <c>mnist</c> of the folder in the environment variable STATICNET_DATA, then in the per-user cache
/// (<c>StaticNet/mnist</c> in <see cref="Environment.SpecialFolder.LocalApplicationData"/>), and are downloaded into the cache
/// from the mirror at storage.googleapis.com/cvdf-datasets if neither has them all.
/// </remarks>
/// <example>
/// <code>
/// var (train, test) = Mnist.Load();
/// model.Fit(train, validation: test);
/// </code>
/// </example>
public static class Mnist
{
    /// <summary>The height of an image in pixels.</summary>
    public const int Height = 28;

    /// <summary>The width of an image in pixels.</summary>
    public const int Width = 28;

    /// <summary>The numbers in a pixel: 1, grey.</summary>
    public const int Channels = 1;

    /// <summary>What each label means: "0" to "9".</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    // Lengths and checksums as listed in TensorFlow Datasets, url_checksums/mnist.txt.
    internal static PublishedImages Published { get; } = new(
        "mnist",
        "MNIST",
        new Uri("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        Height,
        Width,
        ClassNames,
        [
            new(PublishedImages.TrainImages, 9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            new(PublishedImages.TrainLabels, 28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            new(PublishedImages.TestImages, 1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            new(PublishedImages.TestLabels, 4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
        ]);

    /// <summary>Reads the data set; the pixels are divided by 255, from 0 (background) to 1 (ink).</summary>
    /// <param name="options">Where to read from and where to write progress; the defaults if left out.</param>
    /// <param name="cancellationToken">Stops a download; no half-written file is left.</param>
    /// <exception cref="IOException">The files were neither found nor could they be downloaded; the message says what to do.</exception>
    /// <exception cref="FileNotFoundException"><see cref="DatasetOptions.Folder"/> is set and does not hold all four files.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or is not what its name says.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImageDatasets Load(DatasetOptions? options = null, CancellationToken cancellationToken = default)
        => Published.Load(options ?? new DatasetOptions(), DatasetLocations.FromEnvironment(), cancellationToken);
}
