using static System.FormattableString;

namespace StaticNet;

/// <summary>The batches of a data set in memory: nothing is copied but the numbers of its samples.</summary>
internal sealed class DatasetBatches<TInput, TTarget> : Batches<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly Dataset<TInput, TTarget> _data;
    private readonly int _batchSize;
    private readonly int[] _order;
    private int _next;

    public DatasetBatches(Dataset<TInput, TTarget> data, int batchSize)
    {
        _data = data;
        _batchSize = batchSize;
        _order = new int[data.Count];
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
    }

    /// <inheritdoc/>
    public override int Largest => Math.Min(_batchSize, _order.Length);

    /// <inheritdoc/>
    public override int? Count => (int)(((long)_order.Length + _batchSize - 1) / _batchSize);

    /// <inheritdoc/>
    public override string Fingerprint()
    {
        var fingerprint = new Fingerprint<TInput, TTarget>();
        fingerprint.AppendSpread(_data.Inputs.Span, _data.Targets.Span);
        return Invariant($"{_data.Count} samples in memory with checksum {fingerprint}");
    }

    /// <inheritdoc/>
    public override void BeginPass(ulong? seed)
    {
        if (seed is { } value)
            RandomSource.Permute(_order, value);
        _next = 0;
    }

    /// <inheritdoc/>
    public override bool Next(out Batch<TInput, TTarget> batch)
    {
        int rows = Math.Min(_batchSize, _order.Length - _next);
        batch = new Batch<TInput, TTarget>(_data, _order.AsMemory(_next, rows));
        _next += rows;
        return rows > 0;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }
}
