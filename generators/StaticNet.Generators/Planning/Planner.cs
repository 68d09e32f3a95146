namespace StaticNet.Generators;

/// <summary>
/// The third stage: chooses fusions, turns layers into steps and gives every parameter, value and gradient its place.
/// </summary>
internal static class Planner
{
    /// <summary>Predictions take so many samples at a time at most: several whole register tiles of every vector width.</summary>
    private const int MostInferenceRows = 48;

    /// <summary>The floats of a prediction's buffers that stay in a core's own cache beside the weights.</summary>
    private const int CachedFloats = 64 * 1024;

    public static ModelPlan Plan(ModelSpec spec)
    {
        LayerSpec? deferred = DeferredActivation(spec);
        var lowering = new Lowering(spec.InputShape, deferred);
        var values = new List<Value> { lowering.Input };
        foreach (LayerNode layer in spec.Layers)
            values.Add(layer.Spec.Lower(lowering, values[layer.Input]));

        Value head = values[values.Count - 1];

        // A loss that takes sums gives the gradient by them. The slope of an activation fused into what made them needs a step of its own.
        if (spec.Loss is { TakesSums: true } && head.Activation != Activation.Linear)
            head = lowering.Activate(Text.Pascal(deferred!.Name), deferred, head, Activation.Linear);
        IReadOnlyList<PlanStep> steps = lowering.Steps;
        BufferPlan perSample = PlanInference(steps, head, spec.Loss, 1);
        int rows = Math.Max(1, Math.Min(MostInferenceRows, CachedFloats / Math.Max(1, perSample.Floats)));
        rows = rows >= 12 ? rows / 12 * 12 : rows;
        return new ModelPlan(
            spec.Declaration, new(spec.Layers.Select(layer => layer.Spec)), new(lowering.Parameters), lowering.ParameterFloats, lowering.Input,
            head, deferred?.FinalActivation ?? Activation.Linear, spec.OutputShape, spec.Loss, new(steps),
            PlanInference(steps, head, spec.Loss, rows), rows,
            spec.Loss is null ? 0 : lowering.TransposeFloats, spec.Loss is null ? new BufferPlan(0, default) : PlanTraining(steps, head));
    }

    /// <summary>
    /// The layer whose activation is better applied later: a softmax or sigmoid that the loss takes into its stable form, or a softmax
    /// that a prediction writes straight to the caller.
    /// </summary>
    private static LayerSpec? DeferredActivation(ModelSpec spec)
    {
        LayerSpec? last = spec.Layers.Reverse().Select(layer => layer.Spec).FirstOrDefault(layer => layer.FinalActivation is not null);
        bool deferred = spec.Loss is { } loss ? loss.TakesSums : last?.FinalActivation == Activation.Softmax;
        return deferred ? last : null;
    }

    private static BufferPlan PlanInference(IReadOnlyList<PlanStep> steps, Value head, LossSpec? loss, int rows)
    {
        var planner = new BufferPlanner(wholePlaces: false);
        var actual = new Dictionary<int, Value>();
        Value Resolve(Value value) => actual.TryGetValue(value.Id, out Value? other) ? other : value;
        void Use(Value value, bool isGradient, int time)
        {
            Value resolved = Resolve(value);
            planner.Use(resolved with { Stride = resolved.Floats * rows, Shape = new([1]) }, isGradient, time);
        }

        int time = 0;
        foreach (PlanStep step in steps)
        {
            if (step.TrainingOnly)
            {
                actual[step.Output.Id] = Resolve(step.Input);
                continue;
            }

            Use(step.Input, false, time);
            Use(step.Output, false, time++);
        }

        Use(head, false, time);
        if (loss is not null)
            Use(head, true, time);
        return planner.Plan();
    }

    private static BufferPlan PlanTraining(IReadOnlyList<PlanStep> steps, Value head)
    {
        var planner = new BufferPlanner(wholePlaces: true);
        for (int i = 0; i < steps.Count; i++)
        {
            planner.Use(steps[i].Input, false, i);
            planner.Use(steps[i].Output, false, i);
        }

        int time = steps.Count;
        planner.Use(head, false, time);
        planner.Use(head, true, time);
        foreach (PlanStep step in steps.Reverse().Where(step => step.Input.HasGradient))
        {
            time++;
            foreach (Value value in step.ReadInBackward)
                planner.Use(value, false, time);
            planner.Use(step.Output, true, time);
            planner.Use(step.Input, true, time);
        }

        // Weights are updated when all threads are through with the samples: what that reads has to last.
        time++;
        foreach (PlanStep step in steps.Where(step => step.HasWeights))
        {
            planner.Use(step.Input, false, time);
            planner.Use(step.Output, true, time);
        }

        return planner.Plan();
    }
}
