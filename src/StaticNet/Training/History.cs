namespace StaticNet;

/// <summary>
/// The metrics of each epoch, by Keras' names: <c>loss</c>, <c>accuracy</c> where the loss has one, and the same with <c>val_</c>
/// before them where there is validation data.
/// </summary>
public sealed class History
{
    private readonly SortedDictionary<string, List<double>> _metrics = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _epochTimes = [];

    internal History()
    {
    }

    /// <summary>The names of the metrics, in alphabetical order.</summary>
    public IReadOnlyCollection<string> Metrics => _metrics.Keys;

    /// <summary>The number of epochs.</summary>
    public int Epochs => EpochTimes.Count;

    /// <summary>How long each epoch took, its validation included.</summary>
    public IReadOnlyList<TimeSpan> EpochTimes => _epochTimes;

    /// <summary>The values of a metric, one for each epoch.</summary>
    /// <exception cref="KeyNotFoundException">There is no such metric.</exception>
    public IReadOnlyList<double> this[string metric]
        => _metrics.TryGetValue(metric, out List<double>? values)
            ? values
            : throw new KeyNotFoundException($"There is no metric '{metric}'. This history has: {string.Join(", ", _metrics.Keys)}.");

    internal void Add(string metric, double value)
    {
        if (!_metrics.TryGetValue(metric, out List<double>? values))
            _metrics.Add(metric, values = []);
        values.Add(value);
    }

    internal void EndEpoch(TimeSpan time) => _epochTimes.Add(time);
}
