namespace StaticNet.Data;

/// <summary>What comes behind the first samples of a source.</summary>
internal sealed class SkipSource<TInput, TTarget>(IDataSource<TInput, TTarget> source, long skipped) : IDataSource<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public long? Count => source.Count is long count ? Math.Max(count - skipped, 0) : null;

    public ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
        => new Reader(source.Open(inputSize, targetSize, cancellationToken), skipped, inputSize, targetSize);

    private sealed class Reader(ISampleReader<TInput, TTarget> samples, long toSkip, int inputSize, int targetSize) : ISampleReader<TInput, TTarget>
    {
        private long _toSkip = toSkip;

        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            // Where the samples go is where the skipped ones may lie before.
            int capacity = inputs.Length / inputSize;
            while (_toSkip > 0 && capacity > 0)
            {
                int part = (int)Math.Min(_toSkip, capacity);
                int read = samples.Read(inputs[..(part * inputSize)], targets[..(part * targetSize)]);
                if (read == 0)
                {
                    _toSkip = 0;
                    return 0;
                }

                _toSkip -= read;
            }

            return samples.Read(inputs, targets);
        }

        public void Dispose() => samples.Dispose();
    }
}
