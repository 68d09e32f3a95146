namespace StaticNet.Generators;

/// <summary>Writes the class local to the file that holds a model's forward and backward code.</summary>
internal static class CodeClassEmitter
{
    public static string Name(ModelPlan plan) => plan.Identity.Name + "Code";

    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        writer.Line("namespace StaticNet.Generated");
        using (writer.Block())
        {
            writer.Line("using StaticNet.Kernels;");
            writer.Line();
            writer.Line($"/// <summary>The passes of {plan.Identity.Name}. Buffers hold floats; rows is the number of samples.</summary>");
            if (!plan.Identity.HidesSystem)
            {
                writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"StaticNet\", \"{Emitter.Version}\")]");
                writer.Line("[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]");
            }

            writer.Line($"file static unsafe class {Name(plan)}");
            using (writer.Block())
            {
                WriteOffsets(writer, plan);
                WriteInfo(writer, plan);
                InferenceEmitter.WriteInfer(writer, plan);
                InferenceEmitter.WriteInferLayer(writer, plan);
                if (plan.IsTrainable)
                {
                    InferenceEmitter.WriteMeasure(writer, plan);
                    WritePrepare(writer, plan);
                    WriteTouch(writer, plan);
                    WritePropagate(writer, plan);
                    WriteUpdate(writer, plan);
                }

                InferenceEmitter.WriteForward(writer, plan);
                MethodWriter methods = new(writer);
                foreach (PlanStep step in plan.Steps)
                    methods.Write(step.OnTheWayThere.Concat(step.OnTheWayBack).Concat(step.Update is { } update ? [update] : []));
                methods.Write(plan.Phases.Select(phase => phase.Combine).OfType<Method>());
                methods.Write(plan.InferenceSteps.SelectMany(step => step.InPredictions));
                methods.Write(plan.Steps.Concat(plan.InferenceSteps).SelectMany(step => step.SizesAndOptions));
                methods.Write(plan.Heads.Select(head => RowShape.Of(head.RowType, head.Inferred)));
                InferenceEmitter.WriteOutputs(writer, plan, methods);
            }
        }
    }

    private static void WriteOffsets(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Parameters.Count == 0)
            return;
        writer.Line("// Where each parameter begins in the buffer of parameters, and its gradient in that of gradients.");
        writer.Line("private static class At");
        using (writer.Block())
        {
            foreach (ParameterPlan parameter in plan.Parameters)
            {
                bool hasGaps = parameter.Shape.Count > parameter.RowAxes && parameter.Stride != parameter.Width;
                string layout = parameter.PanelRows > 0 && parameter.Columns > Layout.Vector ? $", in panels of {Layout.Vector} columns"
                    : hasGaps ? $", rows {parameter.Stride} apart" : "";
                writer.Line($"public const int {parameter.Property} = {Text.Literal(parameter.Offset)}; // {Text.Shape(parameter.Shape)}{layout}");
            }
        }

        writer.Line();
    }

    private static void WriteInfo(SourceWriter writer, ModelPlan plan)
    {
        void Memory(string name, long value) => writer.Line($"{name} = {Text.Literal(value)},");

        writer.Line("/// <summary>What is known of the model before it runs.</summary>");
        writer.Line("public static readonly ModelInfo Info = new()");
        using (writer.Block("};"))
        {
            writer.Line($"Contract = {Text.Literal(Contract.Number)},");
            writer.Line($"Name = \"{plan.Identity.Name}\",");
            WriteEnds(writer, plan);
            writer.Line("Layers =");
            using (writer.List())
            {
                for (int i = 0; i < plan.Nodes.Count; i++)
                {
                    LayerSpec layer = plan.Nodes[i].Spec;
                    string fixedCount = plan.Nodes[i].NonTrainableCount == 0 ? "" : $", {Text.Literal(plan.Nodes[i].NonTrainableCount)}";
                    string inputs = plan.TakesAbove(i) || layer.IsInput ? "" : $" {{ Inputs = [{string.Join(", ", plan.InputsOf(i).Select(name => $"\"{name}\""))}] }}";
                    writer.Line($"new(\"{layer.Name}\", \"{layer.Kind}\", {Array(layer.OutputShape)}, {Text.Literal(plan.Nodes[i].ParameterCount)}{fixedCount}){inputs},");
                }
            }

            writer.Line("Parameters =");
            using (writer.List())
            {
                foreach (ParameterPlan p in plan.Parameters)
                    writer.Line($"new(\"{p.Name}\", {Array(p.Shape)}, At.{p.Property}, {Text.Literal(p.Stride)}, Initializer.{p.Initializer}, {Text.Literal(p.FanIn)}, {Text.Literal(p.FanOut)}{(p.Trainable ? "" : ", Trainable: false")}{(p.RowAxes == 1 ? "" : $", RowAxes: {p.RowAxes}")}{(p.IsTable ? ", IsTable: true" : "")}{(p.Input == 0 ? "" : $", Input: {Text.Literal(p.Input)}")}{(p.Ones == 0 ? "" : $", OnesAt: {Text.Literal(p.OnesAt)}, Ones: {Text.Literal(p.Ones)}")}{(p.PanelRows == 0 ? "" : $", PanelRows: {Text.Literal(p.PanelRows)}")}),");
            }

            writer.Line("Memory = new()");
            using (writer.Block("},"))
            {
                Memory("Parameters", plan.ParameterFloats);
                Memory("InferenceRows", plan.InferenceRows);
                Memory("Inference", plan.Inference.Floats);
                if (plan.PreparedFloats > 0)
                    Memory("Prepared", plan.PreparedFloats);
                Memory("Operations", plan.Operations);
                if (plan.IsTrainable)
                {
                    Memory("Derived", plan.DerivedFloats);
                    Memory("GradientBlock", plan.GradientBlock);
                    Memory("TrainingRows", plan.TrainingRows);
                    Memory("TrainingPerSample", plan.Training.Floats);
                    if (plan.Scratch.Floats > 0)
                        Memory("Scratch", plan.Scratch.Floats);
                    if (plan.Phases.Count > 1)
                        Memory("Phases", plan.Phases.Count);
                }
            }

            if (!plan.InnerOutputs.Any())
                return;
            writer.Line("LayerOutputs =");
            using (writer.List())
            {
                foreach ((LayerOutputPlan output, ModelPlan ending) in plan.InnerOutputs)
                {
                    string prepared = ending.PreparedFloats == 0 ? "" : $" Prepared = {Text.Literal(ending.PreparedFloats)},";
                    writer.Line($"new({Text.Literal(output.Members.Layer)}, new() {{ Parameters = {Text.Literal(ending.ParameterFloats)}, InferenceRows = {Text.Literal(ending.InferenceRows)}, Inference = {Text.Literal(ending.Inference.Floats)},{prepared} Operations = {Text.Literal(ending.Operations)} }}),");
                }
            }
        }
    }

    // What goes in and what comes out.
    private static void WriteEnds(SourceWriter writer, ModelPlan plan)
    {
        writer.Line($"InputShape = {Array(plan.InputShape)},");
        if (plan.Inputs.Count == 1 && plan.Inputs[0].Vocabulary > 0)
            writer.Line($"Vocabulary = {Text.Literal(plan.Inputs[0].Vocabulary)},");
        if (plan.Layers.Any(layer => layer.IsInput))
        {
            writer.Line("Inputs =");
            using (writer.List())
            {
                foreach (InputPlan input in plan.Inputs)
                    writer.Line($"new(\"{input.Name}\", {Array(input.Value.Shape)}{(input.Vocabulary == 0 ? "" : $", Vocabulary: {Text.Literal(input.Vocabulary)}")}),");
            }
        }

        writer.Line($"OutputShape = {Array(plan.OutputShape)},");
        if (plan.IsTrainable && plan.Heads.Count == 1)
            writer.Line($"Loss = Loss.{plan.Heads[0].Output.Loss!.Name},");
        if (plan.Heads.Count == 1 && plan.Heads[0].Output is { Name: OutputSpec.DefaultName, Weight: 1 })
            return;
        writer.Line("Outputs =");
        using (writer.List())
        {
            foreach (OutputSpec output in plan.Heads.Select(head => head.Output))
            {
                string loss = output.Loss is null ? "" : $", Loss.{output.Loss.Name}", weight = output.Weight == 1 ? "" : $", Weight: {Text.Literal(output.Weight)}";
                writer.Line($"new(\"{output.Name}\", {Array(output.Shape)}{loss}{weight}),");
            }
        }
    }

    private static void WritePrepare(SourceWriter writer, ModelPlan plan)
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
                bool isShared = plan.Shared.Any(shared => shared.Has(step));
                foreach (KernelCall call in step.Derive)
                    writer.Line(isShared ? "if (part == 0) " + call.At(CallSite.Deriving.Alone) : call.At(CallSite.Deriving));
            }
        }
    }

    private static void WriteTouch(SourceWriter writer, ModelPlan plan)
    {
        if (!plan.HasTable)
            return;
        CallSite site = InputCode.Batch(plan);
        writer.Line();
        writer.Line("/// <summary>Finds the rows of tables that the batch reads, a part of them, and brings them up to date.</summary>");
        writer.Line($"public static void Touch(float* parameters, in TrainingStep<{plan.InputType}, {plan.TargetType}> step, int part, int parts)");
        writer.Body([.. plan.Steps.Select(step => step.Touch).OfType<KernelCall>().Select(call => new[] { call.At(site) })]);
    }

    private static void WritePropagate(SourceWriter writer, ModelPlan plan)
    {
        string parameters = $"(float* parameters, in TrainingStep<{plan.InputType}, {plan.TargetType}> step, int first, int rows)";
        string loss = plan.Heads.Count == 1 ? plan.Heads[0].Output.Loss!.Name : "losses";
        writer.Line();
        if (plan.Phases.Count == 1)
        {
            writer.Line($"/// <summary>The first phase of a step: forward, {loss} and backward through the activations, for some samples of the batch.</summary>");
            writer.Line($"public static void Propagate{parameters}");
            WritePhase(writer, plan, plan.Phases[0]);
            return;
        }

        writer.Line($"/// <summary>A phase of a step: forward, {loss} and backward through the activations, for some samples of the batch.</summary>");
        writer.Line($"public static void Propagate(float* parameters, in TrainingStep<{plan.InputType}, {plan.TargetType}> step, int phase, int first, int rows)");
        WriteSwitch(writer, plan.Phases.Select((_, number) => $"Propagate{number}(parameters, step, first, rows);"));
        writer.Line();
        writer.Line("/// <summary>Puts together what a phase measured, when all samples are through it.</summary>");
        writer.Line($"public static void Combine(float* parameters, in TrainingStep<{plan.InputType}, {plan.TargetType}> step, int phase)");
        WriteCombine(writer, plan, [.. plan.Phases.Select(phase => phase.Combine).OfType<Method>()]);
        for (int i = 0; i < plan.Phases.Count; i++)
        {
            writer.Line();
            writer.Line($"private static void Propagate{i}{parameters}");
            WritePhase(writer, plan, plan.Phases[i]);
        }
    }

    private static void WriteSwitch(SourceWriter writer, IEnumerable<string> cases)
    {
        using (writer.Block())
            WriteCases(writer, cases);
    }

    private static void WriteCases(SourceWriter writer, IEnumerable<string> cases)
    {
        writer.Line("switch (phase)");
        using (writer.Block())
        {
            int number = 0;
            foreach (string statement in cases)
                writer.Line($"case {number++}: {statement} break;");
        }
    }

    private static void WriteCombine(SourceWriter writer, ModelPlan plan, Method[] combinations)
    {
        using (writer.Block())
        {
            foreach ((Place place, Value value) in new PlanLocals(combinations).In(plan.Training))
                WriteValue(writer, place, value, "0");
            WriteCases(writer, combinations.Select(combination => combination.At(CallSite.Training)));
        }
    }

    private static void WritePhase(SourceWriter writer, ModelPlan plan, Phase phase)
    {
        var locals = new PlanLocals(phase.Statements);
        using (writer.Block())
        {
            InputCode.WriteLocals(writer, plan, locals, "step.Inputs", "step.Batch", "first");
            if (phase.Losses.Count > 0)
                WriteTargets(writer, plan);
            foreach ((Place place, Value value) in locals.In(plan.Training))
                WriteValue(writer, place, value, "first");
            foreach ((Place place, Value value) in locals.In(plan.Scratch))
                writer.Line(PlanLocals.Declaration(value, value.Name, Operand.At("step.Scratch", place.Offset), null));

            WriteGroup(phase.There);
            WriteGroup(phase.Losses);
            WriteGroup(phase.Back);
        }

        void WriteGroup(IReadOnlyCollection<Statement> statements)
        {
            if (statements.Count > 0)
                writer.Line();
            foreach (Statement statement in statements)
                writer.Line(statement.At(CallSite.Training));
        }
    }

    private static void WriteTargets(SourceWriter writer, ModelPlan plan)
    {
        foreach (HeadPlan head in plan.Heads)
        {
            string type = head.Output.Loss!.TargetType, block = Operand.Block("step.Targets", head.TargetColumn, "step.Batch");
            string first = head.Output.TargetSize == 1 ? "first" : $"({Text.Literal(head.Output.TargetSize)} * first)";
            string cast = head.IsOnly ? "" : $"({type}*)";
            writer.Line($"{type}* {head.Targets} = {cast}{(head.IsOnly || head.TargetColumn == 0 ? block : $"({block})")} + {first};");
        }
    }

    private static void WriteUpdate(SourceWriter writer, ModelPlan plan)
    {
        writer.Line();
        writer.Line("/// <summary>The second phase of a step: gradients and new values for a part of the weights, from all samples of the batch.</summary>");
        writer.Line($"public static void Update(float* parameters, in TrainingStep<{plan.InputType}, {plan.TargetType}> step, int part, int parts)");
        using (writer.Block())
        {
            Method[] updates = [.. plan.Steps.Select(step => step.Update).OfType<Method>()];
            var locals = new PlanLocals(updates);
            InputCode.WriteLocals(writer, plan, locals, "step.Inputs", "step.Batch", null);
            foreach ((Place place, Value value) in locals.In(plan.Training))
                WriteValue(writer, place, value, "0");
            writer.Line();
            foreach (PlanStep step in plan.Steps.Where(step => !plan.Shared.Any(shared => shared.Has(step))))
            {
                if (step.Update is { } update)
                    writer.Line(update.At(CallSite.Training));
            }

            foreach (SharedWeights shared in plan.Shared)
                WriteShared(writer, shared);
            writer.Line();
            writer.Line("Derive(parameters, step.Derived, part, parts);");
        }
    }

    // What several layers have found for the same weights is in rooms behind all that is derived, until the last is through.
    private static void WriteShared(SourceWriter writer, SharedWeights shared)
    {
        string first = $"At.{shared.Parameters[0].Property}";
        writer.Line();
        writer.Line($"// The weights of {shared.Parameters[0].Layer} are shared: one thread adds up their gradients.");
        writer.Line("if (part == 0)");
        using (writer.Block())
        {
            for (int i = 0; i < shared.Uses.Count; i++)
            {
                string room = Operand.At("step.Derived", shared.RoomsAt + (i * shared.Floats));
                foreach (PlanStep step in shared.Uses[i])
                    writer.Line(step.Update!.At(CallSite.Training.Alone with { Gradients = $"step.Gradients.Keep({room} - {first})" }));
            }

            foreach (ParameterPlan parameter in shared.Parameters)
            {
                string rooms = Operand.At("step.Derived", shared.RoomsAt + parameter.Offset - shared.Parameters[0].Offset);
                (int stride, int rows, int width) = parameter.PanelRows > 0 ? (parameter.Floats, 1, parameter.Floats) : (parameter.Stride, parameter.Rows, parameter.Width);
                writer.Line(
                    $"SharedKernels.Take(step.Gradients, {rooms}, {Text.Literal(shared.Floats)}, {Text.Literal(shared.Uses.Count)}, At.{parameter.Property}, {Text.Literal(stride)}, {Text.Literal(rows)}, {Text.Literal(width)});");
            }
        }
    }

    private static void WriteValue(SourceWriter writer, Place place, Value value, string sample)
        => writer.Line(PlanLocals.Declaration(
            value, PlanLocals.NameOf(place, value), $"step.Value({Text.Literal(place.Offset)}, {Text.Literal(value.Floats)}, {sample})", null));

    private static string Array(IEnumerable<int> items) => "[" + string.Join(", ", items.Select(item => Text.Literal(item))) + "]";
}
