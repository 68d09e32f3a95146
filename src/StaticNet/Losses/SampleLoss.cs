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

    /// <summary>Of losses of rows those of samples, each the mean of its rows; they are written over the first of them.</summary>
    internal static Span<SampleLoss> OfSamples(Span<SampleLoss> rows, int each)
    {
        if (each == 1)
            return rows;
        for (int sample = 0; sample < rows.Length / each; sample++)
        {
            (double loss, double correct) = (0, 0);
            foreach (SampleLoss row in rows.Slice(sample * each, each))
                (loss, correct) = (loss + row.Loss, correct + row.Correct);
            rows[sample] = new SampleLoss(loss / each, correct / each);
        }

        return rows[..(rows.Length / each)];
    }
}
