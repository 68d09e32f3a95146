using System.Buffers;

namespace StaticNet.Tests.Training;

/// <summary>
/// Data that was good when it was checked and is changed meanwhile: an exception, no address outside memory, and a model that goes on.
/// </summary>
public class ChangedDataTests
{
    private const int Batch = 2;

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_label_that_a_schedule_writes_stops_training_between_two_steps(int label)
    {
        float[] inputs = TestData.Classes(8).Inputs.ToArray();
        int[] labels = TestData.Classes(8).Targets.ToArray(), good = [.. labels];
        Dataset<float, int> data = Dataset.From(inputs, labels);
        SmallClassifier model = new(1), expected = new(1);
        Optimizer optimizer = new Adam(), expectedOptimizer = new Adam();
        ArgumentException error = Assert.Throws<ArgumentException>("data", () => model.Fit(data, Options(optimizer, epoch =>
        {
            if (epoch == 1)
                labels[5] = label;
        })));
        Assert.StartsWith($"The label of sample 5 is {label}. Expected 0 to 2", error.Message, StringComparison.Ordinal);

        // The steps before the bad label were taken, whole.
        good.CopyTo(labels, 0);
        expected.Fit(data, Options(expectedOptimizer, _ => { }, epochs: 1));
        for (int batch = 0; batch < 2; batch++)
            expected.TrainOnBatch(inputs.AsSpan(batch * 10, 10), labels.AsSpan(batch * 2, 2), expectedOptimizer);
        Assert.Equal(expectedOptimizer.Steps, optimizer.Steps);
        Assert.Equal(TestData.Bits(expected), TestData.Bits(model));
        model.Fit(data, Options(optimizer, _ => { }));
        Assert.Equal(expectedOptimizer.Steps + 8, optimizer.Steps);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(-1, 1)]
    [InlineData(int.MinValue, 3)]
    public void A_token_that_a_schedule_writes_stops_training_with_all_rows_valid(int token, int threads)
    {
        (int[] tokens, float[] targets) = Tokens(8);
        int[] good = [.. tokens];
        Dataset<int, float> data = new Dataset<int, float>(tokens, targets, 8);
        Looked model = new(1) { Threads = threads }, expected = new(1) { Threads = 1 };
        Optimizer optimizer = new Adam(), expectedOptimizer = new Adam();
        ArgumentException error = Assert.Throws<ArgumentException>("data", () => model.Fit(data, Options(optimizer, epoch =>
        {
            if (epoch == 1)
                tokens[(5 * 4) + 3] = token;
        })));
        Assert.StartsWith($"Sample 5 holds the token {token} at place 3. Expected 0 to 11", error.Message, StringComparison.Ordinal);

        // As steps one by one are those of Fit, but for how long steps of rows are deferred.
        good.CopyTo(tokens, 0);
        expected.Fit(data, Options(expectedOptimizer, _ => { }, epochs: 1));
        for (int batch = 0; batch < 2; batch++)
            expected.TrainOnBatch(tokens.AsSpan(batch * 8, 8), targets.AsSpan(batch * 40, 40), expectedOptimizer);
        AssertClose(expected, model);
        model.Fit(data, Options(optimizer, _ => { }));
        expected.Fit(data, Options(expectedOptimizer, _ => { }));
        AssertClose(expected, model);
    }

    [Fact]
    public void A_refused_first_batch_does_not_bind_the_optimizer()
    {
        (int[] tokens, float[] targets) = Tokens(4);
        var optimizer = new Adam();
        Dataset<int, float> data = new Dataset<int, float>(tokens, targets, 4);
        Assert.Throws<ArgumentException>("data", () => new Looked(1).Fit(data, Options(optimizer, _ => tokens[0] = 99)));
        tokens[0] = 1;
        Assert.Throws<ArgumentException>("inputs", () => new Looked(2).TrainOnBatch([1, 2, 3, 99], targets.AsSpan(0, 20), optimizer));
        Assert.Throws<ArgumentException>("inputs", () => new Looked(2).TrainOnBatch([1, 2, 3], targets.AsSpan(0, 20), optimizer));
        Assert.Throws<ArgumentException>("data", () => new Looked(3).Fit(new Dataset<int, float>(new int[] { 1, 2, 3, 99 }, new float[20], 1), Options(optimizer, _ => { })));
        Looked model = new(4), other = new(4);
        model.Fit(data, Options(optimizer, _ => { }));
        other.Fit(data, Options(new Adam(), _ => { }));
        Assert.Equal(TestData.Bits(other), TestData.Bits(model));
    }

