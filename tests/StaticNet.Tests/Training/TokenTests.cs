namespace StaticNet.Tests.Training;

/// <summary>Tokens outside the table are refused; deferred steps of rows are applied wherever weights are looked at.</summary>
public class TokenTests
{
    private const int Steps = 4;
    private const int Vocabulary = 12;
    private const int Width = 5;
    private const int Batch = 3;

    [Theory]
    [InlineData(-1)]
    [InlineData(Vocabulary)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_token_outside_the_table_is_refused_by_name(int token)
    {
        int[] inputs = [1, 2, 3, 4, 5, 6, token, 8, 9, 10, 11, 0];
        int[] good = new int[inputs.Length];
        var targets = new float[Batch * Steps * Width];
        Dataset<int, float> bad = new Dataset<int, float>(inputs, targets, Batch), data = new Dataset<int, float>(good, targets, Batch);
        var model = new Looked(1);
        int[] weights = TestData.Bits(model);
        var silent = new FitOptions { Progress = ProgressDisplay.Silent };

        Refused("data", () => model.Fit(bad, silent));
        Refused("data", () => model.Evaluate(bad));
        Refused("validation", () => model.Fit(data, silent, bad));
        Refused("inputs", () => model.TrainOnBatch(inputs, targets, new Adam()));
        Refused("inputs", () => model.Predict(inputs));
        Refused("inputs", () => model.Predict(inputs, new float[targets.Length]));
        Refused("inputs", () => model.PredictClasses(inputs));
        Assert.Equal(weights, TestData.Bits(model));

        void Refused(string argument, Action action)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(argument, action);
            Assert.StartsWith(
                $"Sample 1 holds the token {token} at place 2. Expected 0 to 11: the table of the model's Embedding has 12 rows.", error.Message,
                StringComparison.Ordinal);
        }
    }

    // A dense layer on one-hot rows computes what a table does, and its optimizer changes all weights in each step.
    [Theory]
    [InlineData("sgd", 200)]
    [InlineData("momentum", 1500)]
    [InlineData("nesterov", 1500)]
    [InlineData("adam", 2500)]
    [InlineData("adam_large_epsilon", 400)]
    [InlineData("adam_without_mean", 200)]
    [InlineData("adam_short", 200)]
    [InlineData("adam_near", 200)]
    public void A_table_is_trained_as_a_dense_layer_on_one_hot_rows(string optimizerName, int steps)
    {
        var table = new Looked(1);
        OneHot dense = DenseOf(table);
        Optimizer tableOptimizer = Create(optimizerName), denseOptimizer = Create(optimizerName);
        var random = new Random(1);
        for (int step = 0; step < steps; step++)
        {
            // Now and then there are only a few tokens for a long time, the rate changes, and weights are read.
            int most = step / 40 % 3 == 0 ? Vocabulary : 2;
            tableOptimizer.LearningRate *= step % 50 == 10 ? 0.5f : step % 50 == 30 ? 2 : 1;
            denseOptimizer.LearningRate = tableOptimizer.LearningRate;
            (int[] tokens, float[] targets) = Draw(random, most);
            table.TrainOnBatch(tokens, targets, tableOptimizer);
            dense.TrainOnBatch(Rows(tokens), targets, denseOptimizer);
            if (step % 90 == 70)
                AssertClose(dense, table, step);
        }

        AssertClose(dense, table, steps);
    }

    [Fact]
    public void Optimizers_may_take_turns()
    {
        var table = new Looked(1);
        OneHot dense = DenseOf(table);
        (Optimizer Table, Optimizer Dense)[] pairs = [(new Adam(), new Adam()), (Momentum(), Momentum()), (new SGD(), new SGD())];
        var random = new Random(1);
        for (int step = 0; step < 60; step++)
        {
            (Optimizer tableOptimizer, Optimizer denseOptimizer) = pairs[step / 4 % 3];
            (int[] tokens, float[] targets) = Draw(random, Vocabulary);
            table.TrainOnBatch(tokens, targets, tableOptimizer);
            dense.TrainOnBatch(Rows(tokens), targets, denseOptimizer);
        }

        AssertClose(dense, table, 60);

        static SGD Momentum() => new(0.05f) { Momentum = 0.9f };
    }

