namespace StaticNet.Generators;

/// <summary>
/// Adds up the gradients by a value that several steps take. The last of them, which is the first on the way back, writes the gradient; the
/// others add to it in the order of the way back, whatever the number of threads. A value that one step takes costs nothing.
/// </summary>
internal static class GradientSums
{
    /// <summary>
    /// The steps, told which values no weights lie before: some give whole vectors all the same, as values with a gradient do, but what takes them need not
    /// pass one on.
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

    /// <summary>The steps, told where each puts its part of a gradient.</summary>
    /// <param name="steps">The steps of a training, in order.</param>
    /// <param name="heads">The values whose gradients the losses write before all steps.</param>
    /// <param name="lowering">What makes room.</param>
    public static List<PlanStep> Arrange(IReadOnlyList<PlanStep> steps, IEnumerable<Value> heads, Lowering lowering)
    {
        var written = new HashSet<int>(heads.Select(head => head.Id));
        var arranged = new List<PlanStep>();
        foreach (PlanStep step in steps.Reverse())
        {
            Value[] inputs = [.. step.Inputs];
            var rooms = new Value?[inputs.Length];
            bool adds = false;
            for (int i = 0; i < inputs.Length && step.Backward is not null; i++)
            {
                if (!inputs[i].HasGradient || written.Add(inputs[i].Id))
                    continue;
                if (step.CanAddGradient && inputs.Length == 1)
                    adds = true;
                else
                    rooms[i] = lowering.AddPartOfGradient(inputs[i], $"{step.Identifier}PartOfGradient{(inputs.Length == 1 ? "" : i + 1)}");
            }

            arranged.Insert(0, rooms.Any(room => room is not null) ? step with { GradientRooms = new(rooms), AddsGradient = adds } : step with { AddsGradient = adds });
        }

        return arranged;
    }

    /// <summary>What adds a step's parts of gradients to what is there.</summary>
    public static IEnumerable<KernelCall> Of(PlanStep step)
    {
        int input = 0;
        foreach (Value value in step.Inputs)
        {
            Value? room = input < step.GradientRooms.Count ? step.GradientRooms[input] : null;
            if (room is not null)
            {
                yield return new KernelCall(
                    "GradientKernels.Add", default,
                    new([new ValueOperand(value, "gradient", IsGradient: true), new ValueOperand(room, "part"), new SamplesOperand(Samples.Rows, value.Floats)]));
            }

            input++;
        }
    }
}