    [Fact]
    public void Tokens_and_labels_that_turn_bad_between_check_and_use_are_refused_wherever_they_are_used()
    {
        using var tokens = new Treacherous<int>(new int[16], 12);
        (int[] _, float[] targets) = Tokens(4);
        var model = new Looked(1);
        int[] weights = TestData.Bits(model);
        var data = new Dataset<int, float>(tokens.Memory, targets, 4);
        tokens.GoodFor = 1;
        Assert.Throws<ArgumentException>("data", () => model.Evaluate(data));
        tokens.GoodFor = 1;
        Assert.Throws<ArgumentException>("data", () => model.Fit(data, Options(new Adam(), _ => { })));
        Assert.Equal(weights, TestData.Bits(model));
        tokens.GoodFor = 1;
        Assert.Throws<ArgumentException>("validation", () => model.Fit(
            new Dataset<int, float>(new int[16], targets, 4), Options(new Adam(), _ => { }), data));

        using var labels = new Treacherous<int>(new int[4], 3);
        var classifier = new SmallClassifier(1);
        var classes = new Dataset<float, int>(new float[20], labels.Memory, 4);
        labels.GoodFor = 1;
        Assert.Throws<ArgumentException>("data", () => classifier.Evaluate(classes));
        labels.GoodFor = 1;
        Assert.Throws<ArgumentException>("data", () => classifier.Fit(classes, Options(new Adam(), _ => { })));
        classifier.Evaluate(TestData.Classes(4));
    }

    [Fact]
    public void Memory_that_shrinks_is_an_exception()
    {
        using var inputs = new Treacherous<float>(new float[20], float.NaN) { Shrinks = true };
        var model = new SmallClassifier(1);
        int[] weights = TestData.Bits(model);
        var data = new Dataset<float, int>(inputs.Memory, new int[4], 4);
        inputs.GoodFor = 1;
        Assert.ThrowsAny<ArgumentException>(() => model.Evaluate(data));
        inputs.GoodFor = 1;
        Assert.ThrowsAny<ArgumentException>(() => model.Fit(data, Options(new Adam(), _ => { })));
        Assert.Equal(weights, TestData.Bits(model));
        inputs.GoodFor = int.MaxValue;
        model.Fit(data, Options(new Adam(), _ => { }));
    }

    [Fact]
    public void Tokens_that_another_thread_changes_lead_nowhere_outside_the_table()
    {
        var model = new Looked(1);
        var tokens = new int[4 * 64];
        var targets = new float[20 * 64];
        var outputs = new float[20 * 64];
        using var stop = new CancellationTokenSource();
        var changing = new Thread(() =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
                Volatile.Write(ref tokens[i % tokens.Length], i % 97 == 0 ? int.MaxValue - i : i % 12);
        });
        changing.Start();
        int refused = 0;
        var data = new Dataset<int, float>(tokens, targets, 64);
        for (int i = 0; i < 300; i++)
        {
            Attempt(() => model.Predict(tokens, outputs));
            Attempt(() => model.Evaluate(data));
            Attempt(() => model.TrainOnBatch(tokens, targets, new SGD()));
        }

        stop.Cancel();
        changing.Join();
        Array.Clear(tokens);
        Assert.True(refused > 0);
        Assert.True(double.IsFinite(model.Evaluate(data).Loss));

