namespace StaticNet.Generators;

/// <summary>Writes the constants that name every place: those of parameters, of values and of what is derived from weights.</summary>
internal static class PlacesEmitter
{
    /// <summary>Writes all of a model.</summary>
    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        writer.Line();
        writer.Line("// ── where everything lies in memory ──");
        writer.Constants("Where each parameter begins in the buffer of parameters, and its gradient in that of gradients.", "At", Parameters(plan));
        writer.Constants("What lies before each input, output, target and loss: so many numbers for each sample.", "Columns", Columns(plan));
        writer.Constants(
            "Where values lie in the work space of a training step, in floats for each sample of the batch. Values that are not needed at the same time share a place.", "Values",
            Values(plan.Training, plan.Steps, plan));
        writer.Constants("Where the scratch of layers lies in the memory that each thread has of its own.", "Scratch", Values(plan.Scratch, plan.Steps, plan));
        writer.Constants("Where everything lies that a training derives from the weights.", "Derived", Derived(plan));
        WriteWork(writer, plan);
    }

    /// <summary>Writes what a prediction needs.</summary>
    public static void WriteWork(SourceWriter writer, ModelPlan plan)
    {
        writer.Constants(
            $"Where values lie in the work space of a prediction, for up to {plan.InferenceRows} samples. Values that are not needed at the same time share a place.", "Work",
            Values(plan.Inference, plan.InferenceSteps, plan));
        writer.Constants("Where layers keep what later steps of the sequence need.", "Kept", Values(plan.Kept, plan.InferenceSteps, plan));

        // One step at a time reads what whole sequences do.
        if (plan.Window == 0)
            writer.Constants("Where everything lies that predictions derive from the weights.", "Prepared", Prepared(plan));
    }

    /// <summary>The name of the constant for what a step derives from its weights for predictions.</summary>
    public static string PreparedBy(PlanStep step) => step.Identifier + "Weights";

    private static IEnumerable<NamedOffset> Parameters(ModelPlan plan)
    {
        foreach (ParameterPlan parameter in plan.Parameters)
        {
            bool hasGaps = parameter.Shape.Count > parameter.RowAxes && parameter.Stride != parameter.Width;
            string layout = parameter.PanelRows > 0 && parameter.Columns > Layout.Vector ? $", in panels of {Layout.Vector} columns"
                : hasGaps ? $", rows {parameter.Stride} apart" : "";
            yield return new(parameter.Property, parameter.Offset, Text.Shape(parameter.Shape) + layout);
        }
    }

    private static IEnumerable<NamedOffset> Columns(ModelPlan plan)
        => plan.Inputs.Select(input => input.Column).Concat(plan.Heads.Select(head => head.Column))
            .Concat(plan.IsTrainable ? plan.Heads.SelectMany(head => new[] { head.TargetColumn, head.LossColumn }) : [])
            .Where(column => column.At > 0).Select(column => new NamedOffset(column.Name, column.At));

    private static IEnumerable<NamedOffset> Values(BufferPlan buffer, IEnumerable<PlanStep> steps, ModelPlan plan)
    {
        Dictionary<int, Value> values = ValuesOf(steps, plan);
        return buffer.Places.Select(place =>
        {
            // Scratch holds nothing that a debugger should show.
            Value value = values[place.Value];
            string name = PlanLocals.Constant(value, place.IsGradient);
            return value.IsScratch ? new NamedOffset(name, place.Offset, PlanLocals.Shape(value, "")) : new NamedOffset(name, place.Offset, Attribute: Shape(value));
        });
    }

    private static string Shape(Value value)
    {
        string sizes = string.Join(", ", value.Shape.Select(size => Text.Literal(size))), gaps = value.Width == value.Stride ? "" : $", Stride = {Text.Literal(value.Stride)}";
        return $"Shape({sizes}{gaps}{(value.IsBytes ? ", IsBytes = true" : "")})";
    }

    /// <summary>All values that steps take and make, as those know them that make them: others may see them in another shape.</summary>
    public static Dictionary<int, Value> ValuesOf(IEnumerable<PlanStep> steps, ModelPlan plan)
        => steps.SelectMany(step => Statements(step).SelectMany(statement => statement.Operands).OfType<ValueOperand>().Select(operand => operand.Value).Prepend(step.Output))
            .Concat(plan.Inputs.Select(input => input.Value)).Concat(plan.Heads.SelectMany(head => new[] { head.Value, head.Inferred }))
            .GroupBy(value => value.Id).ToDictionary(value => value.Key, value => value.First());

    private static IEnumerable<NamedOffset> Derived(ModelPlan plan)
        => plan.Steps.SelectMany(step => Statements(step)).Concat(plan.Phases.Select(phase => phase.Reduce).OfType<Method>())
            .SelectMany(statement => statement.Operands).OfType<DerivedOperand>()
            .Concat(plan.Shared.SelectMany(shared => shared.Buffers))
            .Distinct().OrderBy(operand => operand.Offset).Select(operand => new NamedOffset(operand.Name, operand.Offset));

    private static IEnumerable<NamedOffset> Prepared(ModelPlan plan)
    {
        long offset = 0;
        foreach (PlanStep step in plan.InferenceSteps.Where(step => step.PreparedFloats > 0))
        {
            yield return new(PreparedBy(step), offset);
            offset += Layout.Align(step.PreparedFloats);
        }
    }

    private static IEnumerable<Statement> Statements(PlanStep step)
        => step.Derive.Concat<Statement>(step.ForwardMethods).Concat(step.BackwardMethods).Concat(step.Update is { } update ? [update] : []).Concat(step.InferenceMethods)
            .Concat(GradientSums.Of(step));
}
