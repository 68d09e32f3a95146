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
                if (plan.Loss is not null)
                {
                    InferenceEmitter.WriteMeasure(writer, plan, plan.Loss);
                    WritePrepare(writer, plan);
                    WriteTouch(writer, plan, plan.Loss);
                    WritePropagate(writer, plan, plan.Loss);
                    WriteUpdate(writer, plan, plan.Loss);
                }

                InferenceEmitter.WriteForward(writer, plan);
                MethodWriter methods = new(writer);
                foreach (PlanStep step in plan.Steps)
                    methods.Write(step.OnTheWayThere.Concat(step.OnTheWayBack).Concat(step.Update is { } update ? [update] : []));
                methods.Write(plan.Phases.Select(phase => phase.Combine).OfType<Method>());
                methods.Write(plan.InferenceSteps.SelectMany(step => step.InPredictions));
                methods.Write(plan.Steps.Concat(plan.InferenceSteps).SelectMany(step => step.SizesAndOptions));
                methods.Write([RowShape.Of("HeadRow", plan.InferenceHead)]);
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
                string gaps = hasGaps ? $", rows {parameter.Stride} apart" : "";
                writer.Line($"public const int {parameter.Property} = {Text.Literal(parameter.Offset)}; // {Text.Shape(parameter.Shape)}{gaps}");
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
            writer.Line($"InputShape = {Array(plan.Input.Shape)},");
            if (plan.Vocabulary > 0)
                writer.Line($"Vocabulary = {Text.Literal(plan.Vocabulary)},");
            writer.Line($"OutputShape = {Array(plan.OutputShape)},");
            if (plan.Loss is not null)
                writer.Line($"Loss = Loss.{plan.Loss.Name},");
            writer.Line("Layers =");
            using (writer.List())
            {
                for (int i = 0; i < plan.Nodes.Count; i++)
                {
                    LayerSpec layer = plan.Nodes[i].Spec;
                    string fixedCount = layer.NonTrainableCount == 0 ? "" : $", {Text.Literal(layer.NonTrainableCount)}";
                    string inputs = plan.TakesAbove(i) ? "" : $" {{ Inputs = [{string.Join(", ", plan.InputsOf(i).Select(name => $"\"{name}\""))}] }}";
                    writer.Line($"new(\"{layer.Name}\", \"{layer.Kind}\", {Array(layer.OutputShape)}, {Text.Literal(layer.ParameterCount)}{fixedCount}){inputs},");
                }
            }

            writer.Line("Parameters =");
            using (writer.List())
            {
                foreach (ParameterPlan p in plan.Parameters)
                    writer.Line($"new(\"{p.Name}\", {Array(p.Shape)}, At.{p.Property}, {Text.Literal(p.Stride)}, Initializer.{p.Initializer}, {Text.Literal(p.FanIn)}, {Text.Literal(p.FanOut)}{(p.Trainable ? "" : ", Trainable: false")}{(p.RowAxes == 1 ? "" : $", RowAxes: {p.RowAxes}")}{(p.IsTable ? ", IsTable: true" : "")}{(p.Ones == 0 ? "" : $", OnesAt: {Text.Literal(p.OnesAt)}, Ones: {Text.Literal(p.Ones)}")}),");
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
                if (plan.Loss is not null)
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
            writer.Line("Outputs =");
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
            foreach (KernelCall call in plan.Steps.SelectMany(step => step.Derive))
                writer.Line(call.At(CallSite.Deriving));
        }
    }

    private static void WriteTouch(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        if (!plan.HasTable)
            return;
        writer.Line();
        writer.Line("/// <summary>Finds the rows of tables that the batch reads, a part of them, and brings them up to date.</summary>");
        writer.Line($"public static void Touch(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int part, int parts)");
        writer.Body([.. plan.Steps.Select(step => step.Touch).OfType<KernelCall>().Select(call => new[] { call.At(CallSite.Batch) })]);
    }

    private static void WritePropagate(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        string parameters = $"(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int first, int rows)";
        writer.Line();
        if (plan.Phases.Count == 1)
        {
            writer.Line($"/// <summary>The first phase of a step: forward, {loss.Name} and backward through the activations, for some samples of the batch.</summary>");
            writer.Line($"public static void Propagate{parameters}");
            WritePhase(writer, plan, loss, plan.Phases[0]);
            return;
        }

        writer.Line($"/// <summary>A phase of a step: forward, {loss.Name} and backward through the activations, for some samples of the batch.</summary>");
        writer.Line($"public static void Propagate(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int phase, int first, int rows)");
        WriteSwitch(writer, plan.Phases.Select((_, number) => $"Propagate{number}(parameters, step, first, rows);"));
        writer.Line();
        writer.Line("/// <summary>Puts together what a phase measured, when all samples are through it.</summary>");
        writer.Line($"public static void Combine(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int phase)");
        WriteCombine(writer, plan, [.. plan.Phases.Select(phase => phase.Combine).OfType<Method>()]);
        for (int i = 0; i < plan.Phases.Count; i++)
        {
            writer.Line();
            writer.Line($"private static void Propagate{i}{parameters}");
            WritePhase(writer, plan, loss, plan.Phases[i]);
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

    private static void WritePhase(SourceWriter writer, ModelPlan plan, LossSpec loss, Phase phase)
    {
        var locals = new PlanLocals(phase.Statements);
        using (writer.Block())
        {
            if (locals.TakesInput)
                writer.Line($"{plan.InputType}* inputs = step.Inputs + ({Text.Literal(plan.Input.Floats)} * first);");
            if (phase.Loss is not null)
                writer.Line($"{loss.TargetType}* targets = step.Targets + {(TargetSize(plan, loss) == 1 ? "first" : $"({Text.Literal(TargetSize(plan, loss))} * first)")};");
            foreach ((Place place, Value value) in locals.In(plan.Training))
                WriteValue(writer, place, value, "first");
            foreach ((Place place, Value value) in locals.In(plan.Scratch))
                writer.Line(PlanLocals.Declaration(value, value.Name, Operand.At("step.Scratch", place.Offset), null));

            WriteGroup(phase.There);
            WriteGroup(phase.Loss is { } call ? [call] : []);
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

    // A label for each row, or a number for each output.
    private static long TargetSize(ModelPlan plan, LossSpec loss)
        => plan.OutputShape.Take(plan.OutputShape.Count - (loss.TargetType == "int" ? 1 : 0)).Aggregate(1L, (size, next) => size * next);

    private static void WriteUpdate(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        writer.Line();
        writer.Line("/// <summary>The second phase of a step: gradients and new values for a part of the weights, from all samples of the batch.</summary>");
        writer.Line($"public static void Update(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int part, int parts)");
        using (writer.Block())
        {
            Method[] updates = [.. plan.Steps.Select(step => step.Update).OfType<Method>()];
            var locals = new PlanLocals(updates);
            if (locals.TakesInput)
                writer.Line($"{plan.InputType}* inputs = step.Inputs;");
            foreach ((Place place, Value value) in locals.In(plan.Training))
                WriteValue(writer, place, value, "0");
            writer.Line();
            foreach (Method update in updates)
                writer.Line(update.At(CallSite.Training));
            writer.Line();
            writer.Line("Derive(parameters, step.Derived, part, parts);");
        }
    }

    private static void WriteValue(SourceWriter writer, Place place, Value value, string sample)
        => writer.Line(PlanLocals.Declaration(
            value, PlanLocals.NameOf(place, value), $"step.Value({Text.Literal(place.Offset)}, {Text.Literal(value.Floats)}, {sample})", null));

    private static string Array(IEnumerable<int> items) => "[" + string.Join(", ", items.Select(item => Text.Literal(item))) + "]";
}
