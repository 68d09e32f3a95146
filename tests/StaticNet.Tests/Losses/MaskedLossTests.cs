using StaticNet.Tests.Files;

namespace StaticNet.Tests.Losses;

/// <summary>
/// Where the output has a mask, the loss of a batch is the mean of the steps of it that count, as Keras 3 has it: weights of all over those that count.
/// </summary>
[Collection(AloneCollection.Name)]
public class MaskedLossTests
{
    private const int Count = 50, Steps = 6;

    private static readonly Random _random = new(3);

    // From no step to all of them count.
    private static readonly int[] _tokens = [.. Enumerable.Range(0, Count * Steps).Select(i => i % Steps < i / Steps % 7 ? _random.Next(1, 20) : 0)];
    private static readonly int[] _tags = [.. _tokens.Select(token => token % 3)];

    private static Dataset<int, int> Tagged => new(_tokens, _tags, Count);

    private static FitOptions Options => new() { Epochs = 3, BatchSize = 16, Optimizer = new Adam(0.02), Progress = ProgressDisplay.Silent };

    [Fact]
    public void Loss_and_accuracy_are_means_of_the_steps_that_count()
    {
        var model = new MaskedTagger(1);
        (double loss, double accuracy) = MeanOf(model, 0, Count);
        Evaluation evaluation = model.Evaluate(Tagged);
        Assert.Equal(loss, evaluation.Loss, 1e-6);
        Assert.Equal(accuracy, evaluation.Accuracy!.Value, 1e-12);
        BatchResult result = model.ComputeGradients(_tokens, _tags).Result;
        Assert.Equal(loss, result.Loss, 1e-6);
        Assert.Equal(accuracy, result.Accuracy!.Value, 1e-12);
    }

    [Fact]
    public void Gradients_are_those_of_the_mean()
    {
        var model = new MaskedTagger(2);
        Gradients gradients = model.ComputeGradients(_tokens, _tags);
        var bias = new float[3];
        gradients[model.DenseBias].CopyTo(bias);
        for (int i = 0; i < 3; i++)
        {
            const float Step = 1e-2f;
            Assert.Equal((Loss(i, Step) - Loss(i, -Step)) / (2 * Step), bias[i], 1e-4);
        }

        static double Loss(int unit, float change)
        {
            var moved = new MaskedTagger(2);
            moved.DenseBias[unit] += change;
            return moved.Evaluate(Tagged).Loss;
        }
    }

    [Fact]
    public void Targets_of_steps_that_do_not_count_say_nothing()
    {
        int[] other = [.. _tags.Select((tag, i) => _tokens[i] == 0 ? 2 : tag)];
        Assert.Equal(new MaskedTagger(1).Evaluate(Tagged).Loss, new MaskedTagger(1).Evaluate(new Dataset<int, int>(_tokens, other, Count)).Loss);
        Assert.Equal(Trained(_tags), Trained(other));

        static int[] Trained(int[] tags)
        {
            var model = new MaskedTagger(1);
            model.Fit(new Dataset<int, int>(_tokens, tags, Count), Options);
            return TestData.Bits(model);
        }
    }

    // Keras weighs the losses of batches by their samples, but what was found by the steps that count. It does so in evaluate as well, whose loss hence
    // depends on batch_size; Evaluate has no batches, and gives what Keras gives for all data in one.
    [Fact]
    public void An_epochs_loss_is_the_mean_of_its_batches_and_its_accuracy_that_of_all_steps()
    {
        // Weights that tell samples apart.
        var model = new MaskedTagger(1);
        model.Fit(Tagged, Options);
        History history = model.Fit(
            Tagged, new FitOptions { Epochs = 1, BatchSize = 16, Shuffle = false, Optimizer = new SGD(0), Progress = ProgressDisplay.Silent }, Tagged);
        double loss = 0;
        for (int first = 0; first < Count; first += 16)
        {
            int samples = Math.Min(16, Count - first);
            loss += MeanOf(model, first, samples).Loss * samples / Count;
        }

        Assert.Equal(loss, history["loss"][0], 1e-6);
        Assert.Equal(MeanOf(model, 0, Count).Accuracy, history["accuracy"][0], 1e-12);
        Assert.Equal(model.Evaluate(Tagged).Loss, history["val_loss"][0]);
        Assert.NotEqual(history["val_loss"][0], history["loss"][0], 1e-4);
    }

