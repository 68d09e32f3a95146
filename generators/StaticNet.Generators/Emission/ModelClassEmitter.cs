namespace StaticNet.Generators;

/// <summary>Writes the part of the model class that its users see.</summary>
internal static class ModelClassEmitter
{
    public static void Write(SourceWriter writer, ModelPlan plan)
    {
        using (ClassBlock.Open(writer, plan.Identity))
        {
            WriteSummary(writer, plan);
            writer.Line(ClassBlock.Head(plan.Identity, InputType(plan), plan.IsTrainable ? TargetType(plan) : null));
            using (writer.Block())
            {
                WriteConstants(writer, plan);
                WriteConstructor(writer, plan);
                WriteParameters(writer, plan);
                ColumnsEmitter? columns = plan.HasColumns ? new(writer, plan.Columns) : null;
                columns?.Write($"{Code(plan)}.Info");
                WriteOutputs(writer, plan, columns);
                WriteDecoder(writer, plan);
                writer.Line();
                WriteOverrides(writer, plan);
            }
        }
    }

    private static void WriteSummary(SourceWriter writer, ModelPlan plan)
    {
        string[][] rows =
        [
            ["Layer", "Output shape", "Parameters", "Takes"],
            .. plan.Layers.Select((layer, at) => new[]
            {
                $"{layer.Name} ({layer.Description})", Text.Shape(layer.OutputShape), Text.Number(plan.Nodes[at].ParameterCount), plan.TakesAbove(at) ? "" : string.Join(", ", plan.InputsOf(at)),
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length))];
        writer.Line("/// <summary>");
        writer.Line($"/// A network from {From(plan)} to {To(plan)}{(plan.IsTrainable ? "" : ", for inference only")}.");
        writer.Line("/// <code>");
        foreach (string[] row in rows)
            writer.Line($"/// {row[0].PadRight(widths[0])}   {row[1].PadRight(widths[1])}   {row[2].PadLeft(widths[2])}{(plan.IsGraph && row[3].Length > 0 ? "   " + row[3] : "")}");
        writer.Line("/// </code>");
        string fixedCount = plan.NonTrainableCount == 0 ? "" : $", {Text.Number(plan.NonTrainableCount)} of them not trainable";
        writer.Line($"/// Parameters: {Text.Number(plan.ParameterCount)} ({Text.Bytes(plan.ParameterCount * 4L)}){fixedCount}. Work space: {Memory(plan)}.");
        writer.Line("/// </summary>");
    }

    private static string From(ModelPlan plan)
        => plan.Inputs.Count == 1 ? Text.Shape(plan.InputShape) : Text.List(plan.Inputs.Select(input => $"{input.Name} {Text.Shape(input.Value.Shape)}"));

    private static string To(ModelPlan plan)
    {
        return Text.List(plan.Heads.Select(head => $"{(plan.Heads.Count == 1 ? "" : head.Output.Name + " ")}{Text.Shape(head.Output.Shape)}{Trained(head.Output)}"));

        static string Trained(OutputSpec output)
            => output.Loss is null ? "" : $", trained with {output.Loss.Name}{(output.Weight == 1 ? "" : $" times {Text.Literal(output.Weight)}")}";
    }

    private static string Memory(ModelPlan plan)
        => $"{Text.Bytes(InferenceBytes(plan))} to predict up to {plan.InferenceRows} samples at a time"
            + (plan.PreparedFloats == 0 ? "" : $" and {Text.Bytes(plan.PreparedFloats * 4L)} beside")
            + (!plan.IsTrainable ? "" : $", {Text.Bytes(plan.Training.Floats * 4L)} a sample and {Text.Bytes(plan.DerivedFloats * 4L)} beside to train");

    private static long InferenceBytes(ModelPlan plan) => plan.Inference.Floats * 4L;

