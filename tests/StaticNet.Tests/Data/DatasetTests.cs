namespace StaticNet.Tests.Data;

/// <summary>Data sets, their slices and targets.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class DatasetTests
{
    private static readonly Dataset<float, int> _data = Dataset.From(
        Enumerable.Range(0, 20).Select(i => (float)i).ToArray(), Enumerable.Range(0, 10).ToArray());

    [Fact]
    public void Samples_and_targets_are_found_by_number()
    {
        Assert.Equal((10, 2, 1), (_data.Count, _data.InputSize, _data.TargetSize));
        Assert.Equal([6, 7], _data.Input(3).ToArray());
        Assert.Equal([3], _data.Target(3).ToArray());
    }

    [Fact]
    public void Slices_share_and_splits_cut_the_tail()
    {
        Assert.Equal([4, 5, 6, 7], _data.Slice(2, 2).Inputs.ToArray());
        Assert.Equal(0, _data.Slice(10, 0).Count);
        Assert.Equal(10, _data.Take(11).Count);
        (Dataset<float, int> head, Dataset<float, int> tail) = _data.SplitTail(0.25f);
        Assert.Equal((7, 3), (head.Count, tail.Count));
        Assert.Equal([7, 8, 9], tail.Targets.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>("count", () => _data.Slice(8, 3));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => _data.Slice(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => _data.SplitTail(1));
    }

    [Theory]
    [InlineData(60_000, 0.1, 54_000)]
    [InlineData(60_000, 0.1f, 54_000)]
    [InlineData(10, 0.3, 7)]
    [InlineData(10, 0.3f, 7)]
    [InlineData(1437, 0.1, 1293)]
    [InlineData(1437, 0.1f, 1293)]
    [InlineData(10, 1.0 / 3, 6)]
    [InlineData(10, 0.0, 10)]
    [InlineData(10, double.Epsilon, 10)]
    [InlineData(10, 0.9999999999999999, 0)]
    public void Splits_cut_where_Keras_cuts(int count, double fraction, int head)
        => Assert.Equal(head, Dataset.From(new float[count], new int[count]).SplitTail(fraction).Head.Count);

    [Fact]
    public void Shuffling_keeps_pairs_together_and_goes_by_the_seed()
    {
        Dataset<float, int> shuffled = _data.Shuffle(1);
        for (int i = 0; i < 10; i++)
            Assert.Equal([shuffled.Target(i)[0] * 2, (shuffled.Target(i)[0] * 2) + 1], shuffled.Input(i).ToArray());
        Assert.Equal(Enumerable.Range(0, 10), shuffled.Targets.ToArray().Order());
        Assert.Equal(shuffled.Targets.ToArray(), _data.Shuffle(1).Targets.ToArray());
        Assert.NotEqual(shuffled.Targets.ToArray(), _data.Shuffle(2).Targets.ToArray());
        Assert.NotEqual(_data.Targets.ToArray(), shuffled.Targets.ToArray());
    }

    [Fact]
    public void Labels_become_one_hot_rows_or_numbers()
    {
        Dataset<float, float> rows = _data.Slice(1, 2).ToOneHot(4);
        Assert.Equal([0, 1, 0, 0, 0, 0, 1, 0], rows.Targets.ToArray());
        Assert.Equal([8, 9], _data.Slice(8, 2).ToNumbers().Targets.ToArray());
        Assert.Throws<ArgumentException>("data", () => _data.ToOneHot(9));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(1 << 30)]
    [InlineData(int.MinValue)]
    public void Samples_that_are_not_there_are_refused(int index)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("index", () => _data.Input(index).ToArray());
        Assert.StartsWith(FormattableString.Invariant($"Sample {index} was asked of a data set of 10. Expected 0 to 9."), error.Message, StringComparison.Ordinal);
        var wide = new Dataset<float, int>(new float[8], new int[8], 2);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => wide.Input(index).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>("index", () => wide.Target(index).ToArray());
    }

    [Fact]
    public void Rows_that_no_array_holds_are_refused()
    {
        Dataset<float, int> many = Dataset.From(new float[100_000], new int[100_000]);
        ArgumentException error = Assert.Throws<ArgumentException>("classes", () => many.ToOneHot(50_000));
        Assert.StartsWith("100000 times 50000 numbers do not fit into an array", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("classes", () => many.ToOneHot(1 << 30));
    }

    [Fact]
    public void Lengths_that_do_not_divide_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("inputs", () => new Dataset<float, int>(new float[7], new int[3], 3));
        Assert.StartsWith("7 values came for 3 samples.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("targets", () => new Dataset<float, float>(new float[6], new float[4], 3));
        Assert.Throws<ArgumentException>("inputs", () => new Dataset<float, int>(Array.Empty<float>(), new int[3], 3));
    }
}
