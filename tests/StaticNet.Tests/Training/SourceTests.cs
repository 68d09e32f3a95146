namespace StaticNet.Tests.Training;

/// <summary>Training on what is read while it trains.</summary>
public class SourceTests
{
    public static TheoryData<string> Kinds => [.. ResumedTraining.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_fits_into_the_buffer_trains_as_in_memory(string kind)
    {
        string memory = ResumedTraining.Train(kind, Options(kind));
        Assert.Equal(memory, OnSource(kind, Options(kind), most: 1000));
        Assert.Equal(memory, OnSource(kind, Options(kind, buffer: 110), most: 7));
        Assert.Equal(memory, OnSource(kind, Options(kind, buffer: 500), most: 1, count: null));
        Assert.Equal(
            ResumedTraining.Train(kind, Options(kind, shuffle: false)), OnSource(kind, Options(kind, shuffle: false, buffer: 1), most: 3, count: null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(109)]
    public void A_small_buffer_gives_each_sample_once_and_the_same_order_each_time(int buffer)
    {
        int[] first = Order(buffer, 1), again = Order(buffer, 1), other = Order(buffer, 2);
        Assert.Equal(Enumerable.Range(0, 110), first.Order());
        Assert.Equal(first, again);
        if (buffer == 1)
            Assert.Equal(Enumerable.Range(0, 110), first);
        else
            Assert.NotEqual(first, other);

        // A sample waits in the buffer for any time, but none comes before it has been read.
        Assert.All(first.Index(), place => Assert.True(place.Item < place.Index + buffer));

        static int[] Order(int buffer, ulong seed)
        {
            var data = new Dataset<int, int>(Enumerable.Range(0, 110).ToArray(), new int[110], 110);
            using var reader = new ShufflingReader<int, int>(((IDataSource<int, int>)data).Open(1, 1, default), seed, new SampleBuffer<int, int>(1, 1, buffer + 1));
            int[] given = new int[120], targets = new int[120];
            int done = 0;
            for (int read; (read = reader.Read(given.AsSpan(done, Math.Min(11, 120 - done)), targets.AsSpan(done, Math.Min(11, 120 - done)))) > 0;)
                done += read;
            return given[..done];
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(110L)]
    [InlineData(1L)]
    [InlineData(0L)]
    [InlineData(1_000_000L)]
    public void A_count_may_be_wrong(long? count)
    {
        var model = new ResumedImages(1);
        History history = model.Fit(new FaultySource<float, int>(ResumedTraining.Images(), 50, count), new FitOptions { Epochs = 2, BatchSize = 16, Progress = ProgressDisplay.Lines, Output = TextWriter.Null });
        Assert.True(double.IsFinite(history["loss"][1]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Evaluation_of_a_source_is_that_of_its_samples(string kind)
    {
        if (kind.StartsWith("images", StringComparison.Ordinal))
            Same(new ResumedImages(1), ResumedTraining.Images());
        else
            Same(new ResumedTokens(1), ResumedTraining.Tokens());

        static void Same<TInput, TTarget>(TrainableModel<TInput, TTarget> model, Dataset<TInput, TTarget> data)
            where TInput : unmanaged
            where TTarget : unmanaged
        {
            // More samples than are measured at a time.
            Dataset<TInput, TTarget> many = new(Repeat(data.Inputs), Repeat(data.Targets), data.Count * 30);
            Evaluation expected = model.Evaluate(many), found = model.Evaluate(new FaultySource<TInput, TTarget>(many, 100, null));
            Assert.Equal(expected.Loss, found.Loss);
            Assert.Equal(expected.Accuracy, found.Accuracy);
            Assert.Equal(expected.Loss, model.Evaluate((IDataSource<TInput, TTarget>)many).Loss);
        }

        static T[] Repeat<T>(ReadOnlyMemory<T> values) => [.. Enumerable.Repeat(values.ToArray(), 30).SelectMany(all => all)];
    }

    [Fact]
    public void A_source_validates()
    {
        Dataset<float, int> data = ResumedTraining.Images();
        var options = new FitOptions { Epochs = 2, Progress = ProgressDisplay.Silent };
        History memory = new ResumedImages(1).Fit(data.Take(80), options, data.Slice(80, 30));
        History source = new ResumedImages(1).Fit(data.Take(80), new FitOptions { Epochs = 2, Progress = ProgressDisplay.Silent }, new FaultySource<float, int>(data.Slice(80, 30), 4, null));
        Assert.Equal(memory["val_loss"], source["val_loss"]);
        Assert.Equal(memory["val_accuracy"], source["val_accuracy"]);
    }

    [Fact]
    public void A_validation_split_cuts_a_source_where_it_cuts_its_data()
    {
        Dataset<float, int> data = ResumedTraining.Images();
        ResumedImages memory = new(1), source = new(1);
        History expected = memory.Fit(data, new FitOptions { Epochs = 2, ValidationSplit = 0.3, Progress = ProgressDisplay.Silent });
        History found = source.Fit(new FaultySource<float, int>(data, 9, data.Count), new FitOptions { Epochs = 2, ValidationSplit = 0.3, Progress = ProgressDisplay.Silent });
        Assert.Equal(expected["val_loss"], found["val_loss"]);
        Assert.Equal(TestData.Bits(memory), TestData.Bits(source));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public void Epochs_of_so_many_steps_go_on_where_the_last_one_ended(int steps)
    {
        // Seven batches a pass: the steps are the same however they are counted.
        Dataset<float, int> data = ResumedTraining.Images();
        ResumedImages by = new(1), passes = new(1);
        by.Fit(new FaultySource<float, int>(data, 64, null), new FitOptions { Epochs = 7, StepsPerEpoch = steps, BatchSize = 16, Progress = ProgressDisplay.Silent });
        passes.Fit(data, new FitOptions { Epochs = steps, BatchSize = 16, Progress = ProgressDisplay.Silent });
        Assert.Equal(TestData.Bits(passes), TestData.Bits(by));
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData(4, 3)]
    [InlineData(9, 5)]
    public void A_training_on_a_source_goes_on_from_its_checkpoint(int? stepsPerEpoch, int buffer)
    {
        using var folder = new Files.TemporaryFolder();
        string path = folder.File("w");
        Dataset<float, int> data = ResumedTraining.Images();
        var through = new ResumedImages(1);
        through.Fit(new FaultySource<float, int>(data, 64, null), Options(resume: false, "through"));
        for (int fail = 130; fail < 330; fail += 33)
        {
            Assert.Throws<IOException>(() => new ResumedImages(1).Fit(new FaultySource<float, int>(data, 64, null) { FailAfter = fail }, Options(resume: false, "w")));
            var resumed = new ResumedImages(1);
            resumed.Fit(new FaultySource<float, int>(data, 64, null), Options(resume: true, "w"));
            Assert.Equal(TestData.Bits(through), TestData.Bits(resumed));
        }

        FitOptions Options(bool resume, string name)
            => new()
            {
                Epochs = 6,
                BatchSize = 16,
                StepsPerEpoch = stepsPerEpoch,
                ShuffleBuffer = buffer,
                Checkpoint = folder.File(name),
                CheckpointEvery = 2,
                Resume = resume,
                Progress = ProgressDisplay.Silent,
            };
    }

    [Theory]
    [InlineData(null)]
    [InlineData(9)]
    public void A_training_does_not_go_on_with_another_source(int? stepsPerEpoch)
    {
        using var folder = new Files.TemporaryFolder();
        Dataset<float, int> data = ResumedTraining.Images();
        new ResumedImages(1).Fit(new FaultySource<float, int>(data, 5, 110), Options(1));
        float[] inputs = data.Inputs.ToArray();
        inputs[(15 * 128) + 3] += 0.1f;
        var other = new Dataset<float, int>(inputs, data.Targets, data.Count);
        foreach (int epochs in new[] { 1, 2 })
        {
            var model = new ResumedImages(1);
            int[] weights = TestData.Bits(model);
            var source = new FaultySource<float, int>(other, 64, 110);
            string message = Assert.Throws<ArgumentException>(() => model.Fit(source, Options(epochs))).Message;
            Assert.Contains("'the training data' was 'a source whose first 16 samples have checksum ", message, StringComparison.Ordinal);
            Assert.Equal(weights, TestData.Bits(model));
            Assert.True(source.IsClosed);
        }

        Assert.Contains("no samples", Assert.Throws<ArgumentException>(() => new ResumedImages(1).Fit(new FaultySource<float, int>(data.Take(0), 5, 110), Options(2))).Message, StringComparison.Ordinal);

        // However many samples it gives at a time, it is the same source; and it is read once an epoch.
        var again = new FaultySource<float, int>(data, 64, 110);
        new ResumedImages(1).Fit(again, Options(1));
        new ResumedImages(1).Fit(again, Options(2));
        Assert.Equal(stepsPerEpoch is null ? 2 : 3, again.Opened);

        FitOptions Options(int epochs)
            => new()
            {
                Epochs = epochs,
                BatchSize = 16,
                StepsPerEpoch = stepsPerEpoch,
                ShuffleBuffer = 20,
                Checkpoint = folder.File("w"),
                Resume = true,
                Progress = ProgressDisplay.Silent,
            };
    }

    [Theory]
    [InlineData(60, 110)]
    [InlineData(110, 60)]
    public void A_source_that_counts_gives_as_many_samples_in_each_pass(int first, int second)
    {
        Dataset<float, int> data = ResumedTraining.Images();
        var options = new FitOptions { Epochs = 3, Progress = ProgressDisplay.Silent };
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => new ResumedImages(1).Fit(Changing(110), options));
        Assert.Contains(FormattableString.Invariant($"gave {second} samples in this pass and {first} in the first"), error.Message, StringComparison.Ordinal);

        // One that does not count may do as it likes.
        Assert.Equal(3, new ResumedImages(1).Fit(Changing(null), options).Epochs);

        FaultySource<float, int> Changing(long? count) => new(data, 10, count) { SamplesOfPass = pass => pass == 1 ? first : second };
    }

    [Fact]
    public void What_goes_wrong_in_a_source_comes_out_of_Fit()
    {
        Dataset<float, int> data = ResumedTraining.Images();
        var model = new ResumedImages(1);
        int[] weights = TestData.Bits(model);
        Assert.Contains("no samples", Refused<ArgumentException>(new FaultySource<float, int>(data.Take(0), 1, null)), StringComparison.Ordinal);
        Assert.Contains("disk", Refused<IOException>(new FaultySource<float, int>(data, 8, null) { FailAfter = 0 }), StringComparison.Ordinal);
        Assert.Contains("has read 1000000 samples. Expected 0 to", Refused<InvalidOperationException>(new FaultySource<float, int>(data, 8, null) { Claims = 1_000_000 }), StringComparison.Ordinal);
        Assert.Contains("has read -1 samples", Refused<InvalidOperationException>(new FaultySource<float, int>(data, 8, null) { Claims = -1 }), StringComparison.Ordinal);
        int[] labels = data.Targets.ToArray();
        labels[19] = 3;
        Assert.Contains("label of sample 19 is 3", Refused<ArgumentException>(new FaultySource<float, int>(new Dataset<float, int>(data.Inputs, labels, data.Count), 8, null)), StringComparison.Ordinal);
        float[] inputs = data.Inputs.ToArray();
        inputs[(21 * 128) + 5] = float.NaN;
        Assert.Contains("Sample 21 holds NaN at place 5", Refused<ArgumentException>(new FaultySource<float, int>(new Dataset<float, int>(inputs, data.Targets, data.Count), 8, null)), StringComparison.Ordinal);
        Assert.Contains("ValidationSplit is 0.5: it takes the end of data whose samples can be counted", Assert.Throws<ArgumentException>(() => model.Fit(new FaultySource<float, int>(data, 8, null), new FitOptions { ValidationSplit = 0.5 })).Message, StringComparison.Ordinal);
        Assert.Equal(weights, TestData.Bits(model));

        string Refused<TException>(IDataSource<float, int> source)
            where TException : Exception
        {
            var optimizer = new Adam();
            string message = Assert.Throws<TException>(() => model.Fit(source, new FitOptions { Optimizer = optimizer, Progress = ProgressDisplay.Silent })).Message;
            Assert.Equal(0, optimizer.Steps);
            Assert.Throws<TException>(() => model.Evaluate(source));
            return message;
        }
    }

    [Fact]
    public async Task Cancelling_ends_a_source_that_waits()
    {
        var model = new ResumedImages(1);
        using var cancel = new CancellationTokenSource();
        var source = new FaultySource<float, int>(ResumedTraining.Images(), 8, null) { WaitAfter = 64 };
        Task<History> training = model.FitAsync(source, new FitOptions { Progress = ProgressDisplay.Silent, Shuffle = false }, cancellationToken: cancel.Token);
        await source.Waits.Task;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => training);
        Assert.True(source.IsClosed);

        // The model is free again.
        await model.FitAsync(ResumedTraining.Images(), new FitOptions { Progress = ProgressDisplay.Silent }, cancellationToken: CancellationToken.None);
    }

    [Fact]
    public async Task A_validation_that_is_cancelled_leaves_a_history_of_whole_epochs()
    {
        var model = new ResumedImages(1);
        using var cancel = new CancellationTokenSource();
        int samples = ResumedTraining.Images().Count;
        var validation = new FaultySource<float, int>(ResumedTraining.Images(), 8, null) { WaitAfter = samples + 8 };
        Task<History> training = model.FitAsync(
            ResumedTraining.Images(), new FitOptions { Epochs = 3, Progress = ProgressDisplay.Silent }, validation, cancel.Token);
        await validation.Waits.Task;
        await cancel.CancelAsync();
        History history = (await Assert.ThrowsAsync<TrainingCanceledException>(() => training)).History;
        Assert.Equal(1, history.Epochs);
        Assert.All(history.Metrics, metric => Assert.Single(history[metric]));
        Assert.True(validation.IsClosed);
    }

    [Fact]
    public void A_batch_without_memory_is_refused_where_the_samples_are_not_counted()
    {
        var source = new FaultySource<float, int>(ResumedTraining.Images(), 8, null);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ResumedImages(1).Fit(source, new FitOptions { BatchSize = int.MaxValue, Progress = ProgressDisplay.Silent }));
        Assert.Contains("BatchSize", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_while_a_training_is_taken_up_again_keeps_its_kind_of_exception()
    {
        using var folder = new Files.TemporaryFolder();
        var options = new FitOptions { Epochs = 5, StepsPerEpoch = 3, BatchSize = 16, Checkpoint = folder.File("w"), Resume = true, Progress = ProgressDisplay.Silent };
        Dataset<float, int> data = ResumedTraining.Images();
        Assert.ThrowsAny<IOException>(() => new ResumedImages(1).Fit(new FaultySource<float, int>(data, 8, null) { FailAfter = 200 }, options));
        var model = new ResumedImages(1);
        int[] weights = TestData.Bits(model);
        Assert.Throws<TrainingCanceledException>(() => model.Fit(new FaultySource<float, int>(data, 8, null), options, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Equal(weights, TestData.Bits(model));
    }

    [Fact]
    public void Large_samples_are_read_few_at_a_time()
    {
        var source = new FaultySource<float, float>(new Dataset<float, float>(new float[5 * 300_000], new float[5], 5), 100, null);
        var model = new LongSamples(1);
        model.Fit(source, new FitOptions { BatchSize = 2, Shuffle = false, Progress = ProgressDisplay.Silent });
        Assert.Equal(2, source.MostRoom);
        source = new FaultySource<float, float>(new Dataset<float, float>(new float[5 * 300_000], new float[5], 5), 100, null);
        model.Evaluate(source);
        Assert.InRange(source.MostRoom, 1, Math.Max(13, model.Info.Memory.InferenceRows));
    }

    [Fact]
    public void Readers_are_closed()
    {
        var source = new FaultySource<float, int>(ResumedTraining.Images(), 8, null);
        var model = new ResumedImages(1);
        model.Fit(source, new FitOptions { Epochs = 3, StepsPerEpoch = 2, Progress = ProgressDisplay.Silent });
        Assert.True(source.IsClosed);
        model.Evaluate(source);
        Assert.True(source.IsClosed);
        Assert.Throws<InvalidOperationException>(() => model.Fit(
            source, new FitOptions { Progress = ProgressDisplay.Silent, LearningRateSchedule = (_, _) => throw new InvalidOperationException() }));
        Assert.True(source.IsClosed);
    }

    private static FitOptions Options(string kind, bool shuffle = true, int? buffer = null)
        => new()
        {
            Epochs = 3,
            BatchSize = 16,
            Shuffle = shuffle,
            ShuffleBuffer = buffer,
            Optimizer = ResumedTraining.Optimizer(kind),
            LearningRateSchedule = ResumedTraining.Schedule,
            Progress = ProgressDisplay.Silent,
        };

    private static string OnSource(string kind, FitOptions options, int most, long? count = 110)
    {
        if (kind.StartsWith("images", StringComparison.Ordinal))
        {
            var images = new ResumedImages(3);
            return ResumedTraining.Describe(images, images.Fit(new FaultySource<float, int>(ResumedTraining.Images(), most, count), options));
        }

        var tokens = new ResumedTokens(3);
        return ResumedTraining.Describe(tokens, tokens.Fit(new FaultySource<int, float>(ResumedTraining.Tokens(), most, count), options));
    }
}
