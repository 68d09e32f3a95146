namespace StaticNet.Generators;

/// <summary>
/// Adds up the gradients by a value that several steps take. The last of them, which comes first in the backward pass, writes the gradient;
/// the others add to it in the order of the backward pass, whatever the number of threads. A value that one step takes costs nothing.
/// </summary>
internal static class GradientSums
{
    /// <summary>
    /// Takes the gradient away from values that no weights lie before. Some of them have rows of whole vectors, as values with a gradient do, but nothing has
    /// to be passed back through them.
    /// </summary>
    public static List<PlanStep> Needed(IEnumerable<PlanStep> steps)
    {
        var idle = new HashSet<int>();
        var needed = new List<PlanStep>();
        foreach (PlanStep before in steps)
        {
            PlanStep step = before.WithInputs(value => idle.Contains(value.Id) ? value with { HasGradient = false } : value);
            if (step.Output.HasGradient && step.Update is null && !step.Inputs.Any(value => value.HasGradient))
            {
                idle.Add(step.Output.Id);
                step = step with { Output = step.Output with { HasGradient = false } };
            }

            needed.Add(step);
        }

        return needed;
    }

    /// <summary>Decides whether a step writes the gradients by its inputs, adds to them, or writes parts that are added behind it.</summary>
    /// <param name="steps">The steps of a training, in order.</param>
    /// <param name="heads">The values whose gradients the losses write before all steps.</param>
    /// <param name="lowering">What adds values to the plan.</param>
    public static List<PlanStep> Arrange(IReadOnlyList<PlanStep> steps, IEnumerable<Value> heads, Lowering lowering)
    {
        var written = new HashSet<int>(heads.Select(head => head.Id));
        var arranged = new List<PlanStep>();
        foreach (PlanStep step in steps.Reverse())
        {
            Value[] inputs = [.. step.Inputs];
            var partial = new Value?[inputs.Length];
            bool adds = false;
            for (int i = 0; i < inputs.Length && step.Backward is not null; i++)
            {
                if (!inputs[i].HasGradient || written.Add(inputs[i].Id))
                    continue;
                if (step.CanAddGradient && inputs.Length == 1)
                    adds = true;
                else
                    partial[i] = lowering.AddPartialGradient(inputs[i], $"{step.Identifier}PartialGradient{(inputs.Length == 1 ? "" : i + 1)}");
            }

            arranged.Insert(0, partial.Any(value => value is not null) ? step with { PartialGradients = new(partial), AddsGradient = adds } : step with { AddsGradient = adds });
        }

        return arranged;
    }

    /// <summary>The calls that add the parts of gradients that a step has written to those of other steps.</summary>
    public static IEnumerable<KernelCall> Of(PlanStep step)
    {
        int input = 0;
        foreach (Value value in step.Inputs)
        {
            Value? partial = input < step.PartialGradients.Count ? step.PartialGradients[input] : null;
            if (partial is not null)
            {
                yield return new KernelCall(
                    "GradientKernels.Add", default,
                    new([new ValueOperand(value, "gradient", IsGradient: true), new ValueOperand(partial, "part"), new SamplesOperand(SampleRange.Current, value.Floats)]));
            }

            input++;
        }
    }
}
