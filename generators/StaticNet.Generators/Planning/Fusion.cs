namespace StaticNet.Generators;

/// <summary>Lets steps do the work of those that follow them, where both together are cheaper.</summary>
internal static class Fusion
{
    /// <summary>The steps of a training or of a prediction, after fusion.</summary>
    public static List<PlanStep> Fuse(IEnumerable<PlanStep> steps, bool inference)
    {
        var fused = new List<PlanStep>();
        var actual = new Dictionary<int, Value>();
        foreach (PlanStep written in steps)
        {
            PlanStep step = written with { Input = Resolve(written.Input, actual) };
            if (inference && step.TrainingOnly)
            {
                actual[step.Output.Id] = step.Input;
                continue;
            }

            // A value is read by the next step alone, so that no other misses it. A view of it in another shape is another matter. What a
            // prediction fuses because it leaves a step out must have a method of its own: that of training does without.
            if (fused.Count > 0 && fused[fused.Count - 1] is { } last && last.Output == step.Input && Both(last, step, inference) is { } both
                && (written.Input.Id == step.Input.Id || both.InferName != last.ForwardName))
            {
                fused[fused.Count - 1] = both;
                actual[step.Output.Id] = both.Output;
            }
            else
            {
                fused.Add(step);
            }
        }

        return fused;
    }

    private static PlanStep? Both(PlanStep step, PlanStep next, bool inference)
        => next is ActivationStep { IsFusible: true } activation && step.AppliesActivation && step.Output.Activation == Activation.Linear
            ? step with { Output = next.Output with { Activation = activation.Activation } }
            : step.Absorb(next, inference);

    /// <summary>A value as it is after fusion: another may stand in for it, and it may have got an activation; its shape stays.</summary>
    public static Value Resolve(Value value, IEnumerable<PlanStep> fused)
        => fused.FirstOrDefault(step => step.Output.Id == value.Id) is { } step ? InPlaceOf(value, step.Output) : value;

    private static Value Resolve(Value value, Dictionary<int, Value> actual)
        => actual.TryGetValue(value.Id, out Value? other) ? InPlaceOf(value, other) : value;

    private static Value InPlaceOf(Value value, Value other)
        => other with { Shape = value.Shape, Stride = value.Stride };
}
