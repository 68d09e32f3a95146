using StaticNet.Kernels;

namespace StaticNet;

/// <summary>
/// The losses of samples and what was right of them, added up for each output of a model, and the metrics that they come to: <c>loss</c> and
/// <c>accuracy</c>; with several outputs <c>loss</c>, their weighted sum, and by the name of each <c>urgent_loss</c> and <c>urgent_accuracy</c>.
/// </summary>
internal sealed class Totals
{
    private readonly int[] _rows;
    private readonly double[] _weights;
    private readonly bool _hasAccuracy;
    private readonly SampleLoss[] _sums;
    private readonly Metric[] _metrics;
    private readonly double[] _values;

    public Totals(IReadOnlyList<OutputInfo> outputs)
    {
        _rows = [.. outputs.Select(output => output.Rows)];
        _weights = [.. outputs.Select(output => output.Weight)];
        _hasAccuracy = outputs.Count == 1 && outputs[0].HasAccuracy;
        _sums = new SampleLoss[outputs.Count];
        _metrics = [.. MetricsOf(outputs).OrderBy(metric => metric.Name, StringComparer.Ordinal)];
        _values = new double[_metrics.Length];
        Names = Array.ConvertAll(_metrics, metric => metric.Name);
    }

    /// <summary>The names of the metrics, in ordinal order.</summary>
    public string[] Names { get; }

    /// <summary>The loss of all samples: the sum of those of the outputs, each by its weight.</summary>
    public double Loss
    {
        get
        {
            double loss = 0;
            for (int i = 0; i < _sums.Length; i++)
                loss += _weights[i] * _sums[i].Loss;
            return loss;
        }
    }

    /// <summary>The accuracy of what counts; null where there are several outputs, or a loss that is not one of classes.</summary>
    public double? Accuracy => _hasAccuracy ? _sums[0].Accuracy : null;

    /// <summary>The sum of each output.</summary>
    public ReadOnlySpan<SampleLoss> Sums => _sums;

    /// <summary>Makes all sums 0.</summary>
    public void Clear() => Array.Clear(_sums);

    /// <summary>Adds other sums.</summary>
    public void Add(ReadOnlySpan<SampleLoss> sums)
    {
        for (int i = 0; i < _sums.Length; i++)
            _sums[i] = _sums[i].Plus(sums[i]);
    }

    /// <summary>Adds the losses of samples, a block of rows for each output.</summary>
    /// <param name="losses">The losses, which are written over.</param>
    /// <param name="samples">How many samples they are of.</param>
    public void AddRows(Span<SampleLoss> losses, int samples) => AddRows(losses, samples, _rows, _sums);

    /// <summary>Adds the losses of samples, a block of rows for each output, to sums.</summary>
    /// <param name="losses">The losses, which are written over.</param>
    /// <param name="samples">How many samples they are of.</param>
    /// <param name="rowsOfOutputs">How many losses each output has for a sample.</param>
    /// <param name="sums">The sums.</param>
    public static void AddRows(Span<SampleLoss> losses, int samples, ReadOnlySpan<int> rowsOfOutputs, Span<SampleLoss> sums)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            int rows = rowsOfOutputs[i] * samples;
            foreach (SampleLoss each in SampleLoss.OfSamples(losses[..rows], rowsOfOutputs[i]))
                sums[i] = sums[i].Plus(each);
            losses = losses[rows..];
        }
    }

    /// <summary>Makes of the sums those of a batch, whose mean is that of what counts, as if each sample had that.</summary>
    public void EndBatch(long samples)
    {
        for (int i = 0; i < _sums.Length; i++)
            _sums[i] = _sums[i].OfBatch(samples);
    }

    /// <summary>The value of each metric, a mean over samples; it lasts until the next call.</summary>
    public ReadOnlySpan<double> Means(long samples)
    {
        for (int i = 0; i < _metrics.Length; i++)
        {
            Metric metric = _metrics[i];
            _values[i] = metric.Output < 0 ? Loss / samples : metric.IsAccuracy ? _sums[metric.Output].Accuracy : _sums[metric.Output].Loss / samples;
        }

        return _values;
    }

    private static IEnumerable<Metric> MetricsOf(IReadOnlyList<OutputInfo> outputs)
    {
        yield return new Metric("loss", -1, false);
        for (int i = 0; i < outputs.Count; i++)
        {
            string prefix = outputs.Count == 1 ? "" : outputs[i].Name + "_";
            if (outputs.Count > 1)
                yield return new Metric(prefix + "loss", i, false);
            if (outputs[i].HasAccuracy)
                yield return new Metric(prefix + "accuracy", i, true);
        }
    }

    private sealed record Metric(string Name, int Output, bool IsAccuracy);
}
