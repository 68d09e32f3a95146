namespace StaticNet.Datasets;

/// <summary>Labelled images, in one part to train on and one to test with.</summary>
public sealed class ImageDatasets
{
    internal ImageDatasets(
        Dataset<float, int> train, Dataset<float, int> test, int height, int width, int channels, IReadOnlyList<string> classNames)
    {
        Train = train;
        Test = test;
        Height = height;
        Width = width;
        Channels = channels;
        ClassNames = classNames;
    }

    /// <summary>The images to train on: pixels from 0 to 1 in row-major order (height, width, channel), labels from 0.</summary>
    public Dataset<float, int> Train { get; }

    /// <summary>The images to test with, in the form of <see cref="Train"/>.</summary>
    public Dataset<float, int> Test { get; }

    /// <summary>The height of an image in pixels.</summary>
    public int Height { get; }

    /// <summary>The width of an image in pixels.</summary>
    public int Width { get; }

    /// <summary>The numbers in a pixel: 1 for grey.</summary>
    public int Channels { get; }

    /// <summary>What each label means, from label 0 on.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Takes the two parts apart: <c>var (train, test) = Mnist.Load();</c></summary>
    /// <param name="train">Receives <see cref="Train"/>.</param>
    /// <param name="test">Receives <see cref="Test"/>.</param>
    public void Deconstruct(out Dataset<float, int> train, out Dataset<float, int> test)
    {
        train = Train;
        test = Test;
    }
}
