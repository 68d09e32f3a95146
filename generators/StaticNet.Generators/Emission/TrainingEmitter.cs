namespace StaticNet.Generators;

/// <summary>Writes the passes of a training step.</summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The model.</param>
internal sealed class TrainingEmitter(SourceWriter writer, ModelPlan plan)
{
    private readonly Dictionary<int, Value> _values = PlacesEmitter.ValuesOf(plan.Steps, plan);

    private string Step => $"TrainingStep<{plan.InputType}, {plan.TargetType}>";

    public void Write()
    {
        WritePrepare();
        WriteFindTableRows();
        WritePropagate();
        WriteUpdate();
    }

    private void WritePrepare()
    {
        writer.Line();
        writer.Line("/// <summary>Derives from the weights what training steps read.</summary>");
        writer.Line("public static void Prepare(float* parameters, float* derived)");
        writer.Indented("=> Derive(parameters, derived, part: 0, parts: 1);");
        writer.Line();
        writer.Line("private static void Derive(float* parameters, float* derived, int part, int parts)");
        using (writer.Block())
        {
            foreach (PlanStep step in plan.Steps)
            {
                bool isOneThread = plan.Shared.Any(shared => !shared.IsParallel && shared.Has(step));
                foreach (KernelCall call in step.Derive)
                    writer.Line(isOneThread ? "if (part == 0) " + call.At(CallSite.Deriving.OnOneThread) : call.At(CallSite.Deriving));
            }
        }
    }

    private void WriteFindTableRows()
    {
        if (!plan.HasTable)
            return;
        CallSite site = InputCode.Batch(plan);
        writer.Line();
        writer.Line("/// <summary>Lists the rows of tables that the batch reads, a part of them, and brings them up to date.</summary>");
        writer.Line($"public static void FindTableRows(float* parameters, in {Step} step, int part, int parts)");
        writer.Body([.. plan.Steps.Select(step => step.FindTableRows).OfType<KernelCall>().Select(call => new[] { call.At(site) })]);
    }

    private void WritePropagate()
    {
        string parameters = $"(float* parameters, in {Step} step, int first, int samples)";
        string loss = plan.Heads.Count == 1 ? plan.Heads[0].Output.Loss!.Name : "losses";
        Queue<LayerSpec> leftOut = LayerWriter.LeftOutOf(plan, plan.Steps);
        writer.Line();
        if (plan.Phases.Count == 1)
        {
            writer.Line($"/// <summary>The first phase of a step: forward, {loss} and backward through the activations, for some samples of the batch.</summary>");
            writer.Line($"public static void Propagate{parameters}");
            WritePhase(plan.Phases[0], leftOut);
            return;
        }

        writer.Line($"/// <summary>A phase of a step: forward, {loss} and backward through the activations, for some samples of the batch.</summary>");
        writer.Line($"public static void Propagate(float* parameters, in {Step} step, int phase, int first, int samples)");
        using (writer.Block())
            WriteCases(plan.Phases.Select((_, number) => $"Propagate{number}(parameters, step, first, samples);"));
        writer.Line();
        writer.Line("/// <summary>Reduces what a phase measured of each sample to statistics of the batch, when all samples are through it.</summary>");
        writer.Line($"public static void Reduce(float* parameters, in {Step} step, int phase)");
        WriteReduce([.. plan.Phases.Select(phase => phase.Reduce).OfType<Method>()]);
        for (int i = 0; i < plan.Phases.Count; i++)
        {
            writer.Line();
            writer.Line($"private static void Propagate{i}{parameters}");
            WritePhase(plan.Phases[i], leftOut);
        }
    }

    private void WriteCases(IEnumerable<string> cases)
    {
        writer.Line("switch (phase)");
        using (writer.Block())
        {
            int number = 0;
            foreach (string statement in cases)
                writer.Line($"case {number++}: {statement} break;");
        }
    }

    private void WriteReduce(Method[] combinations)
    {
        using (writer.Block())
        {
            var locals = PlanLocals.OfTraining(plan, _values, null);
            foreach (string local in combinations.SelectMany(locals.Declare))
                writer.Line(local);
            WriteCases(combinations.Select(combination => combination.At(CallSite.Training)));
        }
    }

    private void WritePhase(Phase phase, Queue<LayerSpec> leftOut)
    {
        var layers = new LayerWriter(writer, plan, PlanLocals.OfTraining(plan, _values, "first"));
        foreach (LayerWork work in phase.Forward)
            layers.AddForward(work.Layers, work.Statement, CallSite.Training, leftOut);
        if (phase.Losses.Count > 0)
            layers.LeftOut(leftOut, int.MaxValue, CallSite.Training);
        var told = new HashSet<HeadPlan>();
        foreach ((LayerWork work, HeadPlan head) in phase.Losses.Select(work => (work, work.Loss!)))
        {
            string masked = head.Masked is null ? "" : "; steps that the mask leaves out do not count";
            layers.Add($"{head.LossTitle(head.Value)}, and the gradient by {head.Value.Name}{masked}", work.Statement, CallSite.Training, told.Add(head) ? Targets(head) : null);
        }

        foreach (LayerWork work in phase.Backward)
            layers.Add($"{LayerWriter.Names(work.Layers)}, backward", work.Statement, CallSite.Training);
        using (writer.Block())
        {
            writer.Line("WorkSpaceView<Values> view = new(step.Buffers, step.Batch, first, samples); // What a debugger shows of the values.");
            writer.Line();
            layers.Write();
        }
    }

