namespace StaticNet.Generators;

/// <summary>How generated code finds the inputs of a model: several lie in blocks, one behind the other, each with all samples.</summary>
internal static class InputCode
{
    /// <summary>Before a training step, of the batch as a whole.</summary>
    public static CallSite Batch(ModelPlan plan)
        => new(value => Address(plan, plan.Inputs.Single(input => input.Value.Id == value.Id), "step.Inputs", "step.Batch"), "step.Derived", "");

    /// <summary>Where an input begins.</summary>
    /// <param name="plan">The model.</param>
    /// <param name="input">The input.</param>
    /// <param name="inputs">The memory of all inputs.</param>
    /// <param name="samples">How many samples it has.</param>
    public static string Address(ModelPlan plan, InputPlan input, string inputs, string samples)
    {
        if (plan.Inputs.Count == 1)
            return inputs;
        string block = Operand.Block(inputs, input.Column, samples);
        return $"({input.Type}*){(block == inputs ? block : $"({block})")}";
    }
}
