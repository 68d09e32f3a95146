using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>Loss and accuracy of a batch, each summed over its samples.</summary>
/// <param name="loss">The sum of the samples' losses.</param>
/// <param name="correct">The sum of the samples' accuracies, each from 0 to 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LossTotals(double loss, double correct)
{
    /// <summary>The sum of the samples' losses.</summary>
    public double Loss { get; } = loss;

    /// <summary>The sum of the samples' accuracies, each from 0 to 1.</summary>
    public double Correct { get; } = correct;
}
