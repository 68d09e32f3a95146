namespace StaticNet.Datasets;

/// <summary>Sequences of whole numbers, each with a label.</summary>
public sealed class LabelledSequences
{
    internal LabelledSequences(IReadOnlyList<int[]> sequences, int[] labels)
    {
        Sequences = sequences;
        Labels = labels;
    }

    /// <summary>The sequences, of different length.</summary>
    public IReadOnlyList<int[]> Sequences { get; }

    /// <summary>The label of each sequence.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>The number of sequences.</summary>
    public int Count => Sequences.Count;

    /// <summary>
    /// Brings all sequences to one length, as <see cref="Datasets.Sequences.PadSequences"/> does, and pairs them with their labels.
    /// </summary>
    /// <param name="maxLength">The length of all, at least 1; that of the longest if left out.</param>
    /// <param name="padding">Where a shorter sequence is padded; at its beginning by default.</param>
    /// <param name="truncating">Where a longer sequence is truncated; at its beginning by default, so that its end is kept.</param>
    /// <param name="value">What it is padded with; 0 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is less than 1, or a side is none of the enum's.</exception>
    public Dataset<int, int> Pad(
        int? maxLength = null, SequenceSide padding = SequenceSide.Pre, SequenceSide truncating = SequenceSide.Pre, int value = 0)
        => Dataset.From(Datasets.Sequences.PadSequences(Sequences, maxLength, padding, truncating, value), Labels);
}