    private static void WriteConstants(SourceWriter writer, ModelPlan plan)
    {
        Constant("InputSize", ModelChecker.Size(plan.InputShape), $"The numbers in one sample, {(plan.Inputs.Count > 1 ? $"of {From(plan)}" : $"of shape {Text.Shape(plan.InputShape)}")}.");
        Constant("OutputSize", ModelChecker.Size(plan.OutputShape), plan.Heads.Count > 1 ? "The numbers in all outputs for one sample." : $"The numbers in the output for one sample, of shape {Text.Shape(plan.OutputShape)}.");
        Constant("ParameterCount", plan.ParameterCount, "The number of weights.");
        Constant("ParameterBytes", plan.ParameterFloats * 4L, "The bytes of the buffer of all parameters, with rows rounded up to whole vectors.");
        Constant("InferenceBytes", InferenceBytes(plan), $"The bytes of work space of a prediction, for {plan.InferenceRows} samples at a time and any number in all.");
        if (plan.PreparedFloats > 0)
            Constant("PreparedBytes", plan.PreparedFloats * 4L, "The bytes of what predictions derive from the weights, once for each change of them.");
        if (plan.IsTrainable)
        {
            Constant("TrainingBytesPerSample", plan.Training.Floats * 4L, "The bytes of work space of a training step for each sample of its batch.");
            Constant("TrainingBytes", plan.DerivedFloats * 4L, "The bytes of work space of a training whatever its batch: what it derives from the weights.");
        }

        void Constant(string name, long value, string summary)
        {
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"public const {(value > int.MaxValue ? "long" : "int")} {name} = {Text.Literal(value)};");
        }
    }

    private static void WriteConstructor(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Identity.HasSeedConstructor)
            return;
        writer.Line();
        writer.Line("/// <summary>Makes a model with fresh weights.</summary>");
        writer.Line("/// <param name=\"seed\">What the weights are drawn from; the same seed gives the same model and the same training.</param>");
        writer.Member($"public {Text.Identifier(plan.Identity.Name)}(int seed = 0) : base(seed: seed) {{ }}");
    }

    private static void WriteParameters(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Parameters.Count > 0)
            writer.Line();
        for (int i = 0; i < plan.Parameters.Count; i++)
        {
            ParameterPlan parameter = plan.Parameters[i];
            writer.Line($"/// <summary>The {parameter.Role} of {parameter.Layer}, of shape {Text.Shape(parameter.Shape)}.</summary>");
            writer.Member($"public global::StaticNet.Parameter {parameter.Property} => base.Parameters[{i}];");
        }
    }

    private static void WriteOutputs(SourceWriter writer, ModelPlan plan, ColumnsEmitter? columns)
    {
        int number = 0;
        foreach (LayerOutputPlan output in plan.LayerOutputs)
        {
            string title = $"{output.Layer.Name} ({output.Layer.Description})", shape = Text.Shape(output.Layer.OutputShape);
            int size = output.Layer.OutputShape.Aggregate(1, (product, next) => product * next);
            string inputs = $"global::System.ReadOnlySpan<{InputType(plan)}> inputs";
            string call = output.Plan is null ? "base.Predict(" : $"base.LayerOutput({Text.Literal(number++)}, ";
            string memory = output.Plan is not { } ending ? ""
                : $" Work space: {Text.Bytes(InferenceBytes(ending))} for {ending.InferenceRows} samples at a time{(ending.PreparedFloats == 0 ? "" : $" and {Text.Bytes(ending.PreparedFloats * 4L)} beside")}.";
            writer.Line();
            writer.Line($"/// <summary>The numbers that {output.Layer.Name} gives for one sample, of shape {shape}.</summary>");
            writer.Line($"public const int {output.Members.Size} = {Text.Literal(size)};");
            writer.Line();
            if (columns is not null && plan.Inputs.Count > 1)
            {
                // What the whole model gives has the name of its only output.
                if (output.Plan is not null)
                    columns.WriteLayer(output.Members, $"{title} gives, {shape} for a sample", number - 1);
                else
                    columns.WriteWhole(output.Members, $"{title} gives, {shape} for a sample");
                continue;
            }

            writer.Line($"/// <summary>Predicts what {title} gives, {shape} for a sample, under the same rules as Predict. Allocates nothing after the first calls.{memory}</summary>");
            writer.Line("/// <param name=\"inputs\">The samples, one behind the other, each in row-major order.</param>");
            writer.Line($"/// <param name=\"outputs\">Where the outputs go, one behind the other: {Text.Number(size)} numbers for each sample.</param>");
            writer.Member($"public void {output.Members.Predict}({inputs}, global::System.Span<float> outputs) => {call}inputs, outputs);");
            writer.Line();
            writer.Line($"/// <summary>Predicts what {title} gives, {shape} for a sample, under the same rules as Predict.</summary>");
            writer.Line("/// <param name=\"inputs\">The samples, one behind the other, each in row-major order.</param>");
            writer.Line($"/// <returns>The outputs, one behind the other: {Text.Number(size)} numbers for each.</returns>");
            writer.Member($"public float[] {output.Members.Predict}({inputs}) => {call}inputs);");
            writer.Line();
            WriteConversions(writer, output, InputType(plan), output.Plan is null ? "global::StaticNet.PredictExtensions.Predict(this, " : call, size);
        }
    }

    // What Predict takes besides. Without a method for arrays, languages before 14 could not choose between spans and rows.
    private static void WriteConversions(SourceWriter writer, LayerOutputPlan output, string inputType, string call, int size)
    {
        string method = output.Members.Predict, returns = $"/// <returns>A row of {Text.Number(size)} numbers for each sample.</returns>";
        writer.Line($"/// <inheritdoc cref=\"{method}(global::System.ReadOnlySpan{{{inputType}}})\"/>");
        writer.Member($"public float[] {method}({inputType}[] inputs) => {method}((global::System.ReadOnlySpan<{inputType}>)inputs);");
        writer.Line();
        writer.Line($"/// <summary>Predicts what {output.Layer.Name} gives for rows of any kind, under the same rules as Predict.</summary>");
        writer.Line("/// <param name=\"x\">The samples; the first axis counts them.</param>");
        writer.Line(returns);
        writer.Member($"public float[,] {method}(global::StaticNet.Rows<{inputType}> x) => {call}x);");
        writer.Line();
        writer.Line($"/// <summary>Predicts what {output.Layer.Name} gives for the samples of a data set, under the same rules as Predict.</summary>");
        writer.Line("/// <param name=\"data\">The samples; their targets are not looked at.</param>");
        writer.Line(returns);
        writer.Member($"public float[,] {method}<TTarget>(global::StaticNet.Dataset<{inputType}, TTarget> data) where TTarget : unmanaged => {call}data);");
    }

    private static void WriteDecoder(SourceWriter writer, ModelPlan plan)
    {
        if (plan.Decoder is not { } step)
            return;
        writer.Line();
        writer.Line($"/// <summary>Begins to predict a sequence step by step, as of a text that grows: each step is taken through the layers once. A decoder takes {Text.Bytes((step.Kept.Floats + step.Inference.Floats) * 4L)}.</summary>");
        writer.Line($"/// <returns>A decoder that has read nothing yet, for {Text.Number(step.Window)} steps; one for each sequence.</returns>");
        writer.Member($"public global::StaticNet.Decoder<{InputType(plan)}> {GeneratedMembers.StartDecoding}() => base.NewDecoder();");
    }

    private static string InputType(ModelPlan plan) => ColumnMembers.Qualified(plan.InputType);

    private static string TargetType(ModelPlan plan) => ColumnMembers.Qualified(plan.TargetType);

    private static string Code(ModelPlan plan) => $"global::StaticNet.Generated.{CodeClassEmitter.Name(plan)}";

    private static void WriteOverrides(SourceWriter writer, ModelPlan plan)
    {
        string code = Code(plan);
        string parameters = "float* parameters", inputs = $"{InputType(plan)}* inputs";
        string prepared = "float* prepared", workspace = "float* workspace";
        writer.Member($"protected sealed override global::StaticNet.ModelInfo DescribeModel() => {code}.Info;");
        Override("void", "Infer", parameters, inputs, "float* outputs", prepared, workspace, "int samples");
        if (plan.PreparedFloats > 0)
            Override("void", "PrepareInference", parameters, prepared);
        if (plan.InnerOutputs.Any())
            Override("void", "InferLayer", "int output", parameters, inputs, "float* outputs", prepared, workspace, "int samples");
        if (plan.PreparesOutputs)
            Override("void", "PrepareLayer", "int output", parameters, prepared);
        if (plan.Decoder is not null)
            Override("void", "InferStep", parameters, inputs, "float* outputs", prepared, workspace, "float* kept", "int position");
        if (!plan.IsTrainable)
            return;
        string step = $"in global::StaticNet.Kernels.TrainingStep<{InputType(plan)}, {TargetType(plan)}> step";
        Override(
            "void", "Measure", parameters, inputs, $"{TargetType(plan)}* targets", prepared, workspace,
            "global::StaticNet.Kernels.SampleLoss* losses", "int samples");
        Override("void", "Prepare", parameters, "float* derived");
        if (plan.HasTable)
            Override("void", "FindTableRows", parameters, step, "int part", "int parts");
        if (plan.Phases.Count == 1)
        {
            Override("void", "Propagate", parameters, step, "int first", "int samples");
        }
        else
        {
            Override("void", "Propagate", parameters, step, "int phase", "int first", "int samples");
            Override("void", "Reduce", parameters, step, "int phase");
        }

        Override("void", "Update", parameters, step, "int part", "int parts");

        void Override(string type, string name, params string[] parameters)
        {
            writer.Member($"protected override unsafe {type} {name}({string.Join(", ", parameters)})");
            writer.Indented($"=> {code}.{name}({string.Join(", ", parameters.Select(parameter => parameter.Split(' ').Last()))});");
        }
    }
}
