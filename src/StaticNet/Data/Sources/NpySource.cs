using static System.FormattableString;

namespace StaticNet.Data;

/// <summary>The rows of two .npy files.</summary>
internal sealed class NpySource<TInput, TTarget> : IDataSource<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly string _inputPath, _targetPath;
    private readonly long _rows;

    public NpySource(string inputPath, string targetPath)
    {
        // Where they are now, whatever becomes the current folder.
        (_inputPath, _targetPath) = (Path.GetFullPath(inputPath), Path.GetFullPath(targetPath));
        using var inputs = new NpyRows<TInput>(_inputPath, "sample");
        using var targets = new NpyRows<TTarget>(_targetPath, "target");
        _rows = inputs.Rows;
        if (targets.Rows != _rows)
            throw new ArgumentException(Invariant($"{inputs.Name} has {_rows} rows and {targets.Name} has {targets.Rows}. Expected a target for each sample."), nameof(targetPath));
    }

    public long? Count => _rows;

    public ISampleReader<TInput, TTarget> Open(int inputSize, int targetSize, CancellationToken cancellationToken = default)
    {
        Guard.Positive(inputSize, nameof(inputSize));
        Guard.Positive(targetSize, nameof(targetSize));
        var inputs = new NpyRows<TInput>(_inputPath, "sample");
        NpyRows<TTarget>? targets = null;
        try
        {
            targets = new NpyRows<TTarget>(_targetPath, "target");
            inputs.Require(_rows, inputSize, nameof(inputSize));
            targets.Require(_rows, targetSize, nameof(targetSize));
        }
        catch
        {
            inputs.Dispose();
            targets?.Dispose();
            throw;
        }

        return new Reader(inputs, targets, cancellationToken);
    }

    private sealed class Reader(NpyRows<TInput> inputs, NpyRows<TTarget> targets, CancellationToken cancellation) : ISampleReader<TInput, TTarget>
    {
        private long _next;

        public int Read(Span<TInput> toInputs, Span<TTarget> toTargets)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = inputs.Rows == _next ? 0 : (int)Math.Min(inputs.Rows - _next, toInputs.Length / inputs.RowSize);
            inputs.Read(_next, toInputs[..(count * inputs.RowSize)]);
            targets.Read(_next, toTargets[..(count * targets.RowSize)]);
            _next += count;
            return count;
        }

        public void Dispose()
        {
            inputs.Dispose();
            targets.Dispose();
        }
    }
}
