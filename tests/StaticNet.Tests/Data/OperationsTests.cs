namespace StaticNet.Tests.Data;

/// <summary>What is made of data sets.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class OperationsTests
{
    private static readonly Dataset<float, int> _named = new(
        Enumerable.Range(0, 20).Select(i => (float)i).ToArray(), Enumerable.Range(0, 10).Select(i => i % 2).ToArray(), 10, ["even", "odd"]);

    [Theory]
    [InlineData(0.8, 10, 8)]
    [InlineData(0.7, 10, 7)]
    [InlineData(0.29, 100, 29)]
    [InlineData(0.5, 1, 0)]
    [InlineData(0.999, 1000, 999)]
    public void Splits_have_the_sizes_that_were_asked_for(double fraction, int count, int first)
    {
        var data = Dataset.From(new float[count], new int[count]);
        foreach (bool stratified in new[] { false, true })
        {
            foreach (int? seed in new int?[] { null, 3 })
            {
                (Dataset<float, int> one, Dataset<float, int> other) = data.Split(fraction, seed, stratified);
                Assert.Equal((first, count - first), (one.Count, other.Count));
            }
        }
    }

    [Theory]
    [InlineData(0.7, 7)]
    [InlineData(0.7f, 7)]
    [InlineData(0.1f, 1)]
    [InlineData(0.35, 3)]
    public void Split_cuts_at_the_fraction_that_was_written(double fraction, int first)
    {
        var data = Dataset.From(new float[10, 1], new int[10]);
        Assert.Equal(first, data.Split(fraction).First.Count);
        Assert.Equal(first, data.Split([fraction, 1 - fraction])[0].Count);
    }

    [Fact]
    public void Splits_by_seed_are_those_of_the_shuffled_data()
    {
        (Dataset<float, int> first, Dataset<float, int> second) = _named.Split(0.3, seed: 5);
        Dataset<float, int> shuffled = _named.Shuffle(5);
        Assert.Equal(shuffled.Take(3).Inputs.ToArray(), first.Inputs.ToArray());
        Assert.Equal(shuffled.Skip(3).Inputs.ToArray(), second.Inputs.ToArray());
        Assert.Equal(_named.ClassNames, second.ClassNames);
        Assert.True(_named.Split(0.3).Second.Inputs.Equals(_named.Skip(3).Inputs));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public void Stratified_parts_have_their_share_of_each_class(int? seed)
    {
        int[] sizes = [1, 2, 7, 50, 240];
        int[] labels = [.. sizes.SelectMany((size, label) => Enumerable.Repeat(label, size))];
        var data = Dataset.From(Enumerable.Range(0, 300).Select(i => (float)i).ToArray(), labels);
        double[] fractions = [0.5, 0.3, 0.2];
        Dataset<float, int>[] parts = data.Split(fractions, seed, stratified: true);
        Assert.Equal([150, 90, 60], parts.Select(part => part.Count));
        Assert.Equal(data.Inputs.ToArray(), parts.SelectMany(part => part.Inputs.ToArray()).Order());
        for (int part = 0; part < parts.Length; part++)
        {
            for (int label = 0; label < sizes.Length; label++)
            {
                int count = parts[part].Targets.ToArray().Count(each => each == label);
                Assert.True(Math.Abs(count - (sizes[label] * fractions[part])) <= 1, $"part {part} has {count} of class {label}");
            }

            if (seed is null)
                Assert.Equal(parts[part].Inputs.ToArray().Order(), parts[part].Inputs.ToArray());
        }

        Dataset<float, int>[] again = data.Split(fractions, seed, stratified: true);
        Assert.Equal(parts[1].Inputs.ToArray(), again[1].Inputs.ToArray());
        (Dataset<float, float> rows, _) = data.ToOneHot(5).Split(0.5, seed, stratified: true);
        Assert.Equal(data.Split(0.5, seed, stratified: true).First.Inputs.ToArray(), rows.Inputs.ToArray());
    }

    [Fact]
    public void Fractions_that_are_none_are_refused()
    {
        foreach (double fraction in new[] { 0, 1, -0.1, 1.1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>("fraction", () => _named.Split(fraction));
        Assert.Throws<ArgumentException>("fractions", () => _named.Split([0.5, 0.4]));
        Assert.Throws<ArgumentException>("fractions", () => _named.Split([0.9, 0.9]));
        Assert.Throws<ArgumentException>("fractions", () => _named.Split([1.5, -0.5]));
        Assert.Throws<ArgumentException>("fractions", () => _named.Split([]));
        Assert.Equal([10], _named.Split([1]).Select(part => part.Count));
        Assert.Throws<ArgumentException>(() => Dataset.From(new float[2], new[] { 1, float.NaN }).Split(0.5, stratified: true));
    }

    [Fact]
    public void Batches_are_views_and_the_last_may_be_smaller()
    {
        Assert.Equal([4, 4, 2], _named.Batch(4).Select(batch => batch.Count));
        Assert.Equal([10], _named.Batch(int.MaxValue).Select(batch => batch.Count));
        Assert.Empty(_named.Take(0).Batch(4));
        Assert.True(_named.Batch(4).Last().Inputs.Equals(_named.Skip(8).Inputs));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _named.Batch(0));
    }

    [Fact]
    public void Skipping_and_taking_stop_at_the_ends()
    {
        Assert.Equal((0, 10, 7), (_named.Skip(11).Count, _named.Skip(-1).Count, _named.Skip(3).Count));
        Assert.Equal(10, _named.Take(int.MaxValue).Count);
    }

    [Fact]
    public void Mapping_makes_other_samples()
    {
        Assert.Equal(_named.Inputs.ToArray().Select(value => value * 2), _named.Map(value => value * 2).Inputs.ToArray());
        Dataset<int, int> whole = _named.Map(value => (int)value);
        Assert.Equal((10, 2, 3), (whole.Count, whole.InputSize, whole.Input(1)[1]));
        Dataset<float, int> sums = _named.Map<float>(1, (sample, sum) => sum[0] = sample[0] + sample[1]);
        Assert.Equal([1, 5, 9], sums.Take(3).Inputs.ToArray());
        Assert.Equal(_named.ClassNames, sums.ClassNames);
        Assert.Equal(0, _named.Take(0).Map<float>(3, (_, _) => { }).Count);
        Assert.Throws<ArgumentOutOfRangeException>("size", () => _named.Map<float>(0, (_, _) => { }));
        Assert.Throws<ArgumentException>("size", () => _named.Map<float>(int.MaxValue, (_, _) => { }));
    }

    [Fact]
    public void Data_is_joined_where_it_fits()
    {
        Dataset<float, int> joined = _named.Skip(9).Concat(_named.Take(1));
        Assert.Equal([18, 19, 0, 1], joined.Inputs.ToArray());
        Assert.Equal([1, 0], joined.Targets.ToArray());
        Assert.Equal(10, _named.Take(0).Concat(_named).Count);
        Assert.Equal(_named.ClassNames, Dataset.From(new float[1, 2], new int[1]).Concat(_named.Take(0)).ClassNames);
        ArgumentException error = Assert.Throws<ArgumentException>("other", () => _named.Concat(Dataset.From(new float[1, 2], new[] { "other" })));
        Assert.StartsWith("The labels of the other data mean 'other', those of this 'even', 'odd'.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("other", () => _named.Concat(Dataset.From(new float[1, 3], new int[1])));
        Assert.Throws<ArgumentException>("other", () => Dataset.From(new float[1, 2, 3], new int[1]).Concat(Dataset.From(new float[1, 3, 2], new int[1])));
    }

    [Fact]
    public void Names_come_along_everywhere()
    {
        foreach (Dataset<float, int> data in new[] { _named.Slice(1, 2), _named.Take(2), _named.Skip(2), _named.Shuffle(1), _named.SplitTail(0.5f).Tail, _named.Batch(3).First() })
            Assert.Equal(["even", "odd"], data.ClassNames);
        Assert.Equal(["even", "odd"], _named.ToOneHot().ClassNames);
        Assert.Equal(["even", "odd"], _named.ToNumbers().ClassNames);
        Assert.Throws<ArgumentException>("data", () => Dataset.From(new float[1], new int[1]).ToOneHot());
        Assert.Throws<ArgumentException>("classNames", () => new Dataset<float, int>(new float[1], new int[1], 1, [null!]));
    }

    [Fact]
    public void Labels_become_numbers_where_nothing_is_lost()
    {
        Dataset<float, float> numbers = Dataset.From(new float[2], new[] { 1 << 24, -(1 << 24) });
        Assert.Equal([16_777_216, -16_777_216], numbers.Targets.ToArray());
        ArgumentException error = Assert.Throws<ArgumentException>("data", () => Dataset.From(new float[2], new[] { 0, (1 << 24) + 1 }).ToNumbers());
        Assert.StartsWith("The target of sample 1 is 16777217, which no float holds exactly.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => { Dataset<float, float> refused = Dataset.From(new float[3], new[] { "a", "b", "c" }); });
        Assert.StartsWith("The labels name 3 classes, and the model learns numbers.", error.Message, StringComparison.Ordinal);
        Dataset<float, int> same = _named;
        Assert.Same(_named, same);
    }
}
