using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// Loss and accuracy of one sample. Kernels write one for each, so that their sum runs in the order of the samples however they were
/// shared out among threads.
/// </summary>
/// <param name="loss">The sample's loss.</param>
/// <param name="correct">Its accuracy, from 0 to 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SampleLoss(double loss, double correct)
{
    /// <summary>The sample's loss.</summary>
    public double Loss { get; } = loss;

    /// <summary>Its accuracy, from 0 to 1.</summary>
    public double Correct { get; } = correct;
}
