namespace StaticNet.Tests.Training;

/// <summary>Sizes that do not fit into memory are named, before memory is taken.</summary>
public class BatchSizeTests
{
    [Fact]
    public void A_batch_whose_buffers_do_not_fit_names_its_size_and_the_largest_that_fits()
    {
        var model = new Wide(1);
        long perSample = model.Info.Memory.TrainingPerSample;
        int most = (int)((Array.MaxLength - 16) / perSample), samples = most + 1;
        var inputs = new float[samples];
        var targets = new float[samples];
        var optimizer = new Adam();
        string message = $"BatchSize: a step of Wide on {samples} samples at once needs a buffer of {samples * perSample} floats, and .NET holds {Array.MaxLength - 16} in one. Use batches of at most {most} samples.";
        Refused(() => model.Fit(
            new Dataset<float, float>(inputs, targets, samples), new FitOptions { BatchSize = int.MaxValue, Optimizer = optimizer, Progress = ProgressDisplay.Silent }));
        Refused(() => model.TrainOnBatch(inputs, targets, optimizer));
        new Wide(2).TrainOnBatch([1], [1], optimizer);

        void Refused(Action action)
            => Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>("BatchSize", action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_beyond_an_array_are_refused()
    {
        var model = new Spread(1);
        var inputs = new float[(Array.MaxLength / Spread.OutputSize) + 1];
        ArgumentException error = Assert.Throws<ArgumentException>("inputs", () => model.Predict(inputs));
        Assert.StartsWith($"{inputs.Length} times {Spread.OutputSize} numbers do not fit into", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("inputs", () => model.PredictClasses(inputs));
    }

    [Fact]
    public void Operations_beyond_64_bits_do_not_turn_round()
    {
        Assert.Equal(8, Workers.ThreadsFor(8, (double)long.MaxValue * int.MaxValue));
        Assert.Equal(1, Workers.ThreadsFor(8, 7_999_999));
        Assert.Equal(2, Workers.ThreadsFor(8, 8_000_000));
        Assert.Equal(1, Workers.ThreadsFor(1, 8_000_000));
    }
}

/// <summary>Much work space a sample.</summary>
[Model(1)]
[Dense(30_000)]
[Dense(1)]
[Loss(Loss.MeanSquaredError)]
internal sealed partial class Wide;

/// <summary>Many outputs a sample.</summary>
[Model(1)]
[RepeatVector(60_000)]
internal sealed partial class Spread;
