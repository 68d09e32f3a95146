namespace StaticNet.Datasets.Tests;

public sealed class RealDataTests
{
    [RealDataFact]
    public void Mnist_is_the_published_set()
    {
        ImageDatasets sets = Mnist.Load();

        Check(sets, Mnist.ClassNames);
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], sets.Train.Take(10).Targets.ToArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], sets.Test.Take(10).Targets.ToArray());
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Histogram(sets.Train));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], Histogram(sets.Test));
        Assert.Equal(1_567_298_545, SumOfBytes(sets.Train.Inputs.Span));
        Assert.Equal(264_923_200, SumOfBytes(sets.Test.Inputs.Span));
        Assert.Equal(27_525, SumOfBytes(sets.Train.Input(0)));
        Assert.Equal(18_454, SumOfBytes(sets.Test.Input(0)));
    }

    [RealDataFact]
    public void Fashion_mnist_is_the_published_set()
    {
        ImageDatasets sets = FashionMnist.Load();

        Check(sets, FashionMnist.ClassNames);
        Assert.Equal([9, 0, 0, 3, 0, 2, 7, 2, 5, 5], sets.Train.Take(10).Targets.ToArray());
        Assert.Equal([9, 2, 1, 1, 6, 1, 4, 6, 5, 7], sets.Test.Take(10).Targets.ToArray());
        Assert.Equal(Enumerable.Repeat(6000, 10), Histogram(sets.Train));
        Assert.Equal(Enumerable.Repeat(1000, 10), Histogram(sets.Test));
        Assert.Equal(3_431_114_169, SumOfBytes(sets.Train.Inputs.Span));
        Assert.Equal(573_469_082, SumOfBytes(sets.Test.Inputs.Span));
    }

    [RealDataFact]
    public void The_folder_may_be_given()
    {
        string folder = Path.Combine(Environment.GetEnvironmentVariable(DatasetLocations.Variable)!, "mnist");

        Assert.Equal(10_000, Mnist.Load(new DatasetOptions { Folder = folder }).Test.Count);
    }

    private static void Check(ImageDatasets sets, IReadOnlyList<string> classNames)
    {
        Assert.Equal(60_000, sets.Train.Count);
        Assert.Equal(10_000, sets.Test.Count);
        Assert.Equal(784, sets.Train.InputSize);
        Assert.Equal(784, sets.Test.InputSize);
        Assert.Equal((28, 28, 1), (sets.Height, sets.Width, sets.Channels));
        Assert.Equal(classNames, sets.ClassNames);
        Assert.Equal(10, classNames.Count);
    }

    private static IEnumerable<int> Histogram(Dataset<float, int> data)
        => data.Targets.ToArray().CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value);

    /// <summary>The sum of the pixels before they were scaled.</summary>
    private static long SumOfBytes(ReadOnlySpan<float> pixels)
    {
        long sum = 0;
        foreach (float pixel in pixels)
            sum += (long)MathF.Round(pixel * 255);
        return sum;
    }
}
