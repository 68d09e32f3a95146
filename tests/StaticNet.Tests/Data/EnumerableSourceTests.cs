namespace StaticNet.Tests.Data;

[Trait(Widths.Trait, Widths.Any)]
public class EnumerableSourceTests
{
    private static readonly (float[] Input, int Target)[] _labelled = [([1, 2], 0), ([3, 4], 1), ([5, 6], 2), ([7, 8], 3), ([9, 10], 4)];

    private static readonly float[] _inputs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100)]
    public void Samples_come_in_order_and_anew_each_epoch(int rows)
    {
        IDataSource<float, int> source = DataSource.From(_labelled);
        Assert.Equal(5, source.Count);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            var (inputs, targets) = source.All(2, 1, rows);
            Assert.Equal(_inputs, inputs);
            Assert.Equal([0, 1, 2, 3, 4], targets);
        }
    }

    [Fact]
    public void Targets_may_have_several_numbers()
    {
        var (inputs, targets) = DataSource.From(Pairs()).All(2, 3, 2);
        Assert.Equal([1, 2, 3, 4], inputs);
        Assert.Equal([1f, 2, 3, 4, 5, 6], targets);

        static IEnumerable<(float[] Input, float[] Target)> Pairs()
        {
            yield return ([1, 2], [1, 2, 3]);
            yield return ([3, 4], [4, 5, 6]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(100)]
    public void Batches_are_cut_anew(int rows)
    {
        IDataSource<float, int> source = DataSource.FromBatches(Batches);
        Assert.Null(source.Count);
        var (inputs, targets) = source.All(2, 1, rows);
        Assert.Equal(_inputs, inputs);
        Assert.Equal([0, 1, 2, 3, 4], targets);

        static IEnumerable<(float[] Inputs, int[] Targets)> Batches() => [([1, 2, 3, 4, 5, 6], [0, 1, 2]), ([], []), ([7, 8, 9, 10], [3, 4])];
    }

    [Fact]
    public async Task Asynchronous_samples_are_waited_for()
    {
        IDataSource<float, int> source = DataSource.From(Slow), batches = DataSource.FromBatches(SlowBatches());
        await Task.Run(() =>
        {
            for (int epoch = 0; epoch < 2; epoch++)
            {
                Assert.Equal(_inputs, source.All(2, 1, 2).Inputs);
                Assert.Equal([1f, 2, 3, 4], batches.All(2, 1, 3).Inputs);
            }
        });

        static async IAsyncEnumerable<(float[] Input, int Target)> Slow()
        {
            foreach (var sample in _labelled)
            {
                await Task.Yield();
                yield return sample;
            }
        }

        static async IAsyncEnumerable<(float[] Inputs, int[] Targets)> SlowBatches()
        {
            await Task.Delay(1);
            yield return ([1, 2, 3, 4], [0, 1]);
        }
    }

    [Fact]
    public void What_lacks_or_has_the_wrong_length_is_refused_by_sample()
    {
        Refused(DataSource.From<float, int>([([1, 2], 0), (null!, 1)]), "Sample 1 has null for its numbers. Expected an array.");
        Refused(DataSource.From<float, int>([([1, 2], 0), ([1], 1)]), "Sample 1 has 1 numbers. Expected 2.");
        Refused(DataSource.From<float, int>([([1, 2], [0]), ([1, 2], null!)]), "Sample 1 has null for its target. Expected an array.");
        Refused(DataSource.From<float, int>([([1, 2], [0]), ([1, 2], [1, 2])]), "Sample 1 has a target of 2 numbers. Expected 1.");
        Refused(DataSource.FromBatches<float, int>([([1, 2, 3, 4], [0, 1]), ([1, 2, 3], [0])]), "Batch 1, from sample 2 on, has 3 numbers. Expected 2 for each sample.");
        Refused(DataSource.FromBatches<float, int>([([1, 2, 3, 4], [0])]), "Batch 0, from sample 0 on, has 2 samples and 1 numbers of targets. Expected 1 for each sample.");
        Refused(DataSource.FromBatches<float, int>([([1, 2, 3, 4], null!)]), "has null for its target");
    }

    [Fact]
    public void An_exception_inside_is_told_by_sample_and_is_no_end()
    {
        using ISampleReader<float, int> reader = DataSource.From(Failing).Open(2, 1);
        var inputs = new float[8];
        var targets = new int[4];
        for (int attempt = 0; attempt < 2; attempt++)
        {
            var error = Assert.Throws<InvalidDataException>(() => reader.Read(inputs, targets));
            Assert.Equal("Sample 2 cannot be read: the enumerable failed with FormatException: the third is odd", error.Message);
        }

        static IEnumerable<(float[] Input, int Target)> Failing()
        {
            yield return _labelled[0];
            yield return _labelled[1];
            throw new FormatException("the third is odd");
        }
    }

    [Fact]
    public void An_exception_of_an_asynchronous_one_is_told_as_itself()
    {
        Refused(DataSource.From(Failing), "Sample 0 cannot be read: the enumerable failed with FormatException: odd");

        static async IAsyncEnumerable<(float[] Input, int Target)> Failing()
        {
            await Task.Yield();
            if (_labelled.Length > 0)
                throw new FormatException("odd");
            yield return _labelled[0];
        }
    }

    [Fact]
    public void What_can_be_enumerated_once_is_refused_the_second_time()
    {
        var queue = new Queue<(float[] Input, int Target)>(_labelled);
        IDataSource<float, int> source = DataSource.From(Emptied());
        Assert.Equal(_inputs, source.All(2, 1, 3).Inputs);
        Refused(source, "The enumerable gave 5 samples the first time and 0 this time.");

        IEnumerable<(float[] Input, int Target)> Emptied()
        {
            while (queue.TryDequeue(out var sample))
                yield return sample;
        }
    }

    [Fact]
    public void Nothing_is_an_end()
    {
        Assert.Empty(DataSource.From<float, int>(Array.Empty<(float[], int)>()).All(2, 1, 3).Inputs);
        Assert.Empty(DataSource.FromBatches<float, int>(Array.Empty<(float[], int[])>()).All(2, 1, 3).Inputs);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_that_ignores_it()
    {
        TaskCompletionSource waits = new(), never = new();
        bool ended = false;
        using var cancel = new CancellationTokenSource();
        IDataSource<float, int> source = DataSource.From(Waiting);
        Task reading = Task.Run(() => source.All(2, 1, 4, cancel.Token));
        await waits.Task;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading).WaitAsync(TimeSpan.FromMinutes(1));

        // What it waits for comes at last, and the enumerable is brought to its end.
        never.SetResult();
        for (int i = 0; i < 1000 && !Volatile.Read(ref ended); i++)
            await Task.Delay(10);
        Assert.True(Volatile.Read(ref ended));

        async IAsyncEnumerable<(float[] Input, int Target)> Waiting()
        {
            try
            {
                yield return _labelled[0];
                waits.SetResult();
                await never.Task;
                yield return _labelled[1];
            }
            finally
            {
                Volatile.Write(ref ended, true);
            }
        }
    }

    [Fact]
    public void A_thread_that_others_send_work_to_does_not_wait_for_itself()
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Deaf());
        try
        {
            Assert.Equal(2, DataSource.From(Slow).ToDataset(2, 1).Count);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        static async IAsyncEnumerable<(float[] Input, int Target)> Slow()
        {
            await Task.Delay(1);
            yield return _labelled[0];
            await Task.Delay(1);
            yield return _labelled[1];
        }
    }

    [Fact]
    public void Cancellation_is_seen_between_samples()
    {
        using var cancel = new CancellationTokenSource();
        using ISampleReader<float, int> reader = DataSource.From(Endless).Open(2, 1, cancel.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(new float[2_000_000], new int[1_000_000]));

        IEnumerable<(float[] Input, int Target)> Endless()
        {
            for (int i = 0; ; i++)
            {
                if (i == 10)
                    cancel.Cancel();
                yield return _labelled[0];
            }
        }
    }

    [Fact]
    public void Nonsense_is_refused_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => DataSource.From((IEnumerable<(float[], int)>)null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => DataSource.From(_labelled).Open(0, 1));
        Assert.Contains("gave null", Assert.Throws<InvalidOperationException>(() => DataSource.From(() => (IEnumerable<(float[], int)>)null!).Open(2, 1)).Message, StringComparison.Ordinal);
        ISampleReader<float, int> reader = DataSource.From(_labelled).Open(2, 1);
        reader.Dispose();
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Read(new float[2], new int[1]));
    }

    private static void Refused(IDataSource<float, int> source, string message)
        => Assert.Contains(message, Assert.Throws<InvalidDataException>(() => source.All(2, 1, 3)).Message, StringComparison.Ordinal);

    /// <summary>Never does what is sent to it.</summary>
    private sealed class Deaf : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
