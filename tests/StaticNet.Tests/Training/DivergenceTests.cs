using static StaticNet.Activation;

namespace StaticNet.Tests.Training;

/// <summary>Training that diverges leaves the last good state behind, of the model and of the optimizer, and says which that is.</summary>
public class DivergenceTests
{
    // Finite numbers whose sums are none.
    private static readonly float[] _extreme = [float.MaxValue, float.MaxValue, float.MaxValue, -float.MaxValue, float.MaxValue];

    public static TheoryData<string> Optimizers => ["sgd", "momentum", "nesterov", "adam"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_lower_rate_goes_on_from_where_the_training_began(string name)
    {
        Dataset<float, float> data = Data();
        Regression model = new(1), fresh = new(1);
        Optimizer optimizer = Make(name), other = Make(name);
        int[] weights = TestData.Bits(model);
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(
            () => model.Fit(data, Options(optimizer, 5, _ => name == "adam" ? 1e30f : 1e15f)));
        Assert.Contains("Weights and optimizer are those that Fit began with.", error.Message, StringComparison.Ordinal);
        Assert.Equal(weights, TestData.Bits(model));
        Assert.Equal(0, optimizer.Steps);

        model.Fit(data, Options(optimizer, 5, _ => 1e-3f));
        fresh.Fit(data, Options(other, 5, _ => 1e-3f));
        Assert.Equal(TestData.Bits(fresh), TestData.Bits(model));
        Assert.Equal(other.Steps, optimizer.Steps);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void A_single_step_that_is_too_large_is_not_returned_as_if_nothing_had_been(string name)
    {
        Dataset<float, float> data = Data();
        var model = new Steep(1);
        Optimizer optimizer = Make(name);
        int[] weights = TestData.Bits(model);
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(
            () => model.Fit(data, new FitOptions { BatchSize = data.Count, Optimizer = optimizer, Progress = ProgressDisplay.Silent, LearningRateSchedule = (_, _) => float.MaxValue }));
        Assert.StartsWith("The last step of epoch 1 was too large", error.Message, StringComparison.Ordinal);
        Assert.Equal(weights, TestData.Bits(model));
        model.Fit(data, Options(optimizer, 1, _ => 1e-3f));
        Assert.True(double.IsFinite(model.Evaluate(data).Loss));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void The_state_of_a_later_epoch_is_kept_with_moving_averages_and_rows(string name)
    {
        (int[] tokens, float[] targets) = Tokens();
        Dataset<int, float> data = new Dataset<int, float>(tokens, targets, 16);
        Normalized model = new(1), fresh = new(1);
        Optimizer optimizer = Make(name), other = Make(name);
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(() => model.Fit(data, Options(optimizer, 6, epoch => epoch < 3 ? 1e-2f : float.MaxValue)));
        Assert.Contains("Weights and optimizer are those after epoch 3.", error.Message, StringComparison.Ordinal);
        History history = fresh.Fit(data, Options(other, 3, _ => 1e-2f));
        Assert.Equal(history["loss"], error.History["loss"]);
        Assert.Equal(TestData.Bits(fresh), TestData.Bits(model));
        Assert.Equal(other.Steps, optimizer.Steps);
        model.Fit(data, Options(optimizer, 2, _ => 1e-2f));
        fresh.Fit(data, Options(other, 2, _ => 1e-2f));
        Assert.Equal(TestData.Bits(fresh), TestData.Bits(model));
    }

    [Fact]
    public void Weights_that_were_bad_before_are_left_and_not_called_good()
    {
        var model = new Regression(1);
        model.DenseKernel[0, 0] = float.NaN;
        int[] weights = TestData.Bits(model);
        var optimizer = new Adam();
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(() => model.Fit(Data(), Options(optimizer, 2, _ => 1e-3f)));
        Assert.StartsWith("The loss became NaN at step 1 of epoch 1. Weights and optimizer are those that Fit began with.", error.Message, StringComparison.Ordinal);
        Assert.Equal(weights, TestData.Bits(model));

        // No step was taken, so that the optimizer is free.
        new Regression(2).Fit(Data(), Options(optimizer, 1, _ => 1e-3f));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Single_batches_go_back_to_the_last_state_that_was_good(string name)
    {
        (int[] tokens, float[] targets) = Tokens();
        Normalized model = new(1), fresh = new(1);
        Optimizer optimizer = Make(name), other = Make(name);
        optimizer.LearningRate = other.LearningRate = 1e-2f;
        const int Kept = 2048;
        for (int step = 0; step < Kept + 40; step++)
        {
            model.TrainOnBatch(tokens, targets, optimizer);
            if (step < Kept)
                fresh.TrainOnBatch(tokens, targets, other);
        }

        optimizer.LearningRate = float.MaxValue;
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(() =>
        {
            for (int step = 0; step < 20; step++)
                model.TrainOnBatch(tokens, targets, optimizer);
        });
        Assert.Contains("weights and optimizer are those after step 2048 of the optimizer.", error.Message, StringComparison.Ordinal);
        Assert.Equal(Kept, optimizer.Steps);
        Assert.Equal(TestData.Bits(fresh), TestData.Bits(model));
        optimizer.LearningRate = 1e-2f;
        for (int step = 0; step < 10; step++)
            Assert.Equal(fresh.TrainOnBatch(tokens, targets, other).Loss, model.TrainOnBatch(tokens, targets, optimizer).Loss, 1e-6);
    }

    [Fact]
    public void A_single_batch_without_a_loss_leaves_a_good_state_alone()
    {
        var model = new SmallClassifier(1);
        var optimizer = new Adam();
        Dataset<float, int> data = TestData.Classes(20);
        for (int step = 0; step < 3; step++)
            model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer);
        int[] weights = TestData.Bits(model);
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(() => model.TrainOnBatch(_extreme, [0], optimizer));
        Assert.Contains("The step was not taken. Weights and optimizer are those before the call.", error.Message, StringComparison.Ordinal);
        Assert.Equal(weights, TestData.Bits(model));
        Assert.Equal(3, optimizer.Steps);
    }

    [Fact]
    public void Weights_that_someone_writes_between_single_batches_are_not_taken_back()
    {
        var model = new Regression(1);
        var optimizer = new Adam();
        Dataset<float, float> data = Data();
        model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer);
        model.DenseKernel[0, 0] = float.PositiveInfinity;
        model.DenseBias[0] = float.NegativeInfinity;
        int[] weights = TestData.Bits(model);
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(() => model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer));
        Assert.Contains("which hold NaN or infinity: give the model finite weights", error.Message, StringComparison.Ordinal);
        Assert.Equal(weights, TestData.Bits(model));
    }

    [Fact]
    public void A_validation_loss_that_is_none_is_shown()
    {
        using var output = new StringWriter();
        var model = new Steep(1);
        model.DenseKernel.CopyFrom([2, 2, 2, 2, 2, 2]);
        model.Dense1Kernel.CopyFrom([1, 1, -1, -1, 1, 1]);
        History history = model.Fit(
            Data(), new FitOptions { Progress = ProgressDisplay.Lines, Output = output, Optimizer = new SGD(0) },
            new Dataset<float, float>(_extreme.AsMemory(0, 2), new float[2], 1));
        Assert.True(double.IsNaN(history["val_loss"][0]));
        Assert.EndsWith(" - val_loss: NaN", output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    private static Optimizer Make(string name) => name switch
    {
        "sgd" => new SGD(),
        "momentum" => new SGD { Momentum = 0.9f },
        "nesterov" => new SGD { Momentum = 0.9f, Nesterov = true },
        _ => new Adam(),
    };

    private static FitOptions Options(Optimizer optimizer, int epochs, Func<int, float> rate) => new()
    {
        Epochs = epochs,
        BatchSize = 8,
        Shuffle = false,
        Optimizer = optimizer,
        Progress = ProgressDisplay.Silent,
        LearningRateSchedule = (epoch, _) => rate(epoch),
    };

    private static Dataset<float, float> Data()
    {
        float[] inputs = [.. Enumerable.Range(0, 64).Select(i => (float)Math.Sin(i))];
        return new Dataset<float, float>(inputs, inputs, 32);
    }

    private static (int[] Tokens, float[] Targets) Tokens()
    {
        var random = new Random(1);
        return ([.. Enumerable.Range(0, 16 * 4).Select(_ => random.Next(30))], [.. Enumerable.Range(0, 16 * 2).Select(_ => random.NextSingle())]);
    }
}

/// <summary>A table, moving averages, and layers that let large weights become infinite outputs.</summary>
[Model(4)]
[Embedding(30, 5)]
[Flatten]
[Dense(7)]
[BatchNormalization]
[Activation(ReLU)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Normalized;

/// <summary>Two products one behind the other, which large weights make infinite.</summary>
[Model(2)]
[Dense(3)]
[Dense(2)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Steep;
