namespace StaticNet.Tests;

/// <summary>Made-up data that the test models can learn.</summary>
internal static class TestData
{
    /// <summary>Three classes, told by which of three sums is largest.</summary>
    public static Dataset<float, int> Classes(int count, int seed = 1)
    {
        var random = new Random(seed);
        float[] inputs = [.. Enumerable.Range(0, count * 5).Select(_ => (random.NextSingle() * 2) - 1)];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => ArgMax.Of([inputs[i * 5] + inputs[(i * 5) + 3], inputs[(i * 5) + 1], inputs[(i * 5) + 2] - inputs[(i * 5) + 4]]))];
        return Dataset.From(inputs, labels);
    }

    /// <summary>The weights of a model, bit by bit.</summary>
    public static int[] Bits(Model model)
        => [.. model.Parameters.SelectMany(parameter =>
        {
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            return values.Select(BitConverter.SingleToInt32Bits);
        })];
}
