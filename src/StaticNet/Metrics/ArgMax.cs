using System.Numerics.Tensors;

namespace StaticNet;

/// <summary>From scores to classes, as numpy's <c>argmax</c>.</summary>
public static class ArgMax
{
    /// <summary>The index of the highest score; of equal ones the first.</summary>
    /// <exception cref="ArgumentException">There is no score.</exception>
    public static int Of(ReadOnlySpan<float> scores)
        => scores.IsEmpty
            ? throw new ArgumentException("No scores came. Expected at least one.", nameof(scores))
            : TensorPrimitives.IndexOfMax(scores);

    /// <summary>The index of the highest score in each row.</summary>
    /// <param name="scores">Rows of scores, one behind the other.</param>
    /// <param name="classes">The length of a row.</param>
    /// <exception cref="ArgumentException">The scores are no whole number of rows.</exception>
    public static int[] OfRows(ReadOnlySpan<float> scores, int classes)
    {
        var best = new int[Guard.Samples(scores.Length, Guard.Positive(classes, nameof(classes)), nameof(scores))];
        for (int i = 0; i < best.Length; i++)
            best[i] = Of(scores.Slice(i * classes, classes));
        return best;
    }
}
