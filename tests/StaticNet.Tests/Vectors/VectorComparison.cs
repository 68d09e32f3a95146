using System.Globalization;

namespace StaticNet.Tests.Vectors;

/// <summary>Compares arrays with their records and fails once, with a line for each array that is off.</summary>
internal sealed class VectorComparison(string name)
{
    private readonly List<string> _failures = [];

    /// <summary>
    /// Each entry may differ by <paramref name="relative"/> of the largest expected magnitude, or by <paramref name="absolute"/>
    /// if that is more. The largest counts, because an entry near zero is a sum of terms that are not.
    /// </summary>
    public void Check(string what, ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, double relative, double absolute)
    {
        if (expected.Length != actual.Length)
        {
            _failures.Add($"{name}: {what} has {actual.Length} entries, expected {expected.Length}");
            return;
        }

        double largest = 0;
        foreach (float value in expected)
            largest = Math.Max(largest, Math.Abs(value));
        double bound = Math.Max(relative * largest, absolute);

        int wrong = 0;
        int worst = 0;
        double worstError = -1;
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs((double)actual[i] - expected[i]);
            // NaN is an error beyond all bounds.
            if (double.IsNaN(error))
                error = double.PositiveInfinity;
            if (error > bound)
                wrong++;
            if (error > worstError)
                (worst, worstError) = (i, error);
        }

        if (wrong > 0)
        {
            _failures.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {what}[{worst}]: expected {expected[worst]:R}, actual {actual[worst]:R}, error {worstError:E2} "
                + $"({worstError / largest:E2} of the largest magnitude), bound {bound:E2}; {wrong} of {expected.Length} entries are off"));
        }
    }

    /// <summary>As the other overload, for a single number.</summary>
    public void Check(string what, double expected, double actual, double relative, double absolute)
    {
        double error = Math.Abs(actual - expected);
        double bound = Math.Max(relative * Math.Abs(expected), absolute);
        if (!(error <= bound))
        {
            _failures.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {what}: expected {expected:R}, actual {actual:R}, error {error:E2} "
                + $"({error / Math.Abs(expected):E2} of it), bound {bound:E2}"));
        }
    }

    public void AssertAllClose() => Assert.True(_failures.Count == 0, string.Join('\n', _failures));
}
