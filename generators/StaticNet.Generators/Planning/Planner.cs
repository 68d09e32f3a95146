namespace StaticNet.Generators;

/// <summary>
/// The third stage: turns layers into steps, chooses fusions and gives every parameter, value and gradient its place.
/// </summary>
internal static class Planner
{
    /// <summary>Predictions take so many samples at a time at most: several whole register tiles of every vector width.</summary>
    private const int MaxInferenceRows = 48;

    /// <summary>The floats of a prediction's buffers that are worth it to read large weights for several samples at once, 512 MB.</summary>
    private const long MaxInferenceFloats = 128 * 1024 * 1024;

    /// <summary>The floats of a prediction's buffers that stay in a core's own cache beside the weights.</summary>
    private const int CachedFloats = 64 * 1024;

    /// <summary>The same for a training step, which comes back to what it wrote only once.</summary>
    private const int CachedTrainingFloats = 128 * 1024;

    public static ModelPlan Plan(ModelSpec spec)
        => PlanModel(spec) with
        {
            LayerOutputs = new(OutputMembers.Of(spec.Layers).Select(members => PlanOutput(spec, members))),
            Decoder = PlanDecoder(spec),
        };

    private static ModelPlan PlanModel(ModelSpec spec)
    {
        int[] layers = [.. spec.Outputs.Select(output => output.Layer)];
        LayerSpec?[] deferred = [.. spec.Outputs.Select(output => DeferredActivation(spec, output, layers))];
        var lowering = new Lowering(spec.InputShape, deferred.OfType<LayerSpec>(), spec.Window);
        foreach (LayerNode layer in spec.Layers)
            lowering.Add(layer);
        Value[] written = [.. layers.Select(lowering.OutputOf)];
        if (spec.IsTrainable)
            SeparateHeads(spec, lowering, written);
        (List<PlanStep> steps, Value[] heads) = Fusion.Fuse(lowering.Steps, written, inference: false);
        (List<PlanStep> inference, Value[] inferred) = Fusion.Fuse(lowering.Steps, written, inference: true);
        if (!spec.IsTrainable)
            steps.Clear();
        steps = SharedWeights.ArrangeReaders(GradientSums.Arrange(GradientSums.Needed(steps), heads, lowering));
        long derived = 0;
        for (int i = 0; i < steps.Count; i++)
        {
            steps[i] = steps[i] with { DerivedAt = derived };
            derived += Layout.Align(steps[i].DerivedFloats);
        }

        SharedWeights[] shared = spec.IsTrainable ? [.. SharedWeights.Of(spec.Layers, steps, lowering.Parameters, derived)] : [];
        derived += shared.Sum(weights => weights.BufferFloats);
        MaskedLoss?[] masked = MaskedLosses(spec, lowering, ref derived);
        HeadPlan[] outputs = [.. PlanHeads(spec, deferred, heads, inferred, masked)];
        long prepared = inference.Sum(step => Layout.Align(step.PreparedFloats));
        int rows = spec.Window > 0
            ? 1 : Rows(inference, PlanInference(inference, outputs, spec.IsTrainable, 1, withScratch: false).Floats, CachedFloats, MaxInferenceRows, MaxInferenceFloats);
        BufferPlan training = spec.IsTrainable ? PlanTraining(steps, outputs) : new BufferPlan(0, default);
        return new ModelPlan(
            spec.Declaration, spec.Layers, new(PlanInputs(spec, lowering)), new(outputs), new(lowering.Parameters), lowering.ParameterFloats,
            new(inference), prepared, PlanInference(inference, outputs, spec.IsTrainable, rows), rows,
            new(steps), derived, training, Rows(steps, training.Floats, CachedTrainingFloats, int.MaxValue, long.MaxValue), PlanScratch(steps),
            spec.IsTrainable ? PhasePlanner.Plan(steps, outputs) : default,
            spec.Layers.Sum(layer => layer.Spec.Operations))
        {
            Shared = new(shared),
            Window = spec.Window,
            Kept = PlanKept(inference),
        };
    }

