namespace StaticNet.Tests.Training;

/// <summary>Reads data a few samples at a time, and does what sources may do wrong.</summary>
internal sealed class FaultySource<TInput, TTarget>(Dataset<TInput, TTarget> data, int most, long? count) : IDataSource<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private int _open;
    private int _read;

    /// <summary>After how many samples, of all readers, reading fails.</summary>
    public int? FailAfter { get; init; }

    /// <summary>After how many samples it waits until it is cancelled.</summary>
    public int? WaitAfter { get; init; }

    /// <summary>How many samples it gives in a pass, which are counted from 1.</summary>
    public Func<int, int>? SamplesOfPass { get; init; }

    /// <summary>The passes that were begun.</summary>
    public int Opened { get; private set; }

    /// <summary>How many samples it says it has read.</summary>
    public int? Claims { get; init; }

    /// <summary>For how many samples there was room at most.</summary>
    public int MostRoom { get; private set; }

    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsClosed => Volatile.Read(ref _open) == 0;

    public long? Count => count;

    public ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        Opened++;
        int left = SamplesOfPass?.Invoke(Opened) ?? int.MaxValue;
        return new Reader(this, left, cancellationToken);
    }

    private sealed class Reader(FaultySource<TInput, TTarget> source, int samples, CancellationToken cancellationToken) : ISampleReader<TInput, TTarget>
    {
        private int _left = samples;
        private readonly ISampleReader<TInput, TTarget> _data = ((IDataSource<TInput, TTarget>)source.Data).Open(source.Data.InputSize, source.Data.TargetSize, default);

        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            source.MostRoom = Math.Max(source.MostRoom, targets.Length / Math.Max(1, source.Data.TargetSize));
            if (source.Claims is { } claims)
                return claims;
            if (source._read >= source.FailAfter)
                throw new IOException("the disk is gone");
            if (source._read >= source.WaitAfter)
            {
                source.Waits.TrySetResult();
                cancellationToken.WaitHandle.WaitOne();
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (source.Data.Count == 0)
                return 0;
            int room = Math.Min(Math.Min(source.Most, _left), targets.Length / source.Data.TargetSize);
            int read = _data.Read(inputs[..(room * source.Data.InputSize)], targets[..(room * source.Data.TargetSize)]);
            source._read += read;
            _left -= read;
            return read;
        }

        public void Dispose() => Interlocked.Decrement(ref source._open);
    }

    private Dataset<TInput, TTarget> Data => data;

    private int Most => most;
}
