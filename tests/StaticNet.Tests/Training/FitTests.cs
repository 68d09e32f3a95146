namespace StaticNet.Tests.Training;

/// <summary>The training loop.</summary>
[Collection(AloneCollection.Name)]
public class FitTests
{
    private static readonly FitOptions _silent = new() { Progress = ProgressDisplay.Silent };

    [Fact]
    public void Training_learns_and_tells_of_it_by_Keras_names()
    {
        var model = new SmallClassifier(1);
        History history = model.Fit(
            TestData.Classes(2000), new FitOptions { Epochs = 12, ValidationSplit = 0.2f, Progress = ProgressDisplay.Silent });
        Assert.Equal(["accuracy", "loss", "val_accuracy", "val_loss"], history.Metrics);
        Assert.Equal(12, history.Epochs);
        Assert.All(history.Metrics, metric => Assert.Equal(12, history[metric].Count));
        Assert.True(history["loss"][^1] < history["loss"][0] / 2);
        Assert.True(history["val_accuracy"][^1] > 0.9, $"val_accuracy is {history["val_accuracy"][^1]}");
        Evaluation result = model.Evaluate(TestData.Classes(500, seed: 2));
        Assert.True(result.Accuracy > 0.9, $"accuracy is {result.Accuracy}");
        KeyNotFoundException error = Assert.Throws<KeyNotFoundException>(() => history["val_acc"]);
        Assert.Equal("There is no metric 'val_acc'. This history has: accuracy, loss, val_accuracy, val_loss.", error.Message);
    }

    [Fact]
    public void Without_validation_or_classes_there_is_only_the_loss()
    {
        Dataset<float, float> data = new Dataset<float, float>(new float[64], new float[64], 32);
        var model = new Regression();
        Assert.Equal(["loss"], model.Fit(data, _silent).Metrics);
        Assert.Null(model.Evaluate(data).Accuracy);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        Assert.Equal(Train(5), Train(5));
        Assert.NotEqual(Train(5), Train(6));

        static int[] Train(int seed)
        {
            var model = new SmallClassifier(seed);
            model.Fit(TestData.Classes(333), new FitOptions { Epochs = 3, BatchSize = 17, Progress = ProgressDisplay.Silent });
            return TestData.Bits(model);
        }
    }

    [Fact]
    public void Each_epoch_has_an_order_of_its_own_unless_shuffling_is_off()
    {
        // With a step of the whole data an order cannot matter; with single samples it must.
        Assert.NotEqual(Train(shuffle: true), Train(shuffle: false));
        var stepwise = new YesNo(1);
        var optimizer = new SGD(0.1f);
        Dataset<float, float> data = Samples();
        for (int epoch = 0; epoch < 2; epoch++)
        {
            for (int i = 0; i < data.Count; i++)
                stepwise.TrainOnBatch(data.Input(i), data.Target(i), optimizer);
        }

        Assert.Equal(TestData.Bits(stepwise), Train(shuffle: false));

        static int[] Train(bool shuffle)
        {
            var model = new YesNo(1);
            model.Fit(Samples(), new FitOptions { Epochs = 2, BatchSize = 1, Shuffle = shuffle, Optimizer = new SGD(0.1f), Progress = ProgressDisplay.Silent });
            return TestData.Bits(model);
        }
    }

    [Fact]
    public void The_last_partial_batch_is_kept_and_the_loss_is_the_mean_over_samples()
    {
        Dataset<float, float> data = Samples();
        var model = new YesNo(1);
        var optimizer = new SGD(0);
        History history = model.Fit(data, new FitOptions { BatchSize = 4, Optimizer = optimizer, Progress = ProgressDisplay.Silent });
        Assert.Equal(3, optimizer.Steps);
        Evaluation whole = model.Evaluate(data);
        Assert.Equal(whole.Loss, history["loss"][0], 1e-12);
        Assert.Equal(whole.Accuracy!.Value, history["accuracy"][0], 1e-12);
    }

    [Fact]
    public void The_validation_split_is_the_tail_and_is_not_trained_on()
    {
        Dataset<float, float> data = Samples();
        var split = new YesNo(1);
        var head = new YesNo(1);
        History history = split.Fit(data, new FitOptions { ValidationSplit = 0.3f, Progress = ProgressDisplay.Silent });
        head.Fit(data.Slice(0, 7), _silent);
        Assert.Equal(TestData.Bits(head), TestData.Bits(split));
        Assert.Equal(head.Evaluate(data.Slice(7, 3)).Loss, history["val_loss"][0]);
    }

    [Fact]
    public void Validation_data_takes_precedence_over_the_split()
    {
        var model = new YesNo(1);
        var all = new YesNo(1);
        Dataset<float, float> data = Samples(), other = Samples(2);
        History history = model.Fit(data, new FitOptions { ValidationSplit = 0.3f, Progress = ProgressDisplay.Silent }, other);
        all.Fit(data, _silent);
        Assert.Equal(TestData.Bits(all), TestData.Bits(model));
        Assert.Equal(model.Evaluate(other).Loss, history["val_loss"][0]);
    }