    // A loss writes the gradient by what it takes into memory of its own. It cannot where that is an input, or what another loss takes too. One that
    // takes sums gives the gradient by them: the slope of an activation fused into what made them needs a step of its own.
    private static void SeparateHeads(ModelSpec spec, Lowering lowering, Value[] written)
    {
        Value[] heads = Fusion.Fuse(lowering.Steps, written, inference: false).Outputs, inferred = Fusion.Fuse(lowering.Steps, written, inference: true).Outputs;
        for (int i = 0; i < written.Length; i++)
        {
            bool isTaken = heads.Take(i).Any(head => head.Id == heads[i].Id) || inferred.Take(i).Any(head => head.Id == inferred[i].Id);
            if (!isTaken && !heads[i].IsInput && !inferred[i].IsInput && (!spec.Outputs[i].Loss!.FromLogits || heads[i].Activation == Activation.Linear))
                continue;
            LayerSpec layer = spec.Layers[spec.Outputs[i].Layer].Spec;
            written[i] = lowering.Activate(layer.Identifier + "Output_", layer, written[i], Activation.Linear);
        }
    }

    // Outputs of one mask share the number of steps that count.
    private static MaskedLoss?[] MaskedLosses(ModelSpec spec, Lowering lowering, ref long derived)
    {
        var masked = new MaskedLoss?[spec.Outputs.Count];
        for (int i = 0; i < masked.Length; i++)
        {
            if (!spec.IsTrainable || lowering.MaskOf(spec.Outputs[i].Layer) is not { } mask || mask.Width != spec.Outputs[i].Rows)
                continue;
            masked[i] = masked.FirstOrDefault(other => other?.Mask.Id == mask.Id);
            if (masked[i] is not null)
                continue;
            masked[i] = new MaskedLoss(mask, derived);
            derived += MaskedLoss.Floats;
        }

        return masked;
    }

    private static IEnumerable<HeadPlan> PlanHeads(ModelSpec spec, LayerSpec?[] deferred, Value[] heads, Value[] inferred, MaskedLoss?[] masked)
    {
        long column = 0, targets = 0, losses = 0;
        for (int i = 0; i < heads.Length; i++)
        {
            OutputSpec output = spec.Outputs[i];
            LayerSpec layer = spec.Layers[output.Layer].Spec;
            string name = Text.Pascal(layer.Name);
            yield return new HeadPlan(
                output, layer, heads[i], inferred[i], deferred[i], heads.Length == 1,
                new(name + "Output", column), new(name + "Targets", targets), new(name + "Losses", losses), masked[i]);
            column += output.Size;
            targets += output.TargetSize;
            losses += output.Rows;
        }
    }

    private static IEnumerable<InputPlan> PlanInputs(ModelSpec spec, Lowering lowering)
    {
        if (spec.InputShape is not null)
            return [new InputPlan(GraphValues.InputName, lowering.ModelInputs[0], VocabularyOf(0, 0))];
        int[] inputs = [.. Enumerable.Range(0, spec.Layers.Count).Where(layer => spec.Layers[layer].Spec.IsInput)];
        return inputs.Select((layer, at)
            => new InputPlan(spec.Layers[layer].Spec.Name, lowering.ModelInputs[at], VocabularyOf(layer + 1, spec.Layers[layer].Spec.Vocabulary)));

        // The smallest of the tables that it is looked up in, unless the input itself says so.
        int VocabularyOf(int value, int said)
            => said > 0 ? said
                : spec.Layers.Where(layer => layer.Spec.Vocabulary > 0 && layer.Inputs.Contains(value)).Select(layer => layer.Spec.Vocabulary).DefaultIfEmpty().Min();
    }

    private static LayerOutputPlan PlanOutput(ModelSpec spec, OutputMembers members)
    {
        // Inputs that are declared further down have their places in a sample all the same.
        LayerNode[] before =
        [
            .. spec.Layers.Take(members.Layer + 1).Concat(spec.Layers.Skip(members.Layer + 1).Where(layer => layer.Spec.IsInput))
                .Select(layer => layer with { IsNamed = false }),
        ];
        LayerSpec layer = before[members.Layer].Spec;
        bool isWhole = spec.Outputs.Count == 1 && spec.Outputs[0].Layer == members.Layer;
        var output = new OutputSpec(members.Layer, layer.Name, layer.OutputShape, null, 1);
        return new LayerOutputPlan(members, layer, isWhole ? null : PlanModel(spec with { Layers = new(before), Outputs = new([output]) }));
    }

