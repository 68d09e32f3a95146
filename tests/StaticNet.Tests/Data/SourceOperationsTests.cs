namespace StaticNet.Tests.Data;

[Trait(Widths.Trait, Widths.Any)]
public class SourceOperationsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(99)]
    public void Take_and_Skip_part_a_source(long count)
    {
        IDataSource<float, int> source = Numbers(0, 10);
        for (int rows = 1; rows < 12; rows++)
        {
            Assert.Equal(Enumerable.Range(0, (int)Math.Min(count, 10)), source.Take(count).All(1, 1, rows).Targets);
            Assert.Equal(Enumerable.Range((int)Math.Min(count, 10), (int)Math.Max(10 - count, 0)), source.Skip(count).All(1, 1, rows).Targets);
        }

        Assert.Null(source.Take(count).Count);
        IDataSource<float, int> counted = new Dataset<float, int>(new float[10], new int[10], 10);
        Assert.Equal(Math.Min(count, 10), counted.Take(count).Count);
        Assert.Equal(Math.Max(10 - count, 0), counted.Skip(count).Count);
    }

    [Fact]
    public void Take_reads_no_further_than_it_must()
    {
        IDataSource<float, int> source = DataSource.From(Failing).Take(2);
        Assert.Equal([0, 1], source.All(1, 1, 5).Targets);

        static IEnumerable<(float[] Input, int Target)> Failing()
        {
            yield return ([0], 0);
            yield return ([1], 1);
            throw new FormatException("nobody should come here");
        }
    }

    [Fact]
    public void Concat_puts_one_behind_the_other()
    {
        IDataSource<float, int> source = Numbers(0, 3).Concat(Numbers(3, 0), Numbers(3, 4));
        for (int rows = 1; rows < 9; rows++)
            Assert.Equal(Enumerable.Range(0, 7), source.All(1, 1, rows).Targets);
        IDataSource<float, int> counted = new Dataset<float, int>(new float[10], new int[10], 10);
        Assert.Equal(20, counted.Concat(counted).Count);
        Assert.Null(counted.Concat(source).Count);
    }

    [Fact]
    public void Sources_may_give_fewer_samples_than_there_is_room_for()
    {
        var few = new Sparing(new Dataset<float, int>(new float[10], Enumerable.Range(0, 10).ToArray(), 10));
        Assert.Equal(Enumerable.Range(0, 10), few.ToDataset(1, 1).Targets.ToArray());
        Assert.Equal(Enumerable.Range(0, 7), few.Take(7).ToDataset(1, 1).Targets.ToArray());
        Assert.Equal(Enumerable.Range(7, 3), few.Skip(7).ToDataset(1, 1).Targets.ToArray());
        Assert.Equal([.. Enumerable.Range(0, 10), .. Enumerable.Range(0, 10)], few.Concat(few).ToDataset(1, 1).Targets.ToArray());
        Assert.Equal(
            Enumerable.Range(1, 10), few.MapTargets(1, 1, (ReadOnlySpan<int> given, Span<int> made) => made[0] = given[0] + 1).ToDataset(1, 1).Targets.ToArray());
    }

    [Fact]
    public void Map_changes_type_and_size()
    {
        IDataSource<int, float> source = Numbers(0, 5)
            .Map(1, 2, (ReadOnlySpan<float> given, Span<int> made) => made[1] = (int)given[0] * 10)
            .MapTargets(1, 3, (ReadOnlySpan<int> given, Span<float> made) => made[given[0] % 3] = 1);
        var (inputs, targets) = source.All(2, 3, 2);
        Assert.Equal([0, 0, 0, 10, 0, 20, 0, 30, 0, 40], inputs);
        Assert.Contains("A sample as it is mapped has 2 values. Expected 3", Assert.Throws<ArgumentException>(() => source.Open(3, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("A target as it is mapped has 3 values. Expected 1", Assert.Throws<ArgumentException>(() => source.Open(2, 1)).Message, StringComparison.Ordinal);
        Assert.Equal([1f, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0], targets);
    }

    [Fact]
    public void An_exception_of_a_map_is_told_by_sample()
    {
        IDataSource<float, int> source = Numbers(0, 5).Map(1, 2, (ReadOnlySpan<float> given, Span<float> made) => made[(int)given[0]] = 1);
        Assert.Contains("Sample 2 cannot be mapped: the function failed with IndexOutOfRangeException", Assert.Throws<InvalidDataException>(() => source.All(2, 1, 2)).Message, StringComparison.Ordinal);
        IDataSource<float, int> targets = Numbers(0, 5).MapTargets(1, 1, (ReadOnlySpan<int> given, Span<int> made) => made[given[0]] = 1);
        Assert.Contains("The target of sample 1 cannot", Assert.Throws<InvalidDataException>(() => targets.All(1, 1, 2)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5000)]
    public void ToDataset_reads_all(int count)
    {
        foreach (IDataSource<float, int> source in new[] { Numbers(0, count), Numbers(0, count).ToDataset(1, 1) })
        {
            Dataset<float, int> data = source.ToDataset(1, 1);
            Assert.Equal(count, data.Count);
            Assert.Equal(Enumerable.Range(0, count), data.Targets.ToArray());
            Assert.Equal(Enumerable.Range(0, count).Select(i => (float)i), data.Inputs.ToArray());
        }
    }

    [Fact]
    public void ToDataset_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Numbers(0, 5).ToDataset(1, 1, cancel.Token));
    }

    private static IDataSource<float, int> Numbers(int start, int count)
        => DataSource.From(() => Enumerable.Range(start, count).Select(i => (new float[] { i }, i)));

    /// <summary>Gives one sample, then two, then one.</summary>
    private sealed class Sparing(IDataSource<float, int> source) : IDataSource<float, int>, ISampleReader<float, int>
    {
        private readonly ISampleReader<float, int>? _samples;
        private int _given;

        private Sparing(IDataSource<float, int> source, ISampleReader<float, int> samples)
            : this(source) => _samples = samples;

        public long? Count => null;

        public ISampleReader<float, int> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
            => new Sparing(source, source.Open(inputSize, targetSize, cancellationToken));

        public int Read(Span<float> inputs, Span<int> targets)
        {
            int most = Math.Min(inputs.Length, 1 + (_given++ % 2));
            return _samples!.Read(inputs[..most], targets[..most]);
        }

        public void Dispose() => _samples!.Dispose();
    }
}
