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
            WriteSummary(writer, plan);
            writer.Member($"file static unsafe class {Name(plan)}");
            using (writer.Block())
            {
                WriteInfo(writer, plan);
                writer.Line();
                InferenceEmitter.WriteInfer(writer, plan);
                InferenceEmitter.WriteInferLayer(writer, plan);
                InferenceEmitter.WriteInferStep(writer, plan);
                if (plan.IsTrainable)
                {
                    InferenceEmitter.WriteMeasure(writer, plan);
                    new TrainingEmitter(writer, plan).Write();
                }

                InferenceEmitter.WriteForward(writer, plan);
                MethodWriter methods = new(writer);
                methods.WriteLayers(plan);
                methods.Begin("outputs");
                methods.Write(plan.Heads.Select(head => RowShape.Of(head.RowType, head.Inferred)));
                PlacesEmitter.Write(writer, plan);
                InferenceEmitter.WriteOutputs(writer, plan, methods);
                InferenceEmitter.WriteDecoding(writer, plan, methods);
            }
        }
    }

    // Explains the words of all comments below.
    private static void WriteSummary(SourceWriter writer, ModelPlan plan)
    {
        string[] lines =
        [
            $"<summary>The passes of {plan.Identity.Name}, then the methods of each layer, then where everything lies in memory. Buffers hold floats.</summary>",
            "<remarks>",
            "In the methods of a layer x is what it takes and y what it gives. With an activation in the layer, z are the sums that it is applied to: y = activation(z).",
            .. !plan.IsTrainable ? (string[])[] :
            [
                "dx, dy and dz are the gradients of the loss by these, dkernel that by a kernel. Whoever computes dx also multiplies by the slope of the activation that made x,",
                "so that the layer before finds its dz; what ends in no activation has dz = dy. part says which of parts shares of the work a thread does.",
            ],
            "samples is how many samples a method works on; in a training, first is how many of the batch come before them. A flipped kernel is one rotated by 180 degrees.",
            "An underscore parts the name of a layer from what belongs to it; parameters go by the names of their properties, which have none.",
            "</remarks>",
        ];
        foreach (string line in lines)
            writer.Line("/// " + line);
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
                    writer.Line($"new(\"{p.Name}\", {Array(p.Shape)}, At.{p.Property}, {Text.Literal(p.Stride)}, Initializer.{p.Initializer}, {Text.Literal(p.FanIn)}, {Text.Literal(p.FanOut)}{(p.Trainable ? "" : ", Trainable: false")}{(p.RowAxes == 1 ? "" : $", RowAxes: {p.RowAxes}")}{(p.IsTable ? ", IsTable: true" : "")}{(p.Inputs.All(input => input == 0) && p.Inputs.Count <= 1 ? "" : $", Inputs: {Array(p.Inputs)}")}{(p.Ones == 0 ? "" : $", OnesAt: {Text.Literal(p.OnesAt)}, Ones: {Text.Literal(p.Ones)}")}{(p.PanelRows == 0 ? "" : $", PanelRows: {Text.Literal(p.PanelRows)}")}),");
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

            if (plan.Decoder is { } step)
                writer.Line($"Decoding = new({Text.Literal(step.Kept.Floats)}, new() {{ Parameters = {Text.Literal(step.ParameterFloats)}, InferenceRows = 1, Inference = {Text.Literal(step.Inference.Floats)}, Operations = {Text.Literal(step.Operations)} }}),");
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

    private static string Array(IEnumerable<int> items) => "[" + string.Join(", ", items.Select(item => Text.Literal(item))) + "]";
}
