namespace StaticNet.Generators;

/// <summary>Writes how a model predicts, and how it predicts what named layers give.</summary>
internal static class InferenceEmitter
{
    /// <summary>Writes the method that predicts the model's output.</summary>
    public static void WriteInfer(SourceWriter writer, ModelPlan plan)
    {
        writer.Line($"/// <summary>Predicts {(plan.Window > 0 ? "the step behind those that have left what is kept" : $"up to {plan.InferenceRows} samples")}.</summary>");
        writer.Line("public static void Infer(");
        writer.Indented($"float* parameters, {plan.InputType}* inputs, float* outputs, float* prepared, float* workspace, {Kept(plan, "float* ", "int ")}int samples)");
        using (writer.Block())
        {
            PlanLocals locals = WriteCall(writer, plan);
            foreach (HeadPlan head in plan.Heads)
            {
                WriteTitle(
                    writer, locals, head.Inferred,
                    head.Deferred is null ? $"What {head.Layer.Name} gives, without gaps between rows" : $"The {head.Activation.Title} that {head.Deferred.Name} leaves to the output");
                string rows = new SamplesOperand(SampleRange.Current, head.Inferred.Rows).Inside, outputs = Operand.Block("outputs", head.Column, "samples");
                writer.Line(head.Activation == Activation.Softmax
                    ? $"SoftmaxKernels.Forward<{head.RowType}>({head.Inferred.Name}, {outputs}, {Text.Literal(head.Inferred.Width)}, {rows});"
                    : $"OutputKernels.Write<{head.RowType}, {head.Activation.Name}>({head.Inferred.Name}, {outputs}, {rows});");
            }
        }
    }

    /// <summary>Writes the method that measures losses.</summary>
    public static void WriteMeasure(SourceWriter writer, ModelPlan plan)
    {
        string what = plan.Heads.Count == 1 ? $"The {plan.Heads[0].Output.Loss!.Name}" : "The losses";
        writer.Line();
        writer.Line($"/// <summary>{what} of up to {plan.InferenceRows} samples.</summary>");
        writer.Line("public static void Measure(");
        writer.Indented($"float* parameters, {plan.InputType}* inputs, {plan.TargetType}* targets, float* prepared, float* workspace, SampleLoss* losses, int samples)");
        using (writer.Block())
        {
            PlanLocals locals = WriteCall(writer, plan);
            foreach (HeadPlan head in plan.Heads)
            {
                WriteTitle(writer, locals, head.Inferred, $"{head.LossTitle(head.Inferred)}; the gradient is not used");
                string unused = head.IsOnly ? "unused" : Text.Camel(Text.Pascal(head.Layer.Name)) + "Unused";
                writer.Line($"float* {unused} = workspace + Work.{PlanLocals.Constant(head.Inferred, isGradient: true)};");
                writer.Line(head.CallInPredictions(unused).At(CallSite.Prediction()));
                if (head.Masked is not { } masked)
                    continue;
                foreach (string local in locals.Declare(masked.Mask))
                    writer.Line(local);
                writer.Line(masked.LeaveOut(head.RowType, masked.Mask.Name, unused, head.LossesInPredictions).At(CallSite.Prediction()));
            }
        }
    }

    // Takes the samples through the layers.
    private static PlanLocals WriteCall(SourceWriter writer, ModelPlan plan)
    {
        writer.Line($"Forward(parameters, inputs, {(plan.PreparedFloats > 0 ? "prepared, " : "")}workspace, {Kept(plan)}samples);");
        return PlanLocals.OfPrediction(plan);
    }

    private static void WriteTitle(SourceWriter writer, PlanLocals locals, Value value, string title)
    {
        writer.Line();
        writer.Line($"// {title}.");
        foreach (string local in locals.Declare(value))
            writer.Line(local);
    }

    /// <summary>Writes the methods that take samples through the layers, and that derive what this reads from the weights.</summary>
    public static void WriteForward(SourceWriter writer, ModelPlan plan, bool isWhole = true)
    {
        if (plan.PreparedFloats > 0 && plan.Window == 0)
        {
            writer.Line();
            writer.Line("/// <summary>Derives from the weights what predictions read.</summary>");
            writer.Line("public static void PrepareInference(float* parameters, float* prepared)");
            using (writer.Block())
            {
                foreach (PlanStep step in plan.InferenceSteps)
                {
                    if (step.PrepareInference is { } prepare)
                        writer.Line(prepare.At(Site(step)));
                }
            }
        }

        writer.Line();
        writer.Line("/// <summary>The layers as they predict, up to what the output or the loss takes.</summary>");
        string prepares = plan.PreparedFloats > 0 ? "float* prepared, " : "";
        writer.Line($"private static void Forward(float* parameters, {plan.InputType}* inputs, {prepares}float* workspace, {Kept(plan, "float* ", "int ")}int samples)");
        using (writer.Block())
        {
            var layers = new LayerWriter(writer, plan, PlanLocals.OfPrediction(plan));
            Queue<LayerSpec> leftOut = isWhole ? LayerWriter.LeftOutOf(plan, plan.InferenceSteps) : new();
            foreach (PlanStep step in plan.InferenceSteps)
                layers.AddForward(step.Layers, step.Infer, Site(step), leftOut);
            layers.LeftOut(leftOut, int.MaxValue, CallSite.Prediction());
            if (plan.InferenceSteps.Count > 0)
            {
                writer.Line("WorkSpaceView<Work> view = new(workspace, batch: 1, first: 0, samples); // What a debugger shows of the values.");
                writer.Line();
            }

            layers.Write();
        }
    }

