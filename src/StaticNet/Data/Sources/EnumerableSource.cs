using static System.FormattableString;

namespace StaticNet.Data;

/// <summary>Samples of an enumerable, which is gone through once for each reader.</summary>
/// <param name="begin">Begins to go through it.</param>
/// <param name="count">How many samples there are, if that is known.</param>
/// <param name="isBatch">Whether an item has any number of samples; one, if not.</param>
internal sealed class EnumerableSource<TItem, TFormat, TInput, TTarget>(Func<CancellationToken, IEnumerator<TItem>> begin, long? count, bool isBatch)
    : IDataSource<TInput, TTarget>
    where TFormat : ISampleFormat<TItem, TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    // Of the first pass that reached the end; -1 before.
    private long _counted = -1;

    public long? Count => count;

    private bool IsBatch => isBatch;

    public ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
    {
        Guard.Positive(inputSize, nameof(inputSize));
        Guard.Positive(targetSize, nameof(targetSize));
        cancellationToken.ThrowIfCancellationRequested();
        return new Reader(this, begin(cancellationToken), inputSize, targetSize, cancellationToken);
    }

    // Each pass must give the same, or epochs would be of different samples, or of none.
    private void End(long samples)
    {
        long before = Interlocked.CompareExchange(ref _counted, samples, -1);
        if (before < 0 || before == samples)
            return;
        throw new InvalidDataException(
            Invariant($"The enumerable gave {before} samples the first time and {samples} this time. Expected the same each time: where it can be gone through only once, give a function that makes it anew, or read it into memory with ToDataset first."));
    }

    private sealed class Reader(
        EnumerableSource<TItem, TFormat, TInput, TTarget> source, IEnumerator<TItem> items, int inputSize, int targetSize, CancellationToken cancellation)
        : ISampleReader<TInput, TTarget>
    {
        private TItem _item = default!;
        private TInput[] _inputs = [];
        private int _next, _rows;
        private long _items, _samples;
        private Exception? _error;
        private bool _ended, _disposed;

        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);

            // An enumerator that failed says that it is at its end.
            if (_error is not null)
                throw new InvalidDataException(_error.Message, _error);
            int capacity = Math.Min(inputs.Length / inputSize, targets.Length / targetSize), read = 0;
            while (read < capacity)
            {
                if (_next == _rows && !Advance())
                    break;
                int count = Math.Min(capacity - read, _rows - _next);
                _inputs.AsSpan(_next * inputSize, count * inputSize).CopyTo(inputs[(read * inputSize)..]);
                TFormat.Targets(in _item, out _).Slice(_next * targetSize, count * targetSize).CopyTo(targets[(read * targetSize)..]);
                _next += count;
                read += count;
                _samples += count;
            }

            return read;
        }

        public void Dispose()
        {
            if (_disposed)
                return;
            _disposed = true;
            items.Dispose();
        }

        private bool Advance()
        {
            try
            {
                do
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (_ended || !MoveNext())
                    {
                        _ended = true;
                        source.End(_samples);
                        return false;
                    }

                    Take();
                }
                while (_rows == 0);
                return true;
            }
            catch (InvalidDataException error)
            {
                _error = error;
                throw;
            }
        }

        private bool MoveNext()
        {
            try
            {
                bool moved = items.MoveNext();
                if (moved)
                    _item = items.Current;
                return moved;
            }
            catch (Exception error) when (!(error is OperationCanceledException && cancellation.IsCancellationRequested))
            {
                throw new InvalidDataException($"{Place()} cannot be read: the enumerable failed with {error.GetType().Name}: {error.Message}", error);
            }
        }

        private void Take()
        {
            _inputs = TFormat.Inputs(in _item) ?? throw Wrong("has null for its numbers", "an array");
            ReadOnlySpan<TTarget> targets = TFormat.Targets(in _item, out bool exist);
            if (!exist)
                throw Wrong("has null for its target", "an array");
            if (source.IsBatch)
            {
                if (_inputs.Length % inputSize != 0)
                    throw Wrong(Invariant($"has {_inputs.Length} numbers"), Invariant($"{inputSize} for each sample"));
                _rows = _inputs.Length / inputSize;
                if (targets.Length != (long)_rows * targetSize)
                    throw Wrong(Invariant($"has {_rows} samples and {targets.Length} numbers of targets"), Invariant($"{targetSize} for each sample"));
            }
            else
            {
                if (_inputs.Length != inputSize)
                    throw Wrong(Invariant($"has {_inputs.Length} numbers"), Invariant($"{inputSize}"));
                if (targets.Length != targetSize)
                    throw Wrong(Invariant($"has a target of {targets.Length} numbers"), Invariant($"{targetSize}"));
                _rows = 1;
            }

            _next = 0;
            _items++;
        }

        private string Place() => source.IsBatch ? Invariant($"Batch {_items}, from sample {_samples} on,") : Invariant($"Sample {_items}");

        private InvalidDataException Wrong(string came, string expected) => new($"{Place()} {came}. Expected {expected}.");
    }
}
