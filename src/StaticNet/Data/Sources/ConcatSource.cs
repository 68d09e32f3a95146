namespace StaticNet.Data;

/// <summary>Sources one behind the other.</summary>
internal sealed class ConcatSource<TInput, TTarget>(IDataSource<TInput, TTarget>[] sources) : IDataSource<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public long? Count
    {
        get
        {
            long sum = 0;
            foreach (IDataSource<TInput, TTarget> source in sources)
            {
                if (source.Count is not long count)
                    return null;
                sum = checked(sum + count);
            }

            return sum;
        }
    }

    public ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
        => new Reader(sources, inputSize, targetSize, cancellationToken);

    private sealed class Reader : ISampleReader<TInput, TTarget>
    {
        private readonly CancellationToken _cancellation;
        private readonly int _inputSize, _targetSize;
        private readonly IDataSource<TInput, TTarget>[] _sources;
        private ISampleReader<TInput, TTarget> _samples;
        private int _next = 1;

        public Reader(IDataSource<TInput, TTarget>[] sources, int inputSize, int targetSize, CancellationToken cancellation)
        {
            (_sources, _inputSize, _targetSize, _cancellation) = (sources, inputSize, targetSize, cancellation);
            _samples = Opened(0);
        }

        public int Read(Span<TInput> inputs, Span<TTarget> targets)
        {
            while (true)
            {
                int read = _samples.Read(inputs, targets);
                if (read > 0 || _next == _sources.Length)
                    return read;
                _samples.Dispose();
                _samples = Opened(_next++);
            }
        }

        public void Dispose() => _samples.Dispose();

        private ISampleReader<TInput, TTarget> Opened(int index) => _sources[index].Open(_inputSize, _targetSize, _cancellation);
    }
}
