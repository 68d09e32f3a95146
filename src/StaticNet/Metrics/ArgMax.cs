using static System.FormattableString;

namespace StaticNet;

/// <summary>From scores to classes, as numpy's <c>argmax</c>.</summary>
/// <example>
/// <code>
/// float[] probabilities = [0.1f, 0.7f, 0.2f];
/// int best = ArgMax.Of(probabilities);                        // 1
/// int[] each = ArgMax.OfRows([0.9f, 0.1f, 0.2f, 0.8f], 2);    // 0, 1
/// </code>
/// </example>
public static class ArgMax
{
    /// <summary>The index of the highest score; of equal ones the first.</summary>
    /// <exception cref="ArgumentException">There is no score, or one is NaN.</exception>
    public static int Of(ReadOnlySpan<float> scores)
        => scores.IsEmpty ? throw new ArgumentException("No scores came. Expected at least one.", nameof(scores))
            : Decision.Highest(scores) is >= 0 and int best ? best
            : throw new ArgumentException(Invariant($"The score at place {Guard.FirstNaN(scores)} is NaN. Expected numbers."), nameof(scores));

    /// <summary>The index of the highest score in each row; of equal ones the first.</summary>
    /// <param name="scores">Rows of scores, one behind the other.</param>
    /// <param name="classes">The length of a row.</param>
    /// <exception cref="ArgumentException">The scores are no whole number of rows, or one is NaN.</exception>
    public static int[] OfRows(ReadOnlySpan<float> scores, int classes)
    {
        var best = new int[Guard.Samples(scores.Length, Guard.Positive(classes, nameof(classes)), nameof(scores))];
        for (int i = 0; i < best.Length; i++)
        {
            ReadOnlySpan<float> row = scores.Slice(i * classes, classes);
            best[i] = Decision.Highest(row);
            if (best[i] < 0)
                throw new ArgumentException(Invariant($"The score at place {Guard.FirstNaN(row)} of row {i} is NaN. Expected numbers."), nameof(scores));
        }

        return best;
    }
}
