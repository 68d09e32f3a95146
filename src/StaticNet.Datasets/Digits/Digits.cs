using System.Globalization;
using System.IO.Compression;

namespace StaticNet.Datasets;

/// <summary>
/// Handwritten digits, 1,797 of them, 8x8 pixels in one channel, 10 classes. They are part of the assembly: nothing is downloaded.
/// </summary>
/// <remarks>
/// Optical Recognition of Handwritten Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0,
/// https://doi.org/10.24432/C50P49: its test set, in the order in which scikit-learn's <c>load_digits</c> has it.
/// </remarks>
/// <example>
/// <code>
/// var (train, test) = Digits.LoadSplit(seed: 1);
/// Console.WriteLine($"{train.Count} images of {Digits.Height}x{Digits.Width} pixels");
/// </code>
/// </example>
public static class Digits
{
    /// <summary>The height of an image in pixels.</summary>
    public const int Height = 8;

    /// <summary>The width of an image in pixels.</summary>
    public const int Width = 8;

    /// <summary>The numbers in a pixel: 1, grey.</summary>
    public const int Channels = 1;

    private const int Count = 1797;
    private const float BrightestPixel = 16;

    /// <summary>What each label means: "0" to "9".</summary>
    public static IReadOnlyList<string> ClassNames { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>All samples in their published order; the pixels are divided by 16, from 0 (background) to 1 (ink).</summary>
    public static Dataset<float, int> Load()
    {
        using Stream resource = typeof(Digits).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(resource, CompressionMode.Decompress));
        var pixels = new byte[Count * Height * Width];
        var labels = new int[Count];
        int pixel = 0;
        for (int i = 0; i < Count; i++)
        {
            // A line is the pixels of an image in row-major order, and its label.
            ReadOnlySpan<char> line = reader.ReadLine();
            int comma = line.LastIndexOf(',');
            labels[i] = int.Parse(line[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
            ReadOnlySpan<char> image = line[..comma];
            foreach (Range number in image.Split(','))
                pixels[pixel++] = byte.Parse(image[number], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return new Dataset<float, int>(Pixels.Scale(pixels, BrightestPixel), labels, Count, ClassNames);
    }

    /// <summary>
    /// All samples in random order, with the last fifth held out: 1,437 to train on and 360 to test with, in the form of
    /// <see cref="Load"/>.
    /// </summary>
    /// <param name="seed">The same seed gives the same parts, on every machine. Default 0.</param>
    public static ImageDatasets LoadSplit(int seed = 0)
    {
        (Dataset<float, int> train, Dataset<float, int> test) = Load().Shuffle(seed).SplitTail(0.2f);
        return new ImageDatasets(train, test, Height, Width, Channels, ClassNames);
    }
}