    [Fact]
    public void An_optimizer_goes_on_with_its_model_and_refuses_another()
    {
        var optimizer = new Adam();
        var options = new FitOptions { Shuffle = false, Optimizer = optimizer, Progress = ProgressDisplay.Silent };
        var twice = new YesNo(1);
        twice.Fit(Samples(), options);
        twice.Fit(Samples(), options);
        var once = new YesNo(1);
        once.Fit(Samples(), new FitOptions { Epochs = 2, Shuffle = false, Progress = ProgressDisplay.Silent });
        Assert.Equal(TestData.Bits(once), TestData.Bits(twice));

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new YesNo(2).Fit(Samples(), options));
        Assert.StartsWith("This Adam has already trained another model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_sets_the_rate_of_each_epoch()
    {
        var optimizer = new SGD(1);
        var rates = new List<(int Epoch, double Rate)>();
        new YesNo(1).Fit(Samples(), new FitOptions
        {
            Epochs = 3,
            Optimizer = optimizer,
            Progress = ProgressDisplay.Silent,
            LearningRateSchedule = (epoch, rate) =>
            {
                rates.Add((epoch, rate));
                return rate / 2;
            },
        });
        Assert.Equal([(0, 1), (1, 0.5), (2, 0.25)], rates);
        Assert.Equal(0.125, optimizer.LearningRate);
    }

    [Fact]
    public void Cancelling_keeps_the_weights_of_the_last_finished_step()
    {
        using var source = new CancellationTokenSource();
        Dataset<float, float> data = Samples();
        var model = new YesNo(1);
        TrainingCanceledException cancelled = Assert.Throws<TrainingCanceledException>(() => model.Fit(
            data,
            new FitOptions
            {
                Epochs = 5,
                Shuffle = false,
                Optimizer = new SGD(0.1f),
                Progress = ProgressDisplay.Silent,
                LearningRateSchedule = (epoch, rate) =>
                {
                    if (epoch == 2)
                        source.Cancel();
                    return rate;
                },
            },
            cancellationToken: source.Token));
        var expected = new YesNo(1);
        History history = expected.Fit(data, new FitOptions { Epochs = 2, Shuffle = false, Optimizer = new SGD(0.1f), Progress = ProgressDisplay.Silent });
        Assert.Equal(TestData.Bits(expected), TestData.Bits(model));
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(2, cancelled.History.Epochs);
        Assert.Equal(history["loss"], cancelled.History["loss"]);
        Assert.Equal(
            "Training was cancelled before epoch 3. The weights are those of the last finished step; History has the epochs before.", cancelled.Message);
    }

    [Fact]
    public void Diverging_stops_with_the_last_good_weights()
    {
        var model = new Regression(1);
        float[] inputs = [.. Enumerable.Range(0, 200).Select(i => (float)Math.Sin(i))];
        Dataset<float, float> data = new Dataset<float, float>(inputs, inputs, 100);
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(
            () => model.Fit(data, new FitOptions { Epochs = 50, Optimizer = new SGD(1e15f), Progress = ProgressDisplay.Silent }));
        Assert.Contains("Lower the learning rate (1E+15)", error.Message, StringComparison.Ordinal);
        Assert.True(double.IsFinite(model.Evaluate(data).Loss));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        Dataset<float, int> data = TestData.Classes(64);
        foreach (Optimizer optimizer in new Optimizer[] { new Adam(), new SGD(), new SGD { Momentum = 0.9f, Nesterov = true } })
        {
            var model = new SmallClassifier(1);
            Assert.Equal(0, Allocation.InEachRun(() =>
            {
                for (int i = 0; i < 50; i++)
                    model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer);
            }));
        }
    }

    [Fact]
    public void More_steps_of_Fit_allocate_no_more()
    {
        Dataset<float, int> data = TestData.Classes(640);
        Assert.Equal(Allocated(steps: 5), Allocated(steps: 10));

        long Allocated(int steps)
        {
            var model = new SmallClassifier(1);
            Dataset<float, int> part = data.Take(steps * 64);
            var options = new FitOptions { Epochs = 2, BatchSize = 64, Progress = ProgressDisplay.Silent, Optimizer = new Adam() };

            // The order of the samples is the one thing that grows with the data.
            return Allocation.InEachRun(() => model.Fit(part, options)) - (part.Count * sizeof(int));
        }
    }

    private static Dataset<float, float> Samples(int seed = 1)
    {
        var random = new Random(seed);
        float[] inputs = [.. Enumerable.Range(0, 40).Select(_ => (random.NextSingle() * 2) - 1)];
        return new Dataset<float, float>(inputs, inputs.Chunk(4).Select(sample => sample.Sum() > 0 ? 1f : 0).ToArray(), 10);
    }
}
