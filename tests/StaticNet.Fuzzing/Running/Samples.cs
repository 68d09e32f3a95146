namespace StaticNet.Fuzzing;

/// <summary>Drawn samples and their targets.</summary>
/// <param name="Count">How many.</param>
/// <param name="Inputs">The samples.</param>
/// <param name="Targets">Their targets, those of all outputs one behind the other.</param>
/// <param name="AreTokens">For each number of a sample whether it is a token.</param>
/// <param name="AreLabels">For each number of a target whether it is a label.</param>
internal sealed record Samples(int Count, double[] Inputs, double[] Targets, bool[] AreTokens, bool[] AreLabels)
{
    public static Samples Of(Stack stack, int count, Random random)
    {
        var inputs = new double[count * stack.InputSize];
        int[] vocabularies = [.. stack.Inputs.SelectMany(input => Enumerable.Repeat(input.Vocabulary, input.Size))];
        for (int i = 0; i < inputs.Length; i++)
        {
            int vocabulary = vocabularies[i % vocabularies.Length];
            inputs[i] = vocabulary > 0 ? (random.Chance(0.2) ? 0 : random.Next(vocabulary)) : (float)((2 * random.NextDouble()) - 1);
        }

        // Now and then a step of zeros, which a mask leaves out.
        if (stack.Layers.Any(layer => layer is MaskingLayer))
        {
            int start = 0;
            foreach (StackInput input in Enumerable.Repeat(stack.Inputs, count).SelectMany(all => all))
            {
                for (int row = 0; row < input.Size; row += input.Shape[^1])
                {
                    if (random.Chance(0.3))
                        inputs.AsSpan(start + row, input.Shape[^1]).Clear();
                }

                start += input.Size;
            }
        }

        return new Samples(
            count, inputs, [.. Enumerable.Range(0, stack.Outputs[0].Loss is null ? 0 : count).SelectMany(_ => stack.Outputs.SelectMany(output => Target(stack, output, random)))],
            [.. vocabularies.Select(vocabulary => vocabulary > 0)], [.. stack.Outputs.SelectMany(output => Target(stack, output, random).Select(_ => output.TakesLabels))]);
    }

    private static IEnumerable<double> Target(Stack stack, StackOutput output, Random random)
    {
        int size = stack.Layers[output.Layer].OutputSize, classes = stack.Layers[output.Layer].OutputShape[^1];
        return output.Loss switch
        {
            null => [],
            Loss.SparseCategoricalCrossentropy => Enumerable.Range(0, size / classes).Select(_ => (double)random.Next(classes)),
            Loss.BinaryCrossentropy => Enumerable.Range(0, size).Select(_ => (double)random.Next(2)),
            Loss.CategoricalCrossentropy => Enumerable.Range(0, size / classes).SelectMany(_ => OneHot(random.Next(classes))),
            _ => Enumerable.Range(0, size).Select(_ => (double)(float)((4 * random.NextDouble()) - 2)),
        };

        IEnumerable<double> OneHot(int label) => Enumerable.Range(0, classes).Select(i => i == label ? 1.0 : 0.0);
    }

    /// <summary>The first of them.</summary>
    public Samples Take(int count)
        => new(count, Inputs[..(Inputs.Length / Count * count)], Targets[..(Targets.Length / Count * count)], AreTokens, AreLabels);

    public TInput[] InputsAs<TInput>()
        where TInput : unmanaged
        => [.. Inputs.Select((value, i) => typeof(TInput) == typeof(Mixed) ? (TInput)(object)(AreTokens[i % AreTokens.Length] ? (Mixed)(int)value : (float)value)
            : typeof(TInput) == typeof(int) ? (TInput)(object)(int)value : (TInput)(object)(float)value)];

    public TTarget[] TargetsAs<TTarget>()
        where TTarget : unmanaged
        => [.. Targets.Select((value, i) => typeof(TTarget) == typeof(Mixed) ? (TTarget)(object)(AreLabels[i % AreLabels.Length] ? (Mixed)(int)value : (float)value)
            : typeof(TTarget) == typeof(int) ? (TTarget)(object)(int)value : (TTarget)(object)(float)value)];
}
