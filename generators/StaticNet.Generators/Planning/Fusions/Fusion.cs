namespace StaticNet.Generators;

/// <summary>Lets steps do the work of others, where both together are cheaper.</summary>
internal static class Fusion
{
    /// <summary>The steps of a training or of a prediction, after fusion.</summary>
    /// <param name="steps">The steps, each behind those whose values it takes.</param>
    /// <param name="outputs">The values that are asked for.</param>
    /// <param name="inference">Whether they are a prediction's.</param>
    /// <returns>The steps, and what stands for the outputs after fusion.</returns>
    public static (List<PlanStep> Steps, Value[] Outputs) Fuse(IEnumerable<PlanStep> steps, IReadOnlyCollection<Value> outputs, bool inference)
    {
        var actual = new Dictionary<int, Value>();
        var left = new List<(PlanStep Written, PlanStep Step)>();
        foreach (PlanStep written in Needed(steps, outputs))
        {
            PlanStep step = written.WithInputs(value => Resolve(value, actual));
            if (inference && step.TrainingOnly)
                actual[step.Output.Id] = step.Input;
            else
                left.Add((written, step));
        }

        Dictionary<int, int> uses = Uses(left.Select(pair => pair.Step), outputs.Select(output => Resolve(output, actual)));
        List<PlanStep> fused = FusePairs(left, actual, uses, inference);
        Value[] resolved = [.. outputs.Select(output => Resolve(Resolve(output, actual), fused))];
        return (FuseIntoReaders(fused, resolved, inference), resolved);
    }

    // A value as it is after fusion: another may stand in for it, and it may have got an activation; its shape stays.
    private static Value Resolve(Value value, IEnumerable<PlanStep> fused)
        => fused.FirstOrDefault(step => step.Output.Id == value.Id) is { } step ? InPlaceOf(value, step.Output) : value;

    // Leaves out the steps that no output depends on, as where a prediction ends with an inner layer.
    private static Stack<PlanStep> Needed(IEnumerable<PlanStep> steps, IEnumerable<Value> outputs)
    {
        var wanted = new HashSet<int>(outputs.Select(output => output.Id));
        var needed = new Stack<PlanStep>();
        foreach (PlanStep step in steps.Reverse().Where(step => wanted.Contains(step.Output.Id)))
        {
            wanted.UnionWith(step.Inputs.Select(value => value.Id));
            needed.Push(step);
        }

        return needed;
    }

    // How many take a value, as it is or in another shape.
    private static Dictionary<int, int> Uses(IEnumerable<PlanStep> steps, IEnumerable<Value> outputs)
        => steps.SelectMany(step => step.Inputs).Concat(outputs).GroupBy(value => value.Id).ToDictionary(uses => uses.Key, uses => uses.Count());

    // A step whose output one other step alone takes can be fused with that.
    private static List<PlanStep> FusePairs(
        List<(PlanStep Written, PlanStep Step)> steps, Dictionary<int, Value> actual, Dictionary<int, int> uses, bool inference)
    {
        var fused = new List<PlanStep>();
        foreach ((PlanStep written, PlanStep unfused) in steps)
        {
            PlanStep step = unfused.WithInputs(value => Resolve(value, actual));

            // A view of a value in another shape is another matter. What a prediction fuses because it leaves a step out must have a method of
            // its own: that of training does without.
            int before = fused.FindIndex(other => other.Output == step.Input);
            if (before >= 0 && uses[unfused.Input.Id] == 1 && FusionRules.Fuse(fused[before], step, inference) is { } both
                && (written.Input.Id == unfused.Input.Id || both.Infer.Name != fused[before].Forward.Name))
            {
                // At the place of the later step, where all inputs of both are there.
                PlanStep first = fused[before];
                fused.RemoveAt(before);
                fused.Add(both with { Fused = Layers(first, step) });
                actual[step.Output.Id] = both.Output;
            }
            else
            {
                fused.Add(step);
            }
        }

        return fused;
    }

    // A step is left out where all that take its output can do its work themselves.
    private static List<PlanStep> FuseIntoReaders(List<PlanStep> steps, Value[] outputs, bool inference)
    {
        foreach (PlanStep step in steps.ToArray())
        {
            PlanStep[] readers = [.. steps.Where(reader => reader.Inputs.Any(value => value.Id == step.Output.Id))];
            var instead = readers.ToDictionary(reader => reader, reader => FusionRules.FuseInto(step, reader, inference));
            if (readers.Length == 0 || outputs.Any(output => output.Id == step.Output.Id) || instead.ContainsValue(null))
                continue;
            steps = [.. steps.Where(other => other != step).Select(other => instead.TryGetValue(other, out PlanStep? own) ? own! with { Fused = Layers(step, other) } : other)];
        }

        return steps;
    }

    private static EquatableArray<LayerSpec> Layers(PlanStep step, PlanStep next) => new(step.Layers.Concat(next.Layers).Distinct());

    private static Value Resolve(Value value, Dictionary<int, Value> actual)
        => actual.TryGetValue(value.Id, out Value? other) ? InPlaceOf(value, other) : value;

    private static Value InPlaceOf(Value value, Value other)
        => other with { Shape = value.Shape, Stride = value.Stride };
}
