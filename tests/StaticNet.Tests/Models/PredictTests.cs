namespace StaticNet.Tests;

/// <summary>Prediction of samples and batches.</summary>
[Collection(AloneCollection.Name)]
public class PredictTests
{
    private readonly SmallClassifier _model = new(1);

    [Fact]
    public void A_sample_gets_the_same_bits_in_every_batch_and_at_every_place()
    {
        Dataset<float, int> data = TestData.Classes(131);
        float[] alone = [.. Enumerable.Range(0, data.Count).SelectMany(i => _model.Predict(data.Input(i)))];
        for (int batch = 1; batch <= data.Count; batch++)
            Assert.Equal(alone[..(batch * 3)], _model.Predict(data.Inputs.Span[..(batch * 5)]));
    }

    [Fact]
    public void Probabilities_sum_to_one()
    {
        foreach (float[] row in _model.Predict(TestData.Classes(100).Inputs.Span).Chunk(3))
            Assert.Equal(1, row.Sum(), 1e-6);
    }

    [Fact]
    public void A_softmax_of_rows_takes_each_row_for_itself()
    {
        float[] outputs = new RowSoftmax().Predict([.. Enumerable.Range(0, 60).Select(i => i * 0.1f)]);
        Assert.All(outputs.Chunk(5), row => Assert.Equal(1, row.Sum(), 1e-6));
        Assert.Equal(Math.Exp(0.4) / Enumerable.Range(0, 5).Sum(i => Math.Exp(i * 0.1)), outputs[4], 1e-6);
    }

    [Fact]
    public void Classes_are_the_largest_output_or_above_one_half()
    {
        Dataset<float, int> data = TestData.Classes(20);
        Assert.Equal(ArgMax.OfRows(_model.Predict(data.Inputs.Span), 3), _model.PredictClasses(data.Inputs.Span));
        var single = new YesNo(2);
        float[] inputs = [.. Enumerable.Range(0, 80).Select(i => MathF.Sin(i))];
        Assert.Equal(single.Predict(inputs).Select(p => p > 0.5f ? 1 : 0), single.PredictClasses(inputs));
    }

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        Dataset<float, int> data = TestData.Classes(200);
        float[] expected = _model.Predict(data.Inputs.Span);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            for (int repeat = 0; repeat < 20; repeat++)
            {
                int start = (i * 3) % 100, count = 1 + ((i + repeat) % 90);
                float[] actual = _model.Predict(data.Inputs.Span.Slice(start * 5, count * 5));
                Assert.Equal(expected[(start * 3)..((start + count) * 3)], actual);
            }
        });
    }

    [Fact]
    public void Prediction_allocates_nothing()
    {
        Dataset<float, int> data = TestData.Classes(100);
        var outputs = new float[300];
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _model.Predict(data.Inputs.Span, outputs);
                _model.Predict(data.Input(i), outputs.AsSpan(0, 3));
            }
        }));
    }

    [Theory]
    [InlineData(0, 0, "inputs", "0 values came. Expected 5 for each sample")]
    [InlineData(7, 3, "inputs", "7 values came. Expected 5 for each sample")]
    [InlineData(10, 3, "outputs", "There is room for 3 numbers. Expected 6: 3 for each of the 2 samples.")]
    [InlineData(10, 7, "outputs", "There is room for 7 numbers. Expected 6: 3 for each of the 2 samples.")]
    public void Wrong_lengths_are_refused(int inputs, int outputs, string argument, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(argument, () => _model.Predict(new float[inputs], new float[outputs]));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