    // Each way of looking at the weights comes first after the steps that put changes off.
    [Fact]
    public void Whoever_looks_at_weights_sees_them_settled()
    {
        int[] tokens = [.. Enumerable.Range(0, Vocabulary)];
        float[] targets = new float[tokens.Length * Width];
        Dataset<int, float> data = new Dataset<int, float>(tokens, targets, Batch);
        float[] weights = new float[Vocabulary * Width], values = new float[Vocabulary * Width];
        Looked settled = Trained();
        settled.EmbeddingEmbeddings.CopyTo(weights);
        float[] outputs = settled.Predict(tokens);
        double loss = settled.Evaluate(data).Loss;
        Assert.Equal(weights, outputs);

        Assert.Equal(outputs, Trained().Predict(tokens));
        Assert.Equal(loss, Trained().Evaluate(data).Loss);
        Assert.Equal(settled.ComputeGradients(tokens, targets).Result.Loss, Trained().ComputeGradients(tokens, targets).Result.Loss);
        for (int row = 0; row < Vocabulary; row++)
        {
            Assert.Equal(weights[(row * Width) + 3], Trained().EmbeddingEmbeddings[row, 3]);
            Assert.Equal(weights[(row * Width) + 3], Trained().EmbeddingEmbeddings.Values[row, 3]);
        }

        Looked written = Trained();
        written.EmbeddingEmbeddings[2, 1] = 7;
        written.EmbeddingEmbeddings.CopyTo(values);
        weights[(2 * Width) + 1] = 7;
        Assert.Equal(weights, values);

        Looked together = Trained();
        var predictions = new float[8][];
        Parallel.For(0, predictions.Length, i => predictions[i] = together.Predict(tokens));
        Assert.All(predictions, prediction => Assert.Equal(outputs, prediction));

        static Looked Trained()
        {
            var model = new Looked(1);
            var optimizer = new Adam(0.01f);
            var random = new Random(1);
            for (int step = 0; step < 30; step++)
            {
                (int[] tokens, float[] targets) = Draw(random, step < 10 ? Vocabulary : 2);
                model.TrainOnBatch(tokens, targets, optimizer);
            }

            return model;
        }
    }

    [Fact]
    public void After_a_loss_that_is_not_finite_the_table_is_back_too()
    {
        var random = new Random(1);
        (int[] tokens, float[] targets) = Draw(random, Vocabulary);
        Dataset<int, float> data = new Dataset<int, float>(tokens, targets, Batch);
        Looked once = new(1), diverged = new(1);
        once.Fit(data, Options(1));
        Assert.Throws<TrainingDivergedException>(() => diverged.Fit(data, Options(4)));
        Assert.Equal(TestData.Bits(once), TestData.Bits(diverged));

        static FitOptions Options(int epochs) => new()
        {
            Epochs = epochs,
            BatchSize = 1,
            Optimizer = new SGD { Momentum = 0.9f },
            LearningRateSchedule = (epoch, _) => epoch == 0 ? 0.1f : 1e30f,
            Progress = ProgressDisplay.Silent,
        };
    }

    private static Optimizer Create(string name) => name switch
    {
        "sgd" => new SGD(0.1f),
        "momentum" => new SGD(0.1f) { Momentum = 0.9f },
        "nesterov" => new SGD(0.1f) { Momentum = 0.95f, Nesterov = true },
        "adam" => new Adam(),
        "adam_large_epsilon" => new Adam { Epsilon = 1e-2f },
        "adam_without_mean" => new Adam { Beta1 = 0 },
        "adam_short" => new Adam { Beta1 = 0.9f, Beta2 = 0.9f },
        "adam_near" => new Adam { Beta1 = 0.8f, Beta2 = 0.99f },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such optimizer."),
    };

    // A dense model with the table as its kernel.
    private static OneHot DenseOf(Looked table)
    {
        var dense = new OneHot();
        var values = new float[Vocabulary * Width];
        table.EmbeddingEmbeddings.CopyTo(values);
        dense.DenseKernel.CopyFrom(values);
        return dense;
    }

    private static (int[] Tokens, float[] Targets) Draw(Random random, int most)
        => ([.. Enumerable.Range(0, Batch * Steps).Select(_ => random.Next(most))],
            [.. Enumerable.Range(0, Batch * Steps * Width).Select(_ => (2 * random.NextSingle()) - 1)]);

    private static float[] Rows(int[] tokens)
    {
        var rows = new float[tokens.Length * Vocabulary];
        for (int i = 0; i < tokens.Length; i++)
            rows[(i * Vocabulary) + tokens[i]] = 1;
        return rows;
    }

    private static void AssertClose(OneHot dense, Looked table, int step)
    {
        float[] expected = new float[Vocabulary * Width], actual = new float[Vocabulary * Width];
        dense.DenseKernel.CopyTo(expected);
        table.EmbeddingEmbeddings.CopyTo(actual);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-5f,
                $"step {step}, row {i / Width}: {expected[i]:R} expected, {actual[i]:R} found");
        }
    }
}

/// <summary>A table and nothing else.</summary>
[Model(4)]
[Embedding(12, 5)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Looked;

/// <summary>The same on one-hot rows.</summary>
[Model(4, 12)]
[Dense(5, UseBias = false)]
[Flatten]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class OneHot;
