namespace StaticNet.Datasets.Tests;

public sealed class DigitsTests
{
    [Fact]
    public void There_are_1797_images_of_64_pixels()
    {
        Dataset<float, int> digits = Digits.Load();

        Assert.Equal(1797, digits.Count);
        Assert.Equal(Digits.Height * Digits.Width * Digits.Channels, digits.InputSize);
        Assert.Equal(1, digits.TargetSize);
    }

    [Fact]
    public void Pixels_are_sixteenths_from_0_to_1()
    {
        float[] pixels = Digits.Load().Inputs.ToArray();

        Assert.Equal(Enumerable.Range(0, 17).Select(i => i / 16f), pixels.Distinct().Order());
        Assert.Equal(561_718, pixels.Sum(pixel => (double)pixel) * 16);
    }

    [Fact]
    public void Labels_occur_as_often_as_published()
        => Assert.Equal(
            [178, 182, 177, 183, 181, 182, 181, 179, 174, 180],
            Digits.Load().Targets.ToArray().CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value));

    [Fact]
    public void The_first_image_is_the_published_zero()
    {
        Dataset<float, int> digits = Digits.Load();

        Assert.Equal(
            [
                0, 0, 5, 13, 9, 1, 0, 0,
                0, 0, 13, 15, 10, 15, 5, 0,
                0, 3, 15, 2, 0, 11, 8, 0,
                0, 4, 12, 0, 0, 8, 8, 0,
                0, 5, 8, 0, 0, 9, 8, 0,
                0, 4, 11, 0, 1, 12, 7, 0,
                0, 2, 14, 5, 10, 12, 0, 0,
                0, 0, 6, 13, 10, 0, 0, 0,
            ],
            digits.Input(0).ToArray().Select(pixel => pixel * 16));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], digits.Take(10).Targets.ToArray());
        Assert.Equal("0", Digits.ClassNames[digits.Target(0)[0]]);
    }

    [Fact]
    public void The_split_holds_out_a_fifth_and_loses_no_sample()
    {
        ImageDatasets split = Digits.LoadSplit();

        Assert.Equal(1437, split.Train.Count);
        Assert.Equal(360, split.Test.Count);
        Assert.Equal((8, 8, 1), (split.Height, split.Width, split.Channels));
        Assert.Equal(Digits.ClassNames, split.ClassNames);
        Assert.Equal(
            Samples(Digits.Load()).Order(StringComparer.Ordinal),
            Samples(split.Train).Concat(Samples(split.Test)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_split_depends_on_the_seed_alone()
    {
        Assert.Equal(Samples(Digits.LoadSplit(7).Test), Samples(Digits.LoadSplit(7).Test));
        Assert.NotEqual(Samples(Digits.LoadSplit(7).Test), Samples(Digits.LoadSplit(8).Test));
        Assert.Equal(Samples(Digits.LoadSplit(0).Test), Samples(Digits.LoadSplit().Test));
    }

    /// <summary>Each sample as one text: its pixels and its label.</summary>
    private static List<string> Samples(Dataset<float, int> data)
        => [.. Enumerable.Range(0, data.Count).Select(i => $"{string.Join(' ', data.Input(i).ToArray())}: {data.Target(i)[0]}")];
}
