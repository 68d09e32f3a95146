namespace StaticNet;

/// <summary>
/// Gives the samples of another reader in random order. So many samples are kept in memory; each that is given is drawn from them, and the next
/// one that is read takes its place. Samples that all fit are given in the order of data in memory.
/// </summary>
/// <param name="reader">The reader.</param>
/// <param name="seed">What the order is drawn from.</param>
/// <param name="buffer">Where the samples are kept, and one more; it outlives this.</param>
internal sealed class ShufflingReader<TInput, TTarget>(ISampleReader<TInput, TTarget> reader, ulong seed, SampleBuffer<TInput, TTarget> buffer)
    : ISampleReader<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private RandomSource _random = new(RandomSource.Combine(seed, 1));
    private int _count;
    private bool _isFilled;

    // The order of what is left when nothing more can be read.
    private int[]? _order;
    private int _next;

    // Behind those that are drawn from lies the one that was read last.
    private int PoolSize => buffer.MaxCount - 1;

    /// <inheritdoc/>
    public int Read(Span<TInput> inputs, Span<TTarget> targets)
    {
        if (!_isFilled)
            Fill();
        int done = 0, max = targets.Length / buffer.TargetSize;
        while (done < max && TryNext(inputs[(done * buffer.InputSize)..], targets[(done * buffer.TargetSize)..]))
            done++;
        return done;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private void Fill()
    {
        _isFilled = true;
        for (int read; _count < PoolSize; _count += read)
        {
            buffer.Reserve(_count + 1);
            int free = Math.Min(buffer.Count, PoolSize) - _count;
            read = reader.Read(buffer.Inputs(_count, free), buffer.Targets(_count, free));
            if (read == 0)
            {
                Drain();
                return;
            }
        }

        buffer.Reserve(PoolSize + 1);
        ReadOne();
    }

    private void ReadOne()
    {
        if (reader.Read(buffer.Inputs(PoolSize, 1), buffer.Targets(PoolSize, 1)) == 0)
            Drain();
    }

    private void Drain()
    {
        _order = new int[_count];
        RandomSource.Permute(_order, seed);
    }

    private bool TryNext(Span<TInput> input, Span<TTarget> target)
    {
        if (_order is null)
        {
            int drawn = _random.NextInt(_count);
            Copy(drawn, input, target);
            Copy(PoolSize, buffer.Inputs(drawn, 1), buffer.Targets(drawn, 1));
            ReadOne();
            return true;
        }

        if (_next == _order.Length)
            return false;
        Copy(_order[_next++], input, target);
        return true;
    }

    private void Copy(int sample, Span<TInput> input, Span<TTarget> target)
    {
        buffer.Inputs(sample, 1).CopyTo(input);
        buffer.Targets(sample, 1).CopyTo(target);
    }
}
