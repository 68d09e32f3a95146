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
            writer.Line($"file static class {Name(plan)}");
            using (writer.Block())
            {
                WriteOffsets(writer, plan);
                WriteInfo(writer, plan);
                WriteInfer(writer, plan);
                if (plan.Loss is not null)
                {
                    WriteMeasure(writer, plan, plan.Loss);
                    WritePrepare(writer, plan);
                    WritePropagate(writer, plan, plan.Loss);
                    WriteUpdate(writer, plan, plan.Loss);
                }

                WriteForward(writer, plan);
                foreach (PlanStep step in plan.Steps)
                    WriteMethods(writer, plan, step);
                WriteShapes(writer, plan);
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
                bool hasGaps = parameter.Shape.Count > 1 && parameter.Stride != parameter.Shape[parameter.Shape.Count - 1];
                string gaps = hasGaps ? $", rows {parameter.Stride} apart" : "";
                writer.Line($"public const int {parameter.Property} = {Text.Literal(parameter.Offset)}; // {Text.Shape(parameter.Shape)}{gaps}");
            }
        }

        writer.Line();
    }

    private static void WriteInfo(SourceWriter writer, ModelPlan plan)
    {
        writer.Line("/// <summary>What is known of the model before it runs.</summary>");
        writer.Line("public static readonly ModelInfo Info = new()");
        using (writer.Block("};"))
        {
            writer.Line($"Name = \"{plan.Identity.Name}\",");
            writer.Line($"InputShape = {Array(plan.Input.Shape)},");
            writer.Line($"OutputShape = {Array(plan.OutputShape)},");
            if (plan.Loss is not null)
                writer.Line($"Loss = Loss.{plan.Loss.Name},");
            writer.Line("Layers =");
            using (writer.List())
            {
                foreach (LayerSpec layer in plan.Layers)
                    writer.Line($"new(\"{layer.Name}\", \"{layer.Kind}\", {Array(layer.OutputShape)}, {Text.Literal(layer.ParameterCount)}),");
            }

            writer.Line("Parameters =");
            using (writer.List())
            {
                foreach (ParameterPlan p in plan.Parameters)
                    writer.Line($"new(\"{p.Name}\", {Array(p.Shape)}, At.{p.Property}, {Text.Literal(p.Stride)}, Initializer.{p.Initializer}, {Text.Literal(p.FanIn)}, {Text.Literal(p.FanOut)}),");
            }

            writer.Line(
                $"Memory = new(Parameters: {Text.Literal(plan.ParameterFloats)}, InferenceRows: {plan.InferenceRows}, Inference: {Text.Literal(plan.Inference.Floats)}, "
                + $"Transposes: {Text.Literal(plan.TransposeFloats)}, GradientBlock: {Text.Literal(plan.GradientBlock)}, TrainingPerSample: {Text.Literal(plan.Training.Floats)}),");
        }
    }

    private static void WriteInfer(SourceWriter writer, ModelPlan plan)
    {
        writer.Line();
        writer.Line($"/// <summary>Predicts up to {plan.InferenceRows} samples.</summary>");
        writer.Line("public static void Infer(");
        writer.Indented("Pointer<float> parameters, Pointer<float> inputs, Pointer<float> outputs, Pointer<float> workspace, int rows)");
        using (writer.Block())
        {
            writer.Line($"Pointer<float> {HeadName(plan)} = Forward(parameters, inputs, workspace, rows);");
            writer.Line(plan.HeadActivation == Activation.Softmax
                ? $"SoftmaxKernels.Forward<HeadRow>({HeadName(plan)}, outputs, {Text.Literal(plan.OutputShape[plan.OutputShape.Count - 1])}, {Rows(plan.Head)});"
                : $"OutputKernels.Write<HeadRow, {plan.HeadActivation.Name}>({HeadName(plan)}, outputs, {Rows(plan.Head)});");
        }
    }

    private static void WriteMeasure(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        writer.Line();
        writer.Line($"/// <summary>The {loss.Name} of up to {plan.InferenceRows} samples.</summary>");
        writer.Line("public static void Measure(");
        writer.Indented($"Pointer<float> parameters, Pointer<float> inputs, Pointer<{loss.TargetType}> targets, Pointer<float> workspace, Pointer<SampleLoss> losses, int rows)");
        using (writer.Block())
        {
            writer.Line($"Pointer<float> {HeadName(plan)} = Forward(parameters, inputs, workspace, rows);");
            writer.Line($"Pointer<float> unused = {At("workspace", plan.Inference.Places.First(place => place.IsGradient))};");
            writer.Line(loss.Call(plan.Head.Activation, HeadName(plan), "targets", "unused", "losses", "batch: rows"));
        }
    }

    private static void WriteForward(SourceWriter writer, ModelPlan plan)
    {
        writer.Line();
        writer.Line("/// <summary>The layers as they predict, up to what the output or the loss takes.</summary>");
        writer.Line("private static Pointer<float> Forward(Pointer<float> parameters, Pointer<float> inputs, Pointer<float> workspace, int rows)");
        using (writer.Block())
        {
            // A step that predictions leave out hands its input on.
            var names = new Dictionary<int, string> { [plan.Input.Id] = "inputs" };
            PlanStep[] steps = [.. plan.Steps.Where(step => !step.TrainingOnly)];
            foreach (Value value in steps.Select(step => step.Output))
                writer.Line($"Pointer<float> {value.Name} = {At("workspace", plan.Inference.Places.First(place => place.Value == value.Id && !place.IsGradient))}; // {Block(plan.InferenceRows, value)}");
            foreach (PlanStep step in plan.Steps)
            {
                names[step.Output.Id] = step.TrainingOnly ? names[step.Input.Id] : step.Output.Name;
                if (!step.TrainingOnly)
                    writer.Line(step.CallForward(names[step.Input.Id], step.Output.Name));
            }

            writer.Line($"return {names[plan.Head.Id]};");
        }
    }

    private static void WritePrepare(SourceWriter writer, ModelPlan plan)
    {
        writer.Line();
        writer.Line("/// <summary>Makes the transposed copies of kernels that the backward pass reads.</summary>");
        writer.Line("public static void Prepare(Pointer<float> parameters, Pointer<float> transposes)");
        writer.Indented("=> Transpose(parameters, transposes, part: 0, parts: 1);");
        writer.Line();
        writer.Line("private static void Transpose(Pointer<float> parameters, Pointer<float> transposes, int part, int parts)");
        using (writer.Block())
        {
            foreach (PlanStep step in plan.Steps.Where(step => step.CallPrepare.Length > 0))
                writer.Line(step.CallPrepare);
        }
    }

    private static void WritePropagate(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        writer.Line();
        writer.Line($"/// <summary>The first phase of a step: forward, {loss.Name} and backward through the activations, for some samples of the batch.</summary>");
        writer.Line($"public static void Propagate(in TrainingStep<float, {loss.TargetType}> step, int first, int rows)");
        using (writer.Block())
        {
            writer.Line("Pointer<float> parameters = step.Parameters;");
            writer.Line($"Pointer<float> inputs = step.Inputs + ({Text.Literal(plan.Input.Floats)} * first);");
            writer.Line($"Pointer<{loss.TargetType}> targets = step.Targets + {(loss.TargetType == "int" ? "first" : $"({Text.Literal(plan.OutputShape[0])} * first)")};");
            foreach (Place place in plan.Training.Places)
                WriteValue(writer, plan, place, "first");

            writer.Line();
            foreach (PlanStep step in plan.Steps)
                writer.Line(step.CallForward(step.Input.Name, step.Output.Name));
            writer.Line();
            writer.Line(loss.Call(plan.Head.Activation, plan.Head.Name, "targets", GradientName(plan.Head), "step.Losses + first", "step.Batch"));
            writer.Line();
            foreach (PlanStep step in plan.Steps.Reverse().Where(step => step.Input.HasGradient))
                writer.Line(step.CallBackward(step.Input.Name, step.Output.Name, GradientName(step.Input), GradientName(step.Output)));
        }
    }

    private static void WriteUpdate(SourceWriter writer, ModelPlan plan, LossSpec loss)
    {
        writer.Line();
        writer.Line("/// <summary>The second phase of a step: gradients and new values for a part of the weights, from all samples of the batch.</summary>");
        writer.Line($"public static void Update(in TrainingStep<float, {loss.TargetType}> step, int part, int parts)");
        using (writer.Block())
        {
            PlanStep[] steps = [.. plan.Steps.Where(step => step.HasWeights)];
            writer.Line("Pointer<float> inputs = step.Inputs;");
            foreach (Place place in plan.Training.Places.Where(place => steps.Any(
                step => place.IsGradient ? step.Output.Id == place.Value : step.Input.Id == place.Value)))
            {
                WriteValue(writer, plan, place, "0");
            }

            writer.Line();
            foreach (PlanStep step in steps)
                writer.Line(step.CallUpdate(step.Input.Name, GradientName(step.Output)));
            writer.Line();
            writer.Line("Transpose(step.Parameters, step.Transposes, part, parts);");
        }
    }

    private static void WriteValue(SourceWriter writer, ModelPlan plan, Place place, string sample)
    {
        Value value = plan.Steps.Select(step => step.Output).First(output => output.Id == place.Value);
        string name = place.IsGradient ? GradientName(value) : value.Name;
        writer.Line($"Pointer<float> {name} = step.Value({Text.Literal(place.Offset)}, {Text.Literal(value.Floats)}, {sample}); // {Block(null, value)}");
    }

    private static void WriteMethods(SourceWriter writer, ModelPlan plan, PlanStep step)
    {
        if (plan.Loss is not null || !step.TrainingOnly)
        {
            writer.Line();
            step.WriteForward(writer);
        }

        if (plan.Loss is not null && step.Input.HasGradient)
        {
            writer.Line();
            step.WriteBackward(writer);
        }

        if (plan.Loss is not null && step.HasWeights)
        {
            writer.Line();
            step.WriteUpdate(writer);
        }
    }

    private static void WriteShapes(SourceWriter writer, ModelPlan plan)
    {
        foreach (PlanStep step in plan.Steps.Where(step => step.HasShape))
        {
            writer.Line();
            step.WriteShape(writer);
        }

        writer.Line();
        RowShape.Write(writer, "HeadRow", plan.Head);
    }

    private static string HeadName(ModelPlan plan) => plan.Head.Id == plan.Input.Id ? "head" : plan.Head.Name;

    private static string GradientName(Value value) => value.Name + "Gradient";

    private static string Rows(Value value) => value.Rows == 1 ? "rows" : $"{Text.Literal(value.Rows)} * rows";

    private static string Array(IEnumerable<int> items) => "[" + string.Join(", ", items.Select(item => Text.Literal(item))) + "]";

    private static string At(string buffer, Place place) => place.Offset == 0 ? buffer : $"{buffer} + {Text.Literal(place.Offset)}";

    // The shape of a block in memory: samples, rows, row.
    private static string Block(int? samples, Value value)
    {
        int width = value.Shape[value.Shape.Count - 1];
        string shape = string.Join(", ", value.Shape.Select(size => Text.Number(size)));
        return $"({(samples is { } count ? Text.Number(count) : "rows")}, {shape}){(width == value.Stride ? "" : $", rows {value.Stride} apart")}";
    }
}
