using static System.FormattableString;

namespace StaticNet;

/// <summary>
/// Reads from a source of the user's and checks what comes, so that whoever reads from this need not: the number of samples, and each sample by
/// its place in the source.
/// </summary>
internal sealed class CheckedReader<TInput, TTarget> : ISampleReader<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly TrainableModel<TInput, TTarget> _model;
    private readonly string _argument;
    private readonly ISampleReader<TInput, TTarget> _reader;
    private long _next;
    private bool _isOver;

    public CheckedReader(TrainableModel<TInput, TTarget> model, IDataSource<TInput, TTarget> source, string argument, CancellationToken cancellationToken)
    {
        (_model, _argument) = (model, argument);
        _reader = source.Open(model.Info.InputSize, model.TargetSize, cancellationToken)
            ?? throw new ArgumentException($"{source.GetType()} opened no reader: it returned null.", argument);
    }

    /// <inheritdoc/>
    public int Read(Span<TInput> inputs, Span<TTarget> targets)
    {
        // A reader need not stand being asked again behind its end.
        if (_isOver)
            return 0;
        int capacity = targets.Length / _model.TargetSize, count = _reader.Read(inputs, targets);
        if ((uint)count > (uint)capacity)
            throw new InvalidOperationException(Invariant($"{_reader.GetType()} says that it has read {count} samples. Expected 0 to {capacity}, for which there was room."));
        _isOver = count == 0;
        if (_isOver)
            return 0;
        _model.CheckValues(inputs[..(count * _model.Info.InputSize)], targets[..(count * _model.TargetSize)], _argument, _argument, _next);
        _next += count;
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
