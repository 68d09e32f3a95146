using System.Buffers;

namespace StaticNet.Tests.Training;

/// <summary>What is left of a training that was cancelled.</summary>
public class CancellationTests
{
    private static readonly float[] _inputs = [.. Enumerable.Range(0, 40).Select(i => MathF.Sin(i))];
    private static readonly float[] _targets = [.. Enumerable.Range(0, 10).Select(i => (float)(i % 2))];

    [Fact]
    public void The_weights_are_those_of_the_last_step_and_the_history_that_of_the_epochs_before()
    {
        using var source = new CancellationTokenSource();
        using var inputs = new WatchedMemory(_inputs);
        var optimizer = new SGD(0.1);
        var model = new YesNo(1);
        TrainingCanceledException cancelled = Assert.Throws<TrainingCanceledException>(() => model.Fit(
            new Dataset<float, float>(inputs.Memory, _targets, 10),
            new FitOptions
            {
                Epochs = 3,
                BatchSize = 2,
                Shuffle = false,
                Optimizer = optimizer,
                LearningRateSchedule = (epoch, rate) =>
                {
                    // The third sample of the second epoch is of its second batch.
                    if (epoch == 1)
                        inputs.AfterReads(3, source.Cancel);
                    return rate;
                },
            },
            cancellationToken: source.Token));
        Assert.Equal(
            "Training was cancelled after step 2 of epoch 2. The weights are those of the last finished step; History has the epochs before.", cancelled.Message);
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(7, optimizer.Steps);

        var expected = new YesNo(1);
        optimizer = new SGD(0.1);
        History history = expected.Fit(
            new Dataset<float, float>(_inputs, _targets, 10), new FitOptions { BatchSize = 2, Shuffle = false, Optimizer = optimizer });
        Assert.Equal(history["loss"], cancelled.History["loss"]);
        Assert.Equal(1, cancelled.History.Epochs);
        expected.TrainOnBatch(_inputs.AsSpan(0, 8), _targets.AsSpan(0, 2), optimizer);
        expected.TrainOnBatch(_inputs.AsSpan(8, 8), _targets.AsSpan(2, 2), optimizer);
        Assert.Equal(TestData.Bits(expected), TestData.Bits(model));
    }

    [Fact]
    public void Cancelled_before_it_begins_it_has_an_empty_history()
    {
        var model = new YesNo(1);
        TrainingCanceledException cancelled = Assert.Throws<TrainingCanceledException>(
            () => model.Fit(new Dataset<float, float>(_inputs, _targets, 10), cancellationToken: new CancellationToken(canceled: true)));
        Assert.StartsWith("Training was cancelled before epoch 1.", cancelled.Message, StringComparison.Ordinal);
        Assert.Equal(0, cancelled.History.Epochs);
        Assert.Empty(cancelled.History.Metrics);
        Assert.Equal(
            "There is no metric 'loss'. No epoch was finished.", Assert.Throws<KeyNotFoundException>(() => cancelled.History["loss"]).Message);
        Assert.Equal(TestData.Bits(new YesNo(1)), TestData.Bits(model));
    }

    // Such an exception is its thrower's own, as long as nobody has cancelled the training.
    [Fact]
    public void An_exception_of_a_callback_stays_what_it_is()
        => Assert.Equal("Mine.", Assert.Throws<OperationCanceledException>(() => new YesNo(1).Fit(
            new Dataset<float, float>(_inputs, _targets, 10),
            new FitOptions { LearningRateSchedule = (_, _) => throw new OperationCanceledException("Mine.") })).Message);

    [Fact]
    public void The_exceptions_of_a_training_always_have_a_history()
    {
        Assert.Equal(0, new TrainingCanceledException().History.Epochs);
        Assert.Equal(0, new TrainingCanceledException("Stopped.", new TimeoutException()).History.Epochs);
        Assert.Equal(0, new TrainingDivergedException("Diverged.").History.Epochs);
        Assert.Throws<ArgumentNullException>("history", () => new TrainingCanceledException("Stopped.", null!, default));
        Assert.Throws<ArgumentNullException>("history", () => new TrainingDivergedException("Diverged.", (History)null!));
    }

    private sealed class WatchedMemory(float[] numbers) : MemoryManager<float>
    {
        private int _reads;
        private Action? _then;

        public void AfterReads(int reads, Action then) => (_reads, _then) = (reads, then);

        public override Span<float> GetSpan()
        {
            if (--_reads == 0)
                _then!();
            return numbers;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }
}
