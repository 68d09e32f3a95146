using System.Collections.ObjectModel;
using static System.FormattableString;

namespace StaticNet;

/// <summary>How well a model does on data.</summary>
public sealed class Evaluation
{
    internal Evaluation(Totals totals, long samples)
    {
        Loss = totals.Loss / samples;
        Accuracy = totals.Accuracy;
        ReadOnlySpan<double> means = totals.Means(samples);
        var metrics = new OrderedDictionary<string, double>(totals.Names.Length);
        for (int i = 0; i < means.Length; i++)
            metrics.Add(totals.Names[i], means[i]);
        Metrics = new ReadOnlyDictionary<string, double>(metrics);
    }

    /// <summary>The mean loss, of all samples, or of all steps that no mask leaves out; of a model with several outputs the sum of their losses, each by its weight.</summary>
    public double Loss { get; }

    /// <summary>
    /// The part of the samples, or steps, whose class was found (of the outputs, for <see cref="StaticNet.Loss.BinaryCrossentropy"/>); null where
    /// the loss is not one of classes, and of a model with several outputs, whose accuracies <see cref="Metrics"/> has.
    /// </summary>
    public double? Accuracy { get; }

    /// <summary>
    /// All by Keras' names, in alphabetical order: <c>loss</c> and <c>accuracy</c>; of a model with several outputs <c>loss</c>, and
    /// <c>urgent_loss</c> and <c>urgent_accuracy</c> of each, here of <c>urgent</c>.
    /// </summary>
    public IReadOnlyDictionary<string, double> Metrics { get; }

    /// <summary>As the progress of a training shows them: <c>accuracy: 0.9833 - loss: 0.0612</c>.</summary>
    public override string ToString() => string.Join(" - ", Metrics.Select(metric => Invariant($"{metric.Key}: {metric.Value:F4}")));
}
