namespace StaticNet.Generators;

/// <summary>Writes the class local to the file that holds a model's forward and backward code.</summary>
internal static class CodeClassEmitter
{
    public static string Name(ModelPlan plan) => plan.Identity.Name + "Code";

    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        var locals = new PlanLocals(plan);
        writer.Line("namespace StaticNet.Generated");
        using (writer.Block())
        {
            writer.Line("using StaticNet.Kernels;");
            writer.Line();
            writer.Line($"/// <summary>The passes of {plan.Identity.Name}. Buffers hold floats; rows is the number of samples.</summary>");
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
                    WritePropagate(writer, plan, locals, plan.Loss);
                    WriteUpdate(writer, plan, locals, plan.Loss);
                }

                InferenceEmitter.WriteForward(writer, plan, locals);
                WriteMethods(writer, plan);
                InferenceEmitter.WriteShapes(writer, plan.Steps.Concat(plan.InferenceSteps));
                writer.Line();
                RowShape.Write(writer, "HeadRow", plan.InferenceHead);
                InferenceEmitter.WriteOutputs(writer, plan);
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
                foreach (LayerSpec layer in plan.Layers)
                {
                    string fixedCount = layer.NonTrainableCount == 0 ? "" : $", {Text.Literal(layer.NonTrainableCount)}";
                    writer.Line($"new(\"{layer.Name}\", \"{layer.Kind}\", {Array(layer.OutputShape)}, {Text.Literal(layer.ParameterCount)}{fixedCount}),");
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
                    if (plan.Phases > 1)
                        Memory("Phases", plan.Phases);
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
            foreach (PlanStep step in plan.Steps.Where(step => step.CallPrepare.Length > 0))
                writer.Lines(step.CallPrepare);
        }
    }

    private static void WriteTouch(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        if (!plan.HasTable)
            return;
        writer.Line();
        writer.Line("/// <summary>Finds the rows of tables that the batch reads, a part of them, and brings them up to date.</summary>");
        writer.Line($"public static void Touch(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int part, int parts)");
        writer.Body([.. plan.Steps.Select(step => step.CallTouch("step.Inputs")).Where(call => call.Length > 0)]);
    }

    private static void WritePropagate(SourceWriter writer, ModelPlan plan, PlanLocals locals, LossSpec loss)
    {
        // Where a step sees the batch as a whole, all samples are through with what comes before.
        var phases = new List<List<string>> { new() };
        var combinations = new List<string>();
        foreach (PlanStep step in plan.Steps)
        {
            if (step.SeesBatch)
                Await(step.CallMeasure(step.Input.Name), step.CallCombine);
            Now(step.CallForward(step.Input.Name, step.Output.Name));
        }

        Now("");
        Now(loss.Call(plan.Head.Activation, plan.Head.Name, "targets", PlanLocals.GradientName(plan.Head), "step.Losses + first", "step.Batch"));
        Now("");
        foreach (PlanStep step in plan.Steps.Reverse())
        {
            if (step.SeesBatch && step.CallCombineGradient.Length > 0)
                Await(step.CallMeasureGradient(step.Input.Name, PlanLocals.GradientName(step.Output)), step.CallCombineGradient);
            if (step.GoesBack)
                Now(step.CallBackward(step.Input.Name, step.Output.Name, PlanLocals.GradientName(step.Input), PlanLocals.GradientName(step.Output)));
        }

        if (phases[phases.Count - 1].Count == 0)
            phases.RemoveAt(phases.Count - 1);
        string parameters = $"(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int first, int rows)";
        if (plan.Phases == 1)
        {
            writer.Line();
            writer.Line($"/// <summary>The first phase of a step: forward, {loss.Name} and backward through the activations, for some samples of the batch.</summary>");
            writer.Line($"public static void Propagate{parameters}");
            WritePhase(writer, plan, locals, loss, phases[0]);
            return;
        }

        writer.Line();
        writer.Line($"/// <summary>A phase of a step: forward, {loss.Name} and backward through the activations, for some samples of the batch.</summary>");
        writer.Line($"public static void Propagate(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int phase, int first, int rows)");
        WriteSwitch(phases.Count, "Propagate", "(parameters, step, first, rows)");
        writer.Line();
        writer.Line("/// <summary>Puts together what a phase measured, when all samples are through it.</summary>");
        writer.Line($"public static void Combine(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int phase)");
        using (writer.Block())
        {
            HashSet<string> mentioned = PlanLocals.Mentioned(combinations);
            Dictionary<int, Place> places = plan.Training.Places.Where(place => !place.IsGradient).ToDictionary(place => place.Value);
            foreach (Value value in locals.Training.Where(value => mentioned.Contains(value.Name)))
                WriteValue(writer, locals, places[value.Id], "0");
            writer.Line("switch (phase)");
            using (writer.Block())
            {
                for (int i = 0; i < combinations.Count; i++)
                    writer.Line($"case {i}: {combinations[i]} break;");
            }
        }

        for (int i = 0; i < phases.Count; i++)
        {
            writer.Line();
            writer.Line($"private static void Propagate{i}{parameters}");
            WritePhase(writer, plan, locals, loss, phases[i]);
        }

        void Now(string statement) => phases[phases.Count - 1].Add(statement);

        void Await(string measure, string combine)
        {
            Now(measure);
            combinations.Add(combine);
            phases.Add([]);
        }

        void WriteSwitch(int count, string method, string arguments)
        {
            using (writer.Block())
            {
                writer.Line("switch (phase)");
                using (writer.Block())
                {
                    for (int i = 0; i < count; i++)
                        writer.Line($"case {i}: {method}{i}{arguments}; break;");
                }
            }
        }
    }

    private static void WritePhase(SourceWriter writer, ModelPlan plan, PlanLocals locals, LossSpec loss, List<string> statements)
    {
        HashSet<string> mentioned = PlanLocals.Mentioned(statements);
        using (writer.Block())
        {
            if (mentioned.Contains("inputs"))
                writer.Line($"{plan.InputType}* inputs = step.Inputs + ({Text.Literal(plan.Input.Floats)} * first);");
            if (mentioned.Contains("targets"))
                writer.Line($"{loss.TargetType}* targets = step.Targets + {(loss.TargetType == "int" ? "first" : $"({Text.Literal(plan.OutputShape[0])} * first)")};");
            foreach (Place place in plan.Training.Places.Where(place => mentioned.Contains(locals.NameAt(place))))
                WriteValue(writer, locals, place, "first");
            foreach (Place place in plan.Scratch.Places.Where(place => mentioned.Contains(locals.NameAt(place))))
            {
                Value value = locals.ValueAt(place);
                writer.Line(PlanLocals.Declaration(value, value.Name, PlanLocals.At("step.Scratch", place.Offset), null));
            }

            writer.Line();
            string[] lines = [.. string.Join("\n", statements).Trim('\n').Split('\n')];
            foreach (string line in lines)
                writer.Line(line);
        }
    }

    private static void WriteUpdate(SourceWriter writer, ModelPlan plan, PlanLocals locals, LossSpec loss)
    {
        writer.Line();
        writer.Line("/// <summary>The second phase of a step: gradients and new values for a part of the weights, from all samples of the batch.</summary>");
        writer.Line($"public static void Update(float* parameters, in TrainingStep<{plan.InputType}, {loss.TargetType}> step, int part, int parts)");
        using (writer.Block())
        {
            string[] updates = [.. plan.Steps.Where(step => step.HasWeights).Select(step => step.CallUpdate(step.Input.Name, PlanLocals.GradientName(step.Output)))];
            HashSet<string> mentioned = PlanLocals.Mentioned(updates);
            if (mentioned.Contains("inputs"))
                writer.Line($"{plan.InputType}* inputs = step.Inputs;");
            foreach (Place place in plan.Training.Places.Where(place => mentioned.Contains(locals.NameAt(place))))
                WriteValue(writer, locals, place, "0");
            writer.Line();
            foreach (string update in updates)
                writer.Lines(update);
            writer.Line();
            writer.Line("Derive(parameters, step.Derived, part, parts);");
        }
    }

    private static void WriteValue(SourceWriter writer, PlanLocals locals, Place place, string sample)
    {
        Value value = locals.ValueAt(place);
        writer.Line(PlanLocals.Declaration(
            value, locals.NameAt(place),
            $"step.Value({Text.Literal(place.Offset)}, {Text.Literal(value.Floats)}, {sample})", null));
    }

    private static void WriteMethods(SourceWriter writer, ModelPlan plan)
    {
        foreach (PlanStep step in plan.Steps)
        {
            Write(step.WriteForward);
            if (step.GoesBack)
                Write(step.WriteBackward);
            if (step.HasWeights)
                Write(step.WriteUpdate);
        }

        var trained = new HashSet<string>(plan.Steps.Select(step => step.ForwardName), StringComparer.Ordinal);
        foreach (PlanStep step in plan.InferenceSteps.Where(step => !trained.Contains(step.InferName)))
            Write(step.WriteInfer);

        void Write(Action<SourceWriter> write)
        {
            writer.Line();
            write(writer);
        }
    }

    private static string Array(IEnumerable<int> items) => "[" + string.Join(", ", items.Select(item => Text.Literal(item))) + "]";
}
