namespace StaticNet;

/// <summary>
/// The metrics of each epoch, by Keras' names: <c>loss</c>, <c>accuracy</c> where the loss has one, and the same with <c>val_</c>
/// before them where there is validation data.
/// </summary>
public sealed class History
{
    private readonly SortedDictionary<string, (List<double> Values, IReadOnlyList<double> View)> _metrics = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _epochTimes = [];

    internal History() => EpochTimes = _epochTimes.AsReadOnly();

    /// <summary>The names of the metrics, in alphabetical order.</summary>
    public IReadOnlyCollection<string> Metrics => _metrics.Keys;

    /// <summary>The number of epochs.</summary>
    public int Epochs => EpochTimes.Count;

    /// <summary>How long each epoch took, its validation included.</summary>
    public IReadOnlyList<TimeSpan> EpochTimes { get; }

    /// <summary>The values of a metric, one for each epoch.</summary>
    /// <exception cref="KeyNotFoundException">There is no such metric.</exception>
    public IReadOnlyList<double> this[string metric]
        => _metrics.TryGetValue(metric, out (List<double> Values, IReadOnlyList<double> View) found)
            ? found.View
            : throw new KeyNotFoundException(
                $"There is no metric '{metric}'. {(Epochs == 0 ? "No epoch was finished" : $"This history has: {string.Join(", ", _metrics.Keys)}")}.");

    internal void Add(string metric, double value)
    {
        if (!_metrics.TryGetValue(metric, out (List<double> Values, IReadOnlyList<double> View) found))
        {
            List<double> values = [];
            _metrics.Add(metric, found = (values, values.AsReadOnly()));
        }

        found.Values.Add(value);
    }

    /// <summary>All values by metric.</summary>
    internal Dictionary<string, double[]> ToDictionary() => _metrics.ToDictionary(metric => metric.Key, metric => metric.Value.Values.ToArray());

    internal void EndEpoch(TimeSpan time) => _epochTimes.Add(time);
}
