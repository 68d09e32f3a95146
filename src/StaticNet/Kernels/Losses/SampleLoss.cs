using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Kernels;

/// <summary>
/// Loss and accuracy of one sample. Kernels write one for each, so that their sum runs in the order of the samples however they were
/// shared out among threads.
/// </summary>
/// <param name="loss">The sample's loss.</param>
/// <param name="correct">Its accuracy, from 0 to 1.</param>
/// <remarks>Whole numbers of them fill a cache line, and the guards of memory.</remarks>
[StructLayout(LayoutKind.Sequential, Size = 32)]
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SampleLoss(double loss, double correct)
{
    /// <summary>The sample's loss.</summary>
    public double Loss { readonly get; internal set; } = loss;

    /// <summary>Its accuracy, from 0 to 1.</summary>
    public double Correct { readonly get; private set; } = correct;

    /// <summary>How much of it counts: 1, or of a sample of steps the part that no mask leaves out; of several samples the sum of theirs.</summary>
    public double Weight { readonly get; internal set; } = 1;

    /// <summary>Writes number by number in place: a whole one made elsewhere and copied would have to wait until all its numbers are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(double loss, double correct)
    {
        Loss = loss;
        Correct = correct;
        Weight = 1;
    }

    /// <summary>The accuracy of what counts; 0 where nothing does.</summary>
    internal readonly double Accuracy => Weight > 0 ? Correct / Weight : 0;

    /// <summary>The loss of what counts; 0 where nothing does.</summary>
    internal readonly double Mean => Weight > 0 ? Loss / Weight : 0;

    /// <summary>The sum of both.</summary>
    internal readonly SampleLoss Plus(SampleLoss other) => new(Loss + other.Loss, Correct + other.Correct) { Weight = Weight + other.Weight };

    /// <summary>The sum of the losses of a batch, whose mean is that of what counts, as if each sample had that.</summary>
    internal readonly SampleLoss OfBatch(long samples) => Weight == samples ? this : new(Mean * samples, Correct) { Weight = Weight };

    /// <summary>Of losses of rows those of samples, each the mean of its rows; they are written over the first of them.</summary>
    internal static Span<SampleLoss> OfSamples(Span<SampleLoss> rows, int each)
    {
        if (each == 1)
            return rows;
        for (int sample = 0; sample < rows.Length / each; sample++)
        {
            SampleLoss sum = default;
            foreach (SampleLoss row in rows.Slice(sample * each, each))
                sum = sum.Plus(row);
            rows[sample] = new SampleLoss(sum.Loss / each, sum.Correct / each) { Weight = sum.Weight / each };
        }

        return rows[..(rows.Length / each)];
    }
}
