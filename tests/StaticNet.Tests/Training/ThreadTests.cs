namespace StaticNet.Tests.Training;

/// <summary>Results do not depend on the number of threads, and threads do not disturb each other.</summary>
[Collection(AloneCollection.Name)]
public class ThreadTests
{
    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Dataset<float, int> data = Data(1001);
        (int[] weights, double[] history, float[] outputs, double loss) = Train(1);
        foreach (int threads in new[] { 2, 3, 8 })
        {
            (int[] otherWeights, double[] otherHistory, float[] otherOutputs, double otherLoss) = Train(threads);
            Assert.Equal(weights, otherWeights);
            Assert.Equal(history, otherHistory);
            Assert.Equal(outputs, otherOutputs);
            Assert.Equal(loss, otherLoss);
        }

        (int[] Weights, double[] History, float[] Outputs, double Loss) Train(int threads)
        {
            ThreadWatch watch = threads == 1 ? new() : new("Propagate", "Update", "Infer");
            LargerClassifier model = Watched.Like(new LargerClassifier(1), watch);
            model.Threads = threads;

            // Batches large enough that eight threads pay.
            Assert.Equal(threads, Workers.Paying(threads, 6L * LargerClassifier.ParameterCount * 420));
            History history = model.Fit(data, new FitOptions { Epochs = 2, BatchSize = 420, Progress = ProgressDisplay.Silent });
            var result = (TestData.Bits(model), (double[])[.. history["loss"], .. history["accuracy"]], model.Predict(data.Inputs.Span), model.Evaluate(data).Loss);
            watch.AssertShared();
            return result;
        }
    }

    [Fact]
    public void Models_may_train_side_by_side()
    {
        Dataset<float, int> data = Data(500);
        int[][] weights = new int[4][];
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => weights[i] = Train());
        int[] expected = Train();
        Assert.All(weights, bits => Assert.Equal(expected, bits));

        int[] Train()
        {
            var model = new LargerClassifier(1) { Threads = 3 };
            model.Fit(data, new FitOptions { Epochs = 2, BatchSize = 420, Progress = ProgressDisplay.Silent });
            return TestData.Bits(model);
        }
    }

    [Fact]
    public void Large_predictions_allocate_nothing_though_threads_share_them()
    {
        Dataset<float, int> data = Data(1001);
        var watch = new ThreadWatch("Infer");
        LargerClassifier model = Watched.Like(new LargerClassifier(1) { Threads = 2 }, watch);
        var outputs = new float[1001 * 3];
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            for (int i = 0; i < 20; i++)
                model.Predict(data.Inputs.Span, outputs);
        }));
        watch.AssertShared();
    }

    [Fact]
    public void Steps_allocate_nothing_though_threads_share_them()
    {
        Dataset<float, int> data = Data(420);
        var watch = new ThreadWatch("Propagate", "Update");
        LargerClassifier model = Watched.Like(new LargerClassifier(1) { Threads = 2 }, watch);
        var optimizer = new Adam();
        Assert.Equal(0, Allocation.InEachRun(() =>
        {
            for (int i = 0; i < 20; i++)
                model.TrainOnBatch(data.Inputs.Span, data.Targets.Span, optimizer);
        }));
        watch.AssertShared();
    }

    [Fact]
    public void Every_part_is_done_once_and_errors_reach_the_caller_after_all_parts_are_over()
    {
        var work = new Counting();
        for (int parts = 1; parts <= 5; parts++)
        {
            work.Reset();
            Workers.Run(work, parts);
            Assert.Equal(Enumerable.Repeat(1, parts), work.Done.Take(parts));
        }

        work.Reset();
        work.FailAt = 2;
        Assert.Throws<InvalidTimeZoneException>(() => Workers.Run(work, 4));
        Assert.Equal([1, 1, 1, 1], work.Done.Take(4));
        work.Reset();
        Workers.Run(work, 4);
        Assert.Equal([1, 1, 1, 1], work.Done.Take(4));
    }

    // Each thread has one part at a time, so that parts which wait for one another are done by as many threads.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void As_many_threads_as_there_are_parts_work_at_once(int parts)
    {
        var work = new Meeting(parts);
        Workers.Run(work, parts);
        Assert.Equal(parts, work.Threads);
    }

    [Fact]
    public void Sleeping_workers_wake()
    {
        var work = new Counting();
        for (int round = 0; round < 20; round++)
        {
            work.Reset();
            Workers.Run(work, 3);
            Assert.Equal([1, 1, 1], work.Done.Take(3));

            // Long enough for workers to fall asleep, or nearly so: the pause sweeps over the moment.
            Thread.SpinWait(round * 20_000);
        }
    }

    [Fact]
    public void Idle_workers_sleep()
    {
        Workers.Run(new Counting(), 3);

        // Other tests may keep them at work for a while.
        Assert.True(SpinWait.SpinUntil(() => Workers.AllSleep, TimeSpan.FromSeconds(60)));
    }

    private static Dataset<float, int> Data(int count)
    {
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, count * 33).Select(_ => (random.NextSingle() * 2) - 1)];
        return Dataset.From(inputs, inputs.Chunk(33).Select(sample => ArgMax.Of(sample.AsSpan(0, 3))).ToArray());
    }

    private sealed class Meeting(int parts) : IParts
    {
        private readonly Barrier _barrier = new(parts);
        private int _threads;

        public int Threads => _threads;

        public void Do(int part, int parts)
        {
            if (_barrier.SignalAndWait(TimeSpan.FromSeconds(60)))
                Interlocked.Increment(ref _threads);
        }
    }

    private sealed class Counting : IParts
    {
        public int[] Done { get; } = new int[8];

        public int FailAt { get; set; } = -1;

        public void Reset()
        {
            Array.Clear(Done);
            FailAt = -1;
        }

        public void Do(int part, int parts)
        {
            Interlocked.Increment(ref Done[part]);
            if (part == FailAt)
                throw new InvalidTimeZoneException();
        }
    }
}
