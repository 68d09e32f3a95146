namespace StaticNet.Generators;

/// <summary>How generated code finds the inputs of a model: several lie in blocks, one behind the other, each with all samples.</summary>
internal static class InputCode
{
    /// <summary>Writes a local for each input that statements take.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="plan">The model.</param>
    /// <param name="locals">What the statements take.</param>
    /// <param name="inputs">The memory of all inputs.</param>
    /// <param name="samples">How many samples it has.</param>
    /// <param name="first">The sample to begin with; null for the first.</param>
    public static void WriteLocals(SourceWriter writer, ModelPlan plan, PlanLocals locals, string inputs, string samples, string? first)
    {
        foreach (InputPlan input in plan.Inputs.Where(input => locals.Takes(input.Value)))
        {
            string address = Address(plan, input, inputs, samples);
            if (first is not null)
                address += $" + ({Text.Literal(input.Value.Floats)} * {first})";
            if (address != input.Value.Name)
                writer.Line($"{input.Type}* {input.Value.Name} = {address};{(plan.Inputs.Count == 1 ? "" : $" // (rows, {string.Join(", ", input.Value.Shape.Select(size => Text.Number(size)))})")}");
        }
    }

    /// <summary>Before a training step, of the batch as a whole.</summary>
    public static CallSite Batch(ModelPlan plan)
        => new(value => Address(plan, plan.Inputs.Single(input => input.Value.Id == value.Id), "step.Inputs", "step.Batch"), "step.Derived", 0);

    private static string Address(ModelPlan plan, InputPlan input, string inputs, string samples)
    {
        if (plan.Inputs.Count == 1)
            return inputs;
        string block = Operand.Block(inputs, input.Value.Column, samples);
        return $"({input.Type}*){(block == inputs ? block : $"({block})")}";
    }
}