    private static string Targets(HeadPlan head)
    {
        string type = head.Output.Loss!.TargetType, block = Operand.Block("step.Targets", head.TargetColumn, "step.Batch");
        string first = head.Output.TargetSize == 1 ? "first" : $"({Text.Literal(head.Output.TargetSize)} * first)";
        string cast = head.IsOnly ? "" : $"({type}*)";
        return $"{type}* {head.Targets} = {cast}{(head.IsOnly || head.TargetColumn.At == 0 ? block : $"({block})")} + {first};";
    }

    private void WriteUpdate()
    {
        writer.Line();
        writer.Line("/// <summary>The second phase of a step: gradients and new values for a part of the weights, from all samples of the batch.</summary>");
        writer.Line($"public static void Update(float* parameters, in {Step} step, int part, int parts)");
        using (writer.Block())
        {
            var locals = PlanLocals.OfTraining(plan, _values, null);
            var layers = new LayerWriter(writer, plan, locals);
            foreach (PlanStep step in plan.Steps.Where(step => !plan.Shared.Any(shared => shared.Has(step))))
            {
                if (step.Update is { } update)
                    layers.Add(step.Layer.Name, update, CallSite.Training);
            }

            writer.Line("WorkSpaceView<Values> view = new(step.Buffers, step.Batch, first: 0, step.Batch); // What a debugger shows of the values.");
            writer.Line();
            layers.Write();
            foreach (SharedWeights shared in plan.Shared)
                WriteShared(shared, locals);
            writer.Line();
            writer.Line("// What is derived from these weights, anew.");
            writer.Line("Derive(parameters, step.Derived, part, parts);");
        }
    }

    // What several layers have found for the same weights is in buffers behind all that is derived, until the last is through.
    private void WriteShared(SharedWeights shared, PlanLocals locals)
    {
        string first = $"At.{shared.Parameters[0].Property}";
        writer.Line();
        writer.Line(shared.IsParallel
            ? $"// The weights of {shared.Parameters[0].Layer} are shared: gradients are kept until those of the last layer are added to them."
            : $"// The weights of {shared.Parameters[0].Layer} are shared by layers that do not find gradients alike: one thread adds them up.");
        foreach (string local in shared.Uses.SelectMany(use => use).SelectMany(step => locals.Declare(step.Update!)))
            writer.Line(local);
        if (shared.IsParallel)
        {
            int last = shared.Uses.Count - 1;
            for (int i = 0; i <= last; i++)
            {
                string buffer = $"step.Derived + Derived.{shared.BufferOf(i == last ? 0 : i).Name} - {first}";
                string sink = i < last ? $"step.Gradients.Into({buffer})" : $"step.Gradients.Plus({buffer}, distance: {Text.Literal(shared.Floats)}, layers: {Text.Literal(last)})";
                foreach (PlanStep step in shared.Uses[i])
                    writer.Line(step.Update!.At(CallSite.Training with { Gradients = sink }));
            }

            return;
        }

        writer.Line("if (part == 0)");
        using (writer.Block())
        {
            for (int i = 0; i < shared.Uses.Count; i++)
            {
                foreach (PlanStep step in shared.Uses[i])
                    writer.Line(step.Update!.At(CallSite.Training.OnOneThread with { Gradients = $"step.Gradients.Into(step.Derived + Derived.{shared.BufferOf(i).Name} - {first})" }));
            }

            foreach (ParameterPlan parameter in shared.Parameters)
            {
                string offset = parameter == shared.Parameters[0] ? "" : $" + (At.{parameter.Property} - {first})";
                (int stride, int rows, int width) = parameter.PanelRows > 0 ? (parameter.Floats, 1, parameter.Floats) : (parameter.Stride, parameter.Rows, parameter.Width);
                writer.Line("SharedWeightKernels.Update(");
                writer.Indented(
                    $"step.Gradients, step.Derived + Derived.{shared.BufferOf(0).Name}{offset}, distance: {Text.Literal(shared.Floats)}, layers: {Text.Literal(shared.Uses.Count)},");
                writer.Indented($"At.{parameter.Property}, stride: {Text.Literal(stride)}, rows: {Text.Literal(rows)}, width: {Text.Literal(width)});");
            }
        }
    }
}
