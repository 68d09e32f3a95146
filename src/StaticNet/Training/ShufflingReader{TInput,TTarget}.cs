namespace StaticNet;

/// <summary>
/// Gives the samples of another reader in random order. So many samples are kept in memory; each that is given is drawn from them, and the next
/// one that is read takes its place. Samples that all fit are given in the order of data in memory.
/// </summary>
/// <param name="reader">The reader.</param>
/// <param name="seed">What the order is drawn from.</param>
/// <param name="room">Where the samples are kept, and one more; it outlives this.</param>
internal sealed class ShufflingReader<TInput, TTarget>(ISampleReader<TInput, TTarget> reader, ulong seed, SampleRoom<TInput, TTarget> room)
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
    private int Most => room.Most - 1;

    /// <inheritdoc/>
    public int Read(Span<TInput> inputs, Span<TTarget> targets)
    {
        if (!_isFilled)
            Fill();
        int done = 0, most = targets.Length / room.TargetSize;
        while (done < most && TryGive(inputs[(done * room.InputSize)..], targets[(done * room.TargetSize)..]))
            done++;
        return done;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private void Fill()
    {
        _isFilled = true;
        for (int read; _count < Most; _count += read)
        {
            room.Reserve(_count + 1);
            int free = Math.Min(room.Count, Most) - _count;
            read = reader.Read(room.Inputs(_count, free), room.Targets(_count, free));
            if (read == 0)
            {
                Drain();
                return;
            }
        }

        room.Reserve(Most + 1);
        ReadOne();
    }

    private void ReadOne()
    {
        if (reader.Read(room.Inputs(Most, 1), room.Targets(Most, 1)) == 0)
            Drain();
    }

    private void Drain()
    {
        _order = new int[_count];
        RandomSource.Permute(_order, seed);
    }

    private bool TryGive(Span<TInput> input, Span<TTarget> target)
    {
        if (_order is null)
        {
            int drawn = _random.NextInt(_count);
            Copy(drawn, input, target);
            Copy(Most, room.Inputs(drawn, 1), room.Targets(drawn, 1));
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
        room.Inputs(sample, 1).CopyTo(input);
        room.Targets(sample, 1).CopyTo(target);
    }
}
