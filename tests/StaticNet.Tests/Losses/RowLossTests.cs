namespace StaticNet.Tests.Losses;

/// <summary>Outputs of several rows have a loss for each; that of a sample is their mean, as Keras computes it.</summary>
[Collection(AloneCollection.Name)]
public class RowLossTests
{
    private const int Count = 50;

    private static readonly Random _random = new(3);
    private static readonly int[] _tokens = [.. Enumerable.Range(0, Count * 6).Select(_ => _random.Next(20))];

    // Whether a token is even, and 2 for those that stand behind a token of 0.
    private static readonly int[] _tags = [.. _tokens.Select((token, i) => i % 6 > 0 && _tokens[i - 1] == 0 ? 2 : token % 2)];

    private static Dataset<int, int> Tagged => new(_tokens, _tags, Count);

    [Fact]
    public void The_loss_is_the_mean_over_all_rows_and_so_is_the_accuracy()
    {
        var model = new Tagger(1);
        float[] outputs = model.Predict(_tokens);
        Evaluation evaluation = model.Evaluate(Tagged);
        Assert.Equal(_tags.Select((tag, row) => -Math.Log(outputs[(row * 3) + tag])).Average(), evaluation.Loss, 1e-5);
        Assert.Equal(model.PredictClasses(_tokens).Zip(_tags).Average(pair => pair.First == pair.Second ? 1.0 : 0), evaluation.Accuracy!.Value, 1e-12);
    }

    [Fact]
    public void Each_step_is_learnt()
    {
        var model = new Tagger(1);
        History history = model.Fit(Tagged, new FitOptions { Epochs = 60, BatchSize = 10, Optimizer = new Adam(0.02), Progress = ProgressDisplay.Silent });
        Assert.True(history["accuracy"][^1] > 0.97, $"accuracy {history["accuracy"][^1]}");
        Assert.Equal(6 * Count, model.PredictClasses(_tokens).Length);
    }

    [Fact]
    public void Gradients_are_those_of_the_mean()
    {
        var model = new Tagger(2);
        Gradients gradients = model.ComputeGradients(_tokens.AsSpan(0, 12), _tags.AsSpan(0, 12));
        var bias = new float[3];
        gradients[model.DenseBias].CopyTo(bias);
        for (int i = 0; i < 3; i++)
        {
            const float Step = 1e-2f;
            Assert.Equal((Loss(i, Step) - Loss(i, -Step)) / (2 * Step), bias[i], 1e-4);
        }

        double Loss(int unit, float change)
        {
            var moved = new Tagger(2);
            moved.DenseBias[unit] += change;
            return moved.Evaluate(new Dataset<int, int>(_tokens.AsMemory(0, 12), _tags.AsMemory(0, 12), 2)).Loss;
        }
    }

    [Fact]
    public void The_same_bits_come_of_any_number_of_threads()
        => SharedWork.AssertSameBits<int, int>(new Tagger(1), _tokens, _tags);

    [Fact]
    public void A_label_that_is_no_class_is_refused_with_its_place()
    {
        int[] tags = [.. _tags];
        tags[(4 * 6) + 2] = 3;
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Tagger(1).Evaluate(new Dataset<int, int>(_tokens, tags, Count)));
        Assert.StartsWith("The label of sample 4 at place 2 is 3. Expected 0 to 2, a class for each of the 3 outputs.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_label_a_sample_is_refused_with_what_to_do()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Tagger(1).Fit(new Dataset<int, int>(_tokens, new int[Count], Count)));
        Assert.StartsWith(
            "A target has 1 numbers. Tagger expects 6, a class label for each row of the output (6, 3); for one label a sample give the model one row, by [Flatten] or a global pooling before its last layer.",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_of_labels_are_taken_as_they_are()
    {
        var x = new int[Count, 6];
        var y = new float[Count, 6];
        for (int i = 0; i < _tokens.Length; i++)
            (x[i / 6, i % 6], y[i / 6, i % 6]) = (_tokens[i], _tags[i]);
        Assert.Equal(new Tagger(1).Evaluate(Tagged).Loss, new Tagger(1).Evaluate(x, y).Loss);
    }

    [Fact]
    public void Each_pixel_has_a_loss()
    {
        var x = new float[30, 7, 5, 1];
        var y = new float[30, 7, 5, 1];
        for (int i = 0; i < x.Length; i++)
        {
            int sample = i / 35, row = i / 5 % 7, column = i % 5;
            x[sample, row, column, 0] = _random.NextSingle();
            y[sample, row, column, 0] = x[sample, row, column, 0] > 0.5f ? 1 : 0;
        }

        var model = new Segmenter(1);
        History history = model.Fit(x, y, new FitOptions { Epochs = 60, BatchSize = 5, Optimizer = new Adam(0.03), Progress = ProgressDisplay.Silent });
        Assert.True(history["accuracy"][^1] > 0.9, $"accuracy {history["accuracy"][^1]}");
        Assert.Equal(history["accuracy"].Count, history["loss"].Count);
    }

    [Fact]
    public void Rows_are_reproduced()
    {
        float[] rows = [.. Enumerable.Range(0, 40 * 36).Select(i => MathF.Sin(i % 9 * (1 + (i / 9 % 2))))];
        var model = new RowAutoencoder(1);
        History history = model.Fit(new Dataset<float, float>(rows, rows, 40), new FitOptions { Epochs = 80, BatchSize = 8, Optimizer = new Adam(0.02), Progress = ProgressDisplay.Silent });
        Assert.True(history["loss"][^1] < 0.05 * history["loss"][0], $"{history["loss"][0]} to {history["loss"][^1]}");
    }
}