    [Fact]
    public void Where_no_step_counts_nothing_is_learnt_and_nothing_breaks()
    {
        var model = new MaskedTagger(1);
        int[] before = TestData.Bits(model);
        BatchResult result = model.TrainOnBatch(new int[2 * Steps], new int[2 * Steps], new SGD(0.1f));
        Assert.Equal(new BatchResult(0, 0), result);
        Assert.Equal(before, TestData.Bits(model));
        Evaluation evaluation = model.Evaluate(new Dataset<int, int>(new int[2 * Steps], new int[2 * Steps], 2));
        Assert.Equal((0, 0), (evaluation.Loss, evaluation.Accuracy));
    }

    [Fact]
    public void Steps_that_count_are_learnt()
    {
        var model = new MaskedTagger(1);
        History history = model.Fit(Tagged, new FitOptions { Epochs = 60, BatchSize = 10, Optimizer = new Adam(0.02), Progress = ProgressDisplay.Silent });
        Assert.True(history["accuracy"][^1] > 0.99, $"accuracy {history["accuracy"][^1]}");
    }

    [Fact]
    public void The_same_bits_come_of_any_number_of_threads()
    {
        float[] inputs = [.. Enumerable.Range(0, 40 * 15).Select(i => MathF.Sin(i * 1.3f))], targets = [.. Enumerable.Range(0, 40 * 10).Select(i => MathF.Cos(i * 0.7f))];
        SharedWork.AssertSameBits<int, int>(new MaskedTagger(1), _tokens, _tags);
        SharedWork.AssertSameBits<float, float>(new MaskedRegression(1), inputs, targets);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var model = new MaskedTagger(1) { Threads = 1 };
        var optimizer = new Adam();
        Assert.Equal(0, Allocation.InEachRun(() => model.TrainOnBatch(_tokens, _tags, optimizer)));
    }

    // The accuracy of an epoch that was interrupted is that of the whole epoch.
    [Fact]
    public void A_training_that_goes_on_from_its_checkpoint_has_the_same_history()
    {
        using var folder = new TemporaryFolder();
        History whole = new MaskedTagger(1).Fit(Tagged, Checkpointed(folder.File("whole"), null));
        int[] spoilt = [.. _tokens];
        Assert.Throws<ArgumentException>(() => new MaskedTagger(1).Fit(
            new Dataset<int, int>(spoilt, _tags, Count), Checkpointed(folder.File("w"), epoch => spoilt[^1] = epoch == 1 ? 99 : spoilt[^1])));
        History rest = new MaskedTagger(1).Fit(Tagged, Checkpointed(folder.File("w"), null, resume: true));
        Assert.Equal(whole["accuracy"], rest["accuracy"]);
        Assert.Equal(whole["loss"], rest["loss"]);

        static FitOptions Checkpointed(string path, Action<int>? each, bool resume = false) => new()
        {
            Resume = resume,
            Epochs = 3,
            BatchSize = 4,
            Checkpoint = path,
            CheckpointEvery = 1,
            Optimizer = new Adam(0.02),
            Progress = ProgressDisplay.Silent,
            LearningRateSchedule = (epoch, rate) =>
            {
                each?.Invoke(epoch);
                return rate;
            },
        };
    }

    private static (double Loss, double Accuracy) MeanOf(MaskedTagger model, int first, int samples)
    {
        ReadOnlySpan<int> tokens = _tokens.AsSpan(first * Steps, samples * Steps);
        float[] outputs = model.Predict(tokens);
        int[] classes = model.PredictClasses(tokens.ToArray());
        (double loss, double correct, int counted) = (0, 0, 0);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == 0)
                continue;
            int tag = _tags[(first * Steps) + i];
            loss -= Math.Log(outputs[(i * 3) + tag]);
            correct += classes[i] == tag ? 1 : 0;
            counted++;
        }

        return (loss / counted, correct / counted);
    }
}
