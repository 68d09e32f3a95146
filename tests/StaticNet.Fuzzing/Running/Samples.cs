namespace StaticNet.Fuzzing;

/// <summary>Drawn samples and their targets.</summary>
internal sealed record Samples(int Count, double[] Inputs, double[] Targets)
{
    public static Samples Of(Stack stack, int count, Random random)
    {
        var inputs = new double[count * stack.InputSize];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = stack.Vocabulary > 0 ? (random.Chance(0.2) ? 0 : random.Next(stack.Vocabulary)) : (float)((2 * random.NextDouble()) - 1);

        // Now and then a step of zeros, which a mask leaves out.
        int width = stack.InputShape[^1];
        for (int row = 0; row < inputs.Length / width && stack.Layers.Any(layer => layer is MaskingLayer); row++)
        {
            if (random.Chance(0.3))
                inputs.AsSpan(row * width, width).Clear();
        }

        int outputs = stack.Head.OutputSize, classes = stack.Head.OutputShape[^1], rows = count * (outputs / classes);
        double[] targets = stack.Loss switch
        {
            null => [],
            Loss.SparseCategoricalCrossentropy => [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(classes))],
            Loss.BinaryCrossentropy => [.. Enumerable.Range(0, count * outputs).Select(_ => (double)random.Next(2))],
            Loss.CategoricalCrossentropy => [.. Enumerable.Range(0, rows).SelectMany(_ => OneHot(random.Next(classes)))],
            _ => [.. Enumerable.Range(0, count * outputs).Select(_ => (double)(float)((4 * random.NextDouble()) - 2))],
        };
        return new Samples(count, inputs, targets);

        IEnumerable<double> OneHot(int label) => Enumerable.Range(0, classes).Select(i => i == label ? 1.0 : 0.0);
    }

    /// <summary>The first of them.</summary>
    public Samples Take(int count)
        => new(count, Inputs[..(Inputs.Length / Count * count)], Targets[..(Targets.Length / Count * count)]);

    public TInput[] InputsAs<TInput>()
        where TInput : unmanaged
        => [.. Inputs.Select(value => typeof(TInput) == typeof(int) ? (TInput)(object)(int)value : (TInput)(object)(float)value)];

    public TTarget[] TargetsAs<TTarget>()
        where TTarget : unmanaged
        => [.. Targets.Select(value => typeof(TTarget) == typeof(int) ? (TTarget)(object)(int)value : (TTarget)(object)(float)value)];
}
