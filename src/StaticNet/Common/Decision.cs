namespace StaticNet;

/// <summary>How outputs become classes, in predictions as in accuracies. Where there is a NaN no class can be told: that is -1.</summary>
internal static class Decision
{
    /// <summary>The index of the highest score; of equal ones the first.</summary>
    public static int Highest(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            // No number and NaN are in this order.
            if (scores[i] <= scores[best])
                continue;
            if (float.IsNaN(scores[i]))
                return -1;
            best = i;
        }

        return best;
    }

    /// <summary>1 where the probability is above one half, else 0.</summary>
    public static int YesOrNo(float probability) => probability > 0.5f ? 1 : probability <= 0.5f ? 0 : -1;
}
