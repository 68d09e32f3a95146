namespace StaticNet.Generators;

/// <summary>Writes how a model predicts, and how it predicts what named layers give.</summary>
internal static class InferenceEmitter
{
    /// <summary>Writes the method that predicts the model's output.</summary>
    public static void WriteInfer(SourceWriter writer, ModelPlan plan)
    {
        writer.Line();
        writer.Line($"/// <summary>Predicts up to {plan.InferenceRows} samples.</summary>");
        writer.Line("public static void Infer(");
        writer.Indented($"float* parameters, {plan.InputType}* inputs, float* outputs, float* prepared, float* workspace, int rows)");
        using (writer.Block())
        {
            string head = HeadName(plan), rows = new SamplesOperand(Samples.Rows, plan.InferenceHead.Rows).Inside;
            writer.Line($"float* {head} = {CallForward(plan)};");
            writer.Line(plan.HeadActivation == Activation.Softmax
                ? $"SoftmaxKernels.Forward<HeadRow>({head}, outputs, {Text.Literal(plan.InferenceHead.Width)}, {rows});"
                : $"OutputKernels.Write<HeadRow, {plan.HeadActivation.Name}>({head}, outputs, {rows});");
        }
    }

    /// <summary>Writes the method that measures losses.</summary>
    public static void WriteMeasure(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        writer.Line();
        writer.Line($"/// <summary>The {loss.Name} of up to {plan.InferenceRows} samples.</summary>");
        writer.Line("public static void Measure(");
        writer.Indented($"float* parameters, {plan.InputType}* inputs, {loss.TargetType}* targets, float* prepared, float* workspace, SampleLoss* losses, int rows)");
        using (writer.Block())
        {
            writer.Line($"float* {HeadName(plan)} = {CallForward(plan)};");
            writer.Line($"float* unused = {Operand.At("workspace", plan.Inference.Places.First(place => place.IsGradient).Offset)};");
            writer.Line(loss.Call(plan.InferenceHead, HeadName(plan), "unused", "losses", $"batch: {new SamplesOperand(Samples.Rows, plan.InferenceHead.Rows).Inside}").At(CallSite.Prediction(0)));
            if (plan.MaskedLoss is not { } masked)
                return;
            string address = Operand.At("workspace", plan.Inference.Places.First(place => place.Value == masked.Mask.Id).Offset);
            writer.Line(PlanLocals.Declaration(masked.Mask, "mask", address, null));
            writer.Line(masked.LeaveOut("mask", "unused", "losses").At(CallSite.Prediction(0)));
        }
    }

    /// <summary>Writes the methods that take samples through the layers, and that derive what this reads from the weights.</summary>
    public static void WriteForward(SourceWriter writer, ModelPlan plan)
    {
        if (plan.PreparedFloats > 0)
        {
            writer.Line();
            writer.Line("/// <summary>Derives from the weights what predictions read.</summary>");
            writer.Line("public static void PrepareInference(float* parameters, float* prepared)");
            using (writer.Block())
            {
                foreach ((PlanStep step, CallSite site) in PreparedSteps(plan))
                {
                    if (step.PrepareInference is { } prepare)
                        writer.Line(prepare.At(site));
                }
            }
        }

        writer.Line();
        writer.Line("/// <summary>The layers as they predict, up to what the output or the loss takes.</summary>");
        string prepares = plan.PreparedFloats > 0 ? "float* prepared, " : "";
        writer.Line($"private static float* Forward(float* parameters, {plan.InputType}* inputs, {prepares}float* workspace, int rows)");
        using (writer.Block())
        {
            var locals = new PlanLocals(plan.InferenceSteps.Select(step => step.Infer));
            foreach ((Place place, Value value) in locals.In(plan.Inference))
                writer.Line(PlanLocals.Declaration(value, value.Name, Operand.At("workspace", place.Offset), plan.InferenceRows));

            foreach ((PlanStep step, CallSite site) in PreparedSteps(plan))
                writer.Line(step.Infer.At(site));
            writer.Line($"return {plan.InferenceHead.Name};");
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
        writer.Indented($"int output, float* parameters, {plan.InputType}* inputs, float* outputs, float* prepared, float* workspace, int rows)");
        WriteSwitch(writer, plan, _ => true, "Infer(parameters, inputs, outputs, prepared, workspace, rows)");
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
                writer.Shape(RowShape.Of("HeadRow", ending.InferenceHead));
                WriteInfer(writer, ending);
                WriteForward(writer, ending);
                var methods = new MethodWriter(writer, outer);
                methods.Write(ending.InferenceSteps.SelectMany(step => step.InPredictions));
                methods.Write(ending.InferenceSteps.SelectMany(step => step.SizesAndOptions));
            }
        }
    }

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

    private static string CallForward(ModelPlan plan)
        => $"Forward(parameters, inputs, {(plan.PreparedFloats > 0 ? "prepared, " : "")}workspace, rows)";

    private static string HeadName(ModelPlan plan) => plan.InferenceHead.Id == plan.Input.Id ? "head" : plan.InferenceHead.Name;

    // The steps of a prediction, each with the place of what it derived from its weights.
    private static IEnumerable<(PlanStep Step, CallSite Site)> PreparedSteps(ModelPlan plan)
    {
        long offset = 0;
        foreach (PlanStep step in plan.InferenceSteps)
        {
            yield return (step, CallSite.Prediction(offset));
            offset += Layout.Align(step.PreparedFloats);
        }
    }
}