    /// <summary>Writes the method that predicts what a named layer gives, chosen by its number among those of the plan.</summary>
    public static void WriteInferLayer(SourceWriter writer, ModelPlan plan)
    {
        if (!plan.InnerOutputs.Any())
            return;
        writer.Line();
        writer.Line("/// <summary>Predicts what a named layer gives.</summary>");
        writer.Line("public static void InferLayer(");
        writer.Indented($"int output, float* parameters, {plan.InputType}* inputs, float* outputs, float* prepared, float* workspace, int samples)");
        WriteSwitch(writer, plan, _ => true, "Infer(parameters, inputs, outputs, prepared, workspace, samples)");
        if (!plan.PreparesOutputs)
            return;
        writer.Line();
        writer.Line("/// <summary>Derives from the weights what predictions of a named layer's output read.</summary>");
        writer.Line("public static void PrepareLayer(int output, float* parameters, float* prepared)");
        WriteSwitch(writer, plan, output => output.PreparedFloats > 0, "PrepareInference(parameters, prepared)");
    }

    /// <summary>Writes a class for each named layer with the predictions that end there. What those of the model do alike is called, not repeated.</summary>
    public static void WriteOutputs(SourceWriter writer, ModelPlan plan, MethodWriter outer)
    {
        foreach ((LayerOutputPlan output, ModelPlan ending) in plan.InnerOutputs)
        {
            writer.Line();
            writer.Line($"/// <summary>Predictions that end with {output.Layer.Name}.</summary>");
            writer.Line($"private static class {output.ClassName}");
            using (writer.Block())
            {
                writer.Shape(RowShape.Of(ending.Heads[0].RowType, ending.Heads[0].Inferred));
                writer.Line();
                WriteInfer(writer, ending);
                WriteForward(writer, ending, isWhole: false);
                var methods = new MethodWriter(writer, outer);
                methods.WriteLayers(ending);
                PlacesEmitter.WriteWork(writer, ending);
            }
        }
    }

    /// <summary>Writes the method that predicts a step of a sequence, of a model that can.</summary>
    public static void WriteInferStep(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Decoder is null)
            return;
        writer.Line();
        writer.Line("/// <summary>Predicts one step of a sequence by what the steps before have left in what is kept, and leaves its own there.</summary>");
        writer.Line("public static void InferStep(");
        writer.Indented($"float* parameters, {plan.InputType}* inputs, float* outputs, float* prepared, float* workspace, float* kept, int position)");
        writer.Indented("=> Decoding.Infer(parameters, inputs, outputs, prepared, workspace, kept, position, samples: 1);");
    }

    /// <summary>Writes a class with the predictions of a step. What those of whole sequences do alike is called, not repeated.</summary>
    public static void WriteDecoding(SourceWriter writer, ModelPlan plan, MethodWriter outer)
    {
        if (plan.Decoder is not { } step)
            return;
        writer.Line();
        writer.Line($"/// <summary>Predictions of one step at a time, of sequences of {step.Window}.</summary>");
        writer.Line("private static class Decoding");
        using (writer.Block())
        {
            WriteInfer(writer, step);
            WriteForward(writer, step);
            var methods = new MethodWriter(writer, outer);
            ShapeType[] types = [.. step.InferenceSteps.SelectMany(inference => inference.ShapeTypesWithOptions), .. step.Heads.Select(head => RowShape.Of(head.RowType, head.Inferred))];
            methods.Hide(types);
            methods.WriteLayers(step);
            methods.Write(types);
            PlacesEmitter.WriteWork(writer, step);
        }
    }

    // What a model that takes one step at a time is given besides.
    private static string Kept(ModelPlan plan, string memory = "", string number = "") => plan.Window == 0 ? "" : $"{memory}kept, {number}position, ";

    private static void WriteSwitch(SourceWriter writer, ModelPlan plan, Func<ModelPlan, bool> isCase, string call)
    {
        using (writer.Block())
        {
            writer.Line("switch (output)");
            using (writer.Block())
            {
                int number = 0;
                foreach ((LayerOutputPlan output, ModelPlan ending) in plan.InnerOutputs)
                {
                    if (isCase(ending))
                        writer.Line($"case {Text.Literal(number)}: {output.ClassName}.{call}; break;");
                    number++;
                }
            }
        }
    }

    // Where a step finds what it derived from its weights.
    private static CallSite Site(PlanStep step) => CallSite.Prediction($"prepared + Prepared.{PlacesEmitter.PreparedBy(step)}");
}
