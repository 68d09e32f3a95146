using static System.FormattableString;

namespace StaticNet.Datasets;

/// <summary>Brings sequences of different length to one length.</summary>
/// <example>
/// <code>
/// int[] rows = Sequences.PadSequences([[1, 2, 3], [4, 5]], 4);      // 0 1 2 3, 0 0 4 5
/// </code>
/// </example>
public static class Sequences
{
    /// <summary>
    /// Puts sequences one behind the other, each brought to the same length: Keras' <c>pad_sequences</c>, with its defaults. The result is
    /// what <see cref="Dataset.From(Rows{int}, Labels)"/> takes as inputs.
    /// </summary>
    /// <param name="sequences">The sequences; one without values becomes padding all over.</param>
    /// <param name="maxLength">The length of all, at least 1; that of the longest if left out.</param>
    /// <param name="padding">Where a shorter sequence is padded; at its beginning by default.</param>
    /// <param name="truncating">Where a longer sequence is truncated; at its beginning by default, so that its end is kept.</param>
    /// <param name="value">What it is padded with; 0 by default.</param>
    /// <returns>As many rows as there are sequences.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is less than 1, or a side is none of the enum's.</exception>
    /// <exception cref="ArgumentException">
    /// A sequence is null, none has a value and no length is given, or all together do not fit into an array.
    /// </exception>
    public static int[] PadSequences(
        IReadOnlyList<int[]> sequences, int? maxLength = null, SequenceSide padding = SequenceSide.Pre,
        SequenceSide truncating = SequenceSide.Pre, int value = 0)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        Option.Defined(padding, nameof(padding));
        Option.Defined(truncating, nameof(truncating));
        int longest = 0;
        for (int i = 0; i < sequences.Count; i++)
        {
            if (sequences[i] is null)
                throw new ArgumentException(Invariant($"Sequence {i} is null. Expected numbers."), nameof(sequences));
            longest = Math.Max(longest, sequences[i].Length);
        }

        int length = maxLength ?? longest;
        if (maxLength < 1)
            throw new ArgumentOutOfRangeException(nameof(maxLength), maxLength, Invariant($"maxLength is {maxLength}. Expected at least 1."));
        if (length == 0 && sequences.Count > 0)
        {
            throw new ArgumentException(
                Invariant($"{sequences.Count} sequences came, all without a value. Say by {nameof(maxLength)} how long their rows shall be."),
                nameof(sequences));
        }

        int[] rows = Allocate<int>(sequences.Count, length);
        for (int i = 0; i < sequences.Count; i++)
            PadSequence(sequences[i], rows.AsSpan(i * length, length), padding, truncating, value);
        return rows;
    }

    /// <summary>Brings one sequence to the length of a row, as <see cref="PadSequences"/> does.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="row">Where it goes; all of it is written.</param>
    /// <param name="padding">Where a shorter sequence is padded; at its beginning by default.</param>
    /// <param name="truncating">Where a longer sequence is truncated; at its beginning by default, so that its end is kept.</param>
    /// <param name="value">What it is padded with; 0 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is none of the enum's.</exception>
    public static void PadSequence(
        ReadOnlySpan<int> sequence, Span<int> row, SequenceSide padding = SequenceSide.Pre, SequenceSide truncating = SequenceSide.Pre,
        int value = 0)
    {
        Option.Defined(padding, nameof(padding));
        Option.Defined(truncating, nameof(truncating));
        if (sequence.Length > row.Length)
            sequence = truncating == SequenceSide.Pre ? sequence[^row.Length..] : sequence[..row.Length];
        int gap = row.Length - sequence.Length;
        sequence.CopyTo(padding == SequenceSide.Pre ? row[gap..] : row);
        (padding == SequenceSide.Pre ? row[..gap] : row[sequence.Length..]).Fill(value);
    }

    /// <summary>An array for rows, or an error that says what to do.</summary>
    /// <exception cref="ArgumentException">An array cannot be that long.</exception>
    internal static T[] Allocate<T>(int count, int length)
        => (long)count * length <= Array.MaxLength ? new T[count * length]
            : throw new ArgumentException(
                Invariant($"{count} rows of {length} numbers do not fit into an array of at most {Array.MaxLength}. Take shorter rows or fewer of them."),
                nameof(length));
}
