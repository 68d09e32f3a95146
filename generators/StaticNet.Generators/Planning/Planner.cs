namespace StaticNet.Generators;

/// <summary>
/// The third stage: turns layers into steps, chooses fusions and gives every parameter, value and gradient its place.
/// </summary>
internal static class Planner
{
    /// <summary>Predictions take so many samples at a time at most: several whole register tiles of every vector width.</summary>
    private const int MostInferenceRows = 48;

    /// <summary>The floats of a prediction's buffers that stay in a core's own cache beside the weights.</summary>
    private const int CachedFloats = 64 * 1024;

    /// <summary>The same for a training step, which comes back to what it wrote only once.</summary>
    private const int CachedTrainingFloats = 128 * 1024;

    public static ModelPlan Plan(ModelSpec spec)
    {
        LayerSpec? deferred = DeferredActivation(spec);
        var lowering = new Lowering(spec.InputShape, deferred);
        foreach (LayerNode layer in spec.Layers)
            lowering.Add(layer);
        Value written = lowering.Output;
        List<PlanStep> steps = Fusion.Fuse(lowering.Steps, written, inference: false);
        Value head = Fusion.Resolve(written, steps);

        // A loss that takes sums gives the gradient by them. The slope of an activation fused into what made them needs a step of its own.
        if (spec.Loss is { TakesSums: true } && head.Activation != Activation.Linear)
        {
            written = lowering.Activate(deferred!.Identifier, deferred, written, Activation.Linear);
            steps = Fusion.Fuse(lowering.Steps, written, inference: false);
            head = Fusion.Resolve(written, steps);
        }

        List<PlanStep> inference = Fusion.Fuse(lowering.Steps, written, inference: true);
        Value inferenceHead = (inference.Count == 0 ? lowering.Input : inference[inference.Count - 1].Output)
            with
        { Shape = written.Shape, Stride = written.Stride };
        if (spec.Loss is null)
            steps.Clear();
        steps = GradientSums.Arrange(steps, [head], lowering);
        long derived = 0;
        for (int i = 0; i < steps.Count; i++)
        {
            steps[i] = steps[i] with { DerivedAt = derived };
            derived += Layout.Align(steps[i].DerivedFloats);
        }

        MaskedLoss? masked = spec.Loss is not null && lowering.OutputMask is { } mask ? new MaskedLoss(mask, derived) : null;
        derived += masked is null ? 0 : MaskedLoss.Floats;
        long prepared = inference.Sum(step => Layout.Align(step.PreparedFloats));
        int rows = Rows(PlanInference(inference, inferenceHead, spec.Loss, masked, 1, withScratch: false).Floats, CachedFloats, MostInferenceRows);
        BufferPlan training = spec.Loss is null ? new BufferPlan(0, default) : PlanTraining(steps, head, masked);
        return new ModelPlan(
            spec.Declaration, spec.Layers, new(lowering.Parameters), lowering.ParameterFloats, lowering.Input,
            head, deferred?.FinalActivation ?? Activation.Linear, spec.OutputShape, spec.Loss,
            new(inference), inferenceHead, prepared, PlanInference(inference, inferenceHead, spec.Loss, masked, rows), rows,
            new(steps), derived, training, Rows(training.Floats, CachedTrainingFloats, int.MaxValue), PlanScratch(steps),
            spec.Loss is null ? default : PhasePlanner.Plan(steps, spec.Loss.CallInTraining(head, masked), masked, head),
            spec.Layers.Sum(layer => layer.Spec.Operations))
        {
            MaskedLoss = masked,
            Outputs = new(OutputMembers.Of(spec.Layers).Select(members => PlanOutput(spec, members))),
        };
    }