        void Attempt(Action action)
        {
            try
            {
                action();
            }
            catch (ArgumentException)
            {
                refused++;
            }
        }
    }

    [Fact]
    public void Copying_tokens_checks_each_of_them()
    {
        for (int length = 1; length < 50; length++)
        {
            int[] tokens = [.. Enumerable.Range(0, length).Select(i => i % 7)];
            var copy = new int[60];
            Guard.CopyTokens(tokens, copy, 7, 5, 0, "tokens");
            Assert.Equal(tokens, copy[..length]);
            for (int at = 0; at < length; at++)
            {
                foreach (int bad in new[] { 7, -1, int.MinValue, int.MaxValue })
                {
                    int[] wrong = [.. tokens];
                    wrong[at] = bad;
                    ArgumentException error = Assert.Throws<ArgumentException>("tokens", () => Guard.CopyTokens(wrong, copy, 7, 5, 100, "tokens"));
                    Assert.StartsWith($"Sample {100 + (at / 5)} holds the token {bad} at place {at % 5}.", error.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void A_bad_token_in_any_tile_of_a_prediction_is_named()
    {
        var model = new Looked(1) { Threads = 3 };
        int rows = model.Info.Memory.InferenceRows, count = (2 * rows) + 3;
        for (int sample = 0; sample < count; sample += rows)
        {
            var tokens = new int[count * 4];
            tokens[(sample * 4) + 1] = 12;
            ArgumentException error = Assert.Throws<ArgumentException>("inputs", () => model.Predict(tokens));
            Assert.StartsWith($"Sample {sample} holds the token 12 at place 1.", error.Message, StringComparison.Ordinal);
            error = Assert.Throws<ArgumentException>("data", () => model.Evaluate(new Dataset<int, float>(tokens, new float[count * 20], count)));
            Assert.StartsWith($"Sample {sample} holds the token 12 at place 1.", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Outputs_that_share_memory_with_inputs_are_refused()
    {
        var memory = new float[100];
        var model = new SmallClassifier(1);
        Refused(() => model.Predict(memory.AsSpan(0, 10), memory.AsSpan(0, 6)));
        Refused(() => model.Predict(memory.AsSpan(0, 10), memory.AsSpan(9, 6)));
        Refused(() => model.Predict(memory.AsSpan(5, 10), memory.AsSpan(0, 6)));
        model.Predict(memory.AsSpan(0, 10), memory.AsSpan(10, 6));
        model.Predict(memory.AsSpan(6, 10), memory.AsSpan(0, 6));

        static void Refused(Action action)
            => Assert.StartsWith("The outputs share memory with the inputs", Assert.Throws<ArgumentException>("outputs", action).Message, StringComparison.Ordinal);
    }

    [Fact]
    public unsafe void Outputs_laid_over_tokens_are_refused()
    {
        var memory = new int[40];
        var model = new Looked(1);
        Assert.Throws<ArgumentException>("outputs", () =>
        {
            fixed (int* start = memory)
                model.Predict(new ReadOnlySpan<int>(start, 4), new Span<float>(start + 2, 20));
        });
    }

    private static FitOptions Options(Optimizer optimizer, Action<int> atEpoch, int epochs = 2) => new()
    {
        Epochs = epochs,
        BatchSize = Batch,
        Shuffle = false,
        Optimizer = optimizer,
        Progress = ProgressDisplay.Silent,
        LearningRateSchedule = (epoch, rate) =>
        {
            atEpoch(epoch);
            return rate;
        },
    };

    private static (int[] Tokens, float[] Targets) Tokens(int samples)
    {
        var random = new Random(1);
        return ([.. Enumerable.Range(0, samples * 4).Select(_ => random.Next(12))], [.. Enumerable.Range(0, samples * 20).Select(_ => random.NextSingle())]);
    }

    private static void AssertClose(Looked expected, Looked actual)
    {
        float[] one = new float[60], other = new float[60];
        expected.EmbeddingEmbeddings.CopyTo(one);
        actual.EmbeddingEmbeddings.CopyTo(other);
        for (int i = 0; i < one.Length; i++)
            Assert.Equal(one[i], other[i], 1e-5f);
    }

    /// <summary>Memory whose numbers turn bad, or which shrinks, after it has been looked at so many times.</summary>
    private sealed class Treacherous<T>(T[] good, T bad) : MemoryManager<T>
        where T : unmanaged
    {
        private readonly T[] _bad = [.. good.Select(_ => bad)];

        public bool Shrinks { get; init; }

        public int GoodFor { get; set; } = int.MaxValue;

        public override Span<T> GetSpan() => GoodFor-- > 0 ? good : Shrinks ? good.AsSpan(0, 1) : _bad;

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin() => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
        }
    }
}