    // What layers keep counts among the values of a sample, which fit, but for the padding of short sequences: one that makes it too much is done without.
    private static ModelPlan? PlanDecoder(ModelSpec spec)
        => StepByStep.Of(spec) is { } step && PlanModel(step) is { Kept.Floats: <= ModelChecker.MaxNumbers } plan ? plan : null;

    // What steps of a sequence leave to those that follow lies side by side.
    private static BufferPlan PlanKept(IEnumerable<PlanStep> steps)
    {
        var planner = new BufferPlanner(wholePlaces: false);
        foreach (ValueOperand kept in ValuesOf(steps.Select(step => step.Infer)).Where(operand => operand.Value.IsKept))
            planner.Use(kept.Value, kept.Value.Floats, false, 0);
        return planner.Plan();
    }

    // What steps need while they run, of each thread.
    private static BufferPlan PlanScratch(IEnumerable<PlanStep> steps)
    {
        var planner = new BufferPlanner(wholePlaces: false);
        int time = 0;
        foreach (PlanStep step in steps)
        {
            foreach (ValueOperand scratch in ValuesOf(step.ForwardMethods.Concat(step.BackwardMethods)).Where(operand => operand.Value.IsScratch))
                planner.Use(scratch.Value, scratch.Value.Floats, false, time);
            time++;
        }

        return planner.Plan();
    }

    // As many samples as stay in the cache, or more where large weights are worth it and memory allows; whole register tiles where there are enough
    // for one.
    private static int Rows(IEnumerable<PlanStep> steps, long floatsPerSample, int cachedFloats, int most, long mostFloats)
    {
        int least = steps.Select(step => step.MinSamples).DefaultIfEmpty(1).Max();
        long perSample = Math.Max(1, floatsPerSample), cached = Math.Max(least, Math.Min(most, cachedFloats / perSample));
        int rows = (int)Math.Max(1, Math.Min(cached, mostFloats / perSample));
        return rows >= Layout.TileRows ? rows / Layout.TileRows * Layout.TileRows : rows;
    }

    /// <summary>
    /// The layer whose activation is better applied later: a softmax or sigmoid that the loss takes into its stable form, or a softmax
    /// that a prediction writes straight to the caller.
    /// </summary>
    private static LayerSpec? DeferredActivation(ModelSpec spec, OutputSpec output, int[] outputs)
    {
        (Activation activation, LayerSpec? layer, _) = LossSpec.FinalActivationOf(spec.Layers, output.Layer, outputs);
        return (output.Loss is { } loss ? loss.FromLogits : activation == Activation.Softmax) ? layer : null;
    }

    private static BufferPlan PlanInference(IReadOnlyList<PlanStep> steps, IReadOnlyList<HeadPlan> heads, bool measures, int rows, bool withScratch = true)
    {
        var planner = new BufferPlanner(wholePlaces: false);
        void Use(Value value, bool isGradient, int time)
        {
            if (!value.IsKept && (withScratch || !value.IsScratch))
                planner.Use(value, value.IsScratch ? value.Floats : value.Floats * rows, isGradient, time);
        }

        int time = 0;
        foreach (PlanStep step in steps)
        {
            foreach (ValueOperand operand in ValuesOf(step.InferenceMethods))
                Use(operand.Value, operand.IsGradient, time);
            time++;
        }

        foreach (HeadPlan head in heads)
        {
            Use(head.Inferred, false, time);
            if (measures)
                Use(head.Inferred, true, time);
            if (head.Masked is { } masked)
                Use(masked.Mask, false, time);
        }

        return planner.Plan();
    }

    private static BufferPlan PlanTraining(IReadOnlyList<PlanStep> steps, IReadOnlyList<HeadPlan> heads)
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
            UseAll(step.ForwardMethods);
            time++;
        }

        foreach (HeadPlan head in heads)
        {
            Use(head.Value, false, time);
            Use(head.Value, true, time);
            if (head.Masked is { } masked)
                Use(masked.Mask, false, time);
        }

        foreach (PlanStep step in steps.Reverse())
        {
            time++;
            UseAll(step.BackwardMethods);
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
