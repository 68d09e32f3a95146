namespace StaticNet.Data;

/// <summary>The first samples of a source.</summary>
internal sealed class TakeSource<TInput, TTarget>(IDataSource<TInput, TTarget> source, long max) : IDataSource<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public long? Count => source.Count is long count ? Math.Min(count, max) : null;

    public ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
        => new Reader(source.Open(inputSize, targetSize, cancellationToken), max, inputSize, targetSize);

    private sealed class Reader(ISampleReader<TInput, TTarget> samples, long left, int inputSize, int targetSize) : ISampleReader<TInput, TTarget>
    {
        private long _left = left;

        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            int capacity = (int)Math.Min(_left, inputs.Length / inputSize);

            // What lies behind the last of them is none of ours: it is not asked for.
            int read = capacity == 0 ? 0 : samples.Read(inputs[..(capacity * inputSize)], targets[..(capacity * targetSize)]);
            _left -= read;
            return read;
        }

        public void Dispose() => samples.Dispose();
    }
}