    private static LayerOutputPlan PlanOutput(ModelSpec spec, OutputMembers members)
    {
        LayerNode[] before = [.. spec.Layers.Take(members.Layer + 1).Select(layer => layer with { IsNamed = false })];
        ModelPlan? plan = before.Length == spec.Layers.Count ? null : Plan(spec with { Layers = new(before), Loss = null });
        return new LayerOutputPlan(members, spec.Layers[members.Layer].Spec, plan);
    }

    // What steps need while they run, of each thread.
    private static BufferPlan PlanScratch(IEnumerable<PlanStep> steps)
    {
        var planner = new BufferPlanner(wholePlaces: false);
        int time = 0;
        foreach (PlanStep step in steps)
        {
            foreach (ValueOperand scratch in ValuesOf(step.OnTheWayThere.Concat(step.OnTheWayBack)).Where(operand => operand.Value.IsScratch))
                planner.Use(scratch.Value, scratch.Value.Floats, false, time);
            time++;
        }

        return planner.Plan();
    }

    // So many samples that their buffers stay in the cache; whole register tiles where that is more than one.
    private static int Rows(long floatsPerSample, int cachedFloats, int most)
    {
        int rows = (int)Math.Max(1, Math.Min(most, cachedFloats / Math.Max(1, floatsPerSample)));
        return rows >= Layout.TileRows ? rows / Layout.TileRows * Layout.TileRows : rows;
    }

    /// <summary>
    /// The layer whose activation is better applied later: a softmax or sigmoid that the loss takes into its stable form, or a softmax
    /// that a prediction writes straight to the caller.
    /// </summary>
    private static LayerSpec? DeferredActivation(ModelSpec spec)
    {
        (Activation activation, LayerSpec? layer) = LossSpec.FinalActivationOf(spec.Layers);
        return (spec.Loss is { } loss ? loss.TakesSums : activation == Activation.Softmax) ? layer : null;
    }

    private static BufferPlan PlanInference(
        IReadOnlyList<PlanStep> steps, Value head, LossSpec? loss, MaskedLoss? masked, int rows, bool withScratch = true)
    {
        var planner = new BufferPlanner(wholePlaces: false);
        void Use(Value value, bool isGradient, int time)
        {
            if (withScratch || !value.IsScratch)
                planner.Use(value, value.IsScratch ? value.Floats : value.Floats * rows, isGradient, time);
        }

        int time = 0;
        foreach (PlanStep step in steps)
        {
            foreach (ValueOperand operand in ValuesOf(step.InPredictions))
                Use(operand.Value, operand.IsGradient, time);
            time++;
        }

        Use(head, false, time);
        if (loss is not null)
            Use(head, true, time);
        if (masked is not null)
            Use(masked.Mask, false, time);
        return planner.Plan();
    }

    private static BufferPlan PlanTraining(IReadOnlyList<PlanStep> steps, Value head, MaskedLoss? masked)
    {
        var planner = new BufferPlanner(wholePlaces: true);
        void Use(Value value, bool isGradient, int time)
        {
            if (!value.IsScratch)
                planner.Use(value, value.Floats, isGradient, time);
        }

        int time = 0;
        foreach (PlanStep step in steps)
        {
            UseAll(step.OnTheWayThere);
            time++;
        }

        Use(head, false, time);
        Use(head, true, time);
        if (masked is not null)
            Use(masked.Mask, false, time);
        foreach (PlanStep step in steps.Reverse())
        {
            time++;
            UseAll(step.OnTheWayBack);
            UseAll(GradientSums.Of(step));
        }

        // Weights are updated when all threads are through with the samples: what that reads has to last.
        time++;
        UseAll(steps.Select(step => step.Update).OfType<Method>());
        return planner.Plan();

        void UseAll(IEnumerable<Statement> statements)
        {
            foreach (ValueOperand operand in ValuesOf(statements))
                Use(operand.Value, operand.IsGradient, time);
        }
    }

    private static IEnumerable<ValueOperand> ValuesOf(IEnumerable<Statement> statements)
        => statements.SelectMany(statement => statement.Operands).OfType<ValueOperand>();
}
