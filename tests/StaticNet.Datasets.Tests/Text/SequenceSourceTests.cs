namespace StaticNet.Datasets.Tests;

public class SequenceSourceTests
{
    private static readonly LabelledSequences _data = new([[1, 2, 3, 4, 5], [6], [], [7, 8, 9]], [1, 0, 0, 1]);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Sequences_are_brought_to_the_models_length(int length)
    {
        Dataset<int, int> padded = _data.Pad(length);
        Assert.Equal(padded.Inputs.ToArray(), ((IDataSource<int, int>)_data).ToDataset(length, 1).Inputs.ToArray());
        Dataset<int, float> numbers = ((IDataSource<int, float>)_data).ToDataset(length, 1);
        Assert.Equal(padded.Inputs.ToArray(), numbers.Inputs.ToArray());
        Assert.Equal([1f, 0, 0, 1], numbers.Targets.ToArray());
        Assert.Equal(4, ((IDataSource<int, int>)_data).Count);
    }

    [Fact]
    public void Readers_give_a_part_at_a_time()
    {
        using ISampleReader<int, int> reader = ((IDataSource<int, int>)_data).Open(2, 1);
        int[] inputs = new int[6], targets = new int[3];
        Assert.Equal(3, reader.Read(inputs, targets));
        Assert.Equal([4, 5, 0, 6, 0, 0], inputs);
        Assert.Equal(1, reader.Read(inputs, targets));
        Assert.Equal([8, 9], inputs[..2]);
        Assert.Equal(0, reader.Read(inputs, targets));
        Assert.Contains("Expected 1; for one-hot targets call Pad and ToOneHot", Assert.Throws<ArgumentException>(() => ((IDataSource<int, float>)_data).Open(2, 2)).Message, StringComparison.Ordinal);
    }
}
