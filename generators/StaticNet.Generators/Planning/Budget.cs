namespace StaticNet.Generators;

/// <summary>
/// Whether a model fits into memory. The numbers are those of the plan, except that values of a sample are counted as if none shared its
/// place with another.
/// </summary>
internal static class Budget
{
    /// <summary>The first layer with which something becomes too large, what that is, and how large; null where all fits.</summary>
    public static (int Layer, string What, long Numbers)? Check(EquatableArray<int>? inputShape, IReadOnlyList<LayerNode> layers)
    {
        // Predictions that end with a named layer fuse less than those of the whole, and may take more than that.
        bool fits = Exceeds(inputShape, layers) is null;
        for (int count = 1; count <= layers.Count; count++)
        {
            if ((!fits || (layers[count - 1].IsNamed && count < layers.Count)) && Exceeds(inputShape, layers.Take(count)) is (string what, long numbers))
                return (count - 1, what, numbers);
        }

        return null;
    }

    private static (string What, long Numbers)? Exceeds(EquatableArray<int>? inputShape, IEnumerable<LayerNode> some)
    {
        EquatableArray<LayerNode> layers = new(some);
        var lowering = new Lowering(inputShape, deferred: []);
        foreach (LayerNode layer in layers)
            lowering.Add(layer);
        List<PlanStep> training = Fusion.Fuse(lowering.Steps, [lowering.Output], inference: false).Steps, inference = Fusion.Fuse(lowering.Steps, [lowering.Output], inference: true).Steps;
        (string What, long Numbers)[] needs =
        [
            ("the parameters", lowering.ParameterFloats),
            ("the transposed kernels", training.Sum(step => Layout.Align(step.DerivedFloats))),
            ("the gradients of shared weights", SharedWeights.Of(layers, training, lowering.Parameters, 0).Sum(shared => shared.BufferFloats)),
            ("the kernels of predictions", inference.Sum(step => Layout.Align(step.PreparedFloats))),
            ("the outputs and gradients of a sample", training.Sum(step => step.Output.Floats * (step.Output.HasGradient ? 2 : 1)) + SavedFloats(training)),
            ("the tokens of a sample that one table is read by", training.Where(step => step.ReadsTable is not null).GroupBy(step => step.ReadsTable).Select(readers => readers.Sum(step => step.Input.Floats)).DefaultIfEmpty().Max()),
            ("a block of gradients", training.Select(step => step.GradientBlock).DefaultIfEmpty().Max()),
        ];
        return needs.Where(need => need.Numbers > ModelChecker.MaxNumbers).Select(need => ((string, long)?)need).FirstOrDefault();
    }

    // What steps save and need beside their outputs, each counted once.
    private static long SavedFloats(List<PlanStep> steps)
    {
        var counted = new HashSet<int>(steps.Select(step => step.Output.Id));
        return steps.SelectMany(step => step.ForwardMethods.Concat(step.BackwardMethods))
            .SelectMany(method => method.Operands).OfType<ValueOperand>()
            .Where(operand => !operand.Value.IsInput && counted.Add(operand.Value.Id)).Sum(operand => operand.Value.Floats);
    }
}
