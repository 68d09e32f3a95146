namespace StaticNet.Generators;

/// <summary><c>[LayerNormalization]</c>: each row, along the last axis, shifted and scaled to mean 0 and variance 1.</summary>
internal sealed class LayerNormalizationLayer : LayerKind
{
    public override string Name => "LayerNormalization";

    public override LayerSpec? Check(LayerChecking layer)
        => new LayerNormalizationSpec(
            layer.Name, layer.InputShape, NormalizationShape.CheckEpsilon(layer), layer.Get("Center", true), layer.Get("Scale", true));
}

/// <summary>A checked layer normalisation.</summary>
internal sealed record LayerNormalizationSpec(string Name, EquatableArray<int> OutputShape, float Epsilon, bool Center, bool Scale)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => "LayerNormalization";

    public override MaskUse Mask => MaskUse.Passes;

    public override int ParameterCount => ParameterRoles.Count() * Width;

    public override IEnumerable<string> ParameterRoles
    {
        get
        {
            if (Scale)
                yield return "gamma";
            if (Center)
                yield return "beta";
        }
    }

    private int Width => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan? gamma = Scale ? Add("gamma", "Ones") : null, beta = Center ? Add("beta", "Zeros") : null;

        // Kernels write whole vectors, whether or not there is something to learn.
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        Value? statistics = input.HasGradient || gamma is not null ? lowering.AddNote(Identifier + "Statistics", new([NormalizationRoom.Statistics(input.Rows)])) : null;
        lowering.AddStep(new LayerNormalizationStep(Identifier, this, input, output, gamma, beta, Epsilon, statistics));
        return output;

        ParameterPlan Add(string role, string initializer) => lowering.AddParameter(this, role, new([Width]), initializer, Width, Width);
    }
}

/// <summary>
/// Layer normalisation: y = gamma xhat + beta with xhat = (x - mean) / √(variance + epsilon), row by row. With dz the gradient by y before
/// an activation, dgamma = Σ dz xhat and dbeta = Σ dz over all rows, and with g = dz gamma
/// dx = (g - mean of g - xhat mean of g xhat) / √(variance + epsilon). The statistics of each row are kept for that.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Gamma">What results are multiplied by, if anything.</param>
/// <param name="Beta">What is added, if anything.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Statistics">The statistics of each row, if anybody comes back to them.</param>
internal sealed record LayerNormalizationStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan? Gamma, ParameterPlan? Beta, float Epsilon, Value? Statistics)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool HasWeights => Gamma is not null || Beta is not null;

    public override long GradientBlock => HasWeights ? NormalizationRoom.Block(Output.Stride) : 0;

    public override bool HasShape => true;

    // Another activation may be fused into it when predicting.
    public override string InferName => $"{Identifier}Infer";

    private string Shape => $"{Identifier}Shape";

    public override bool AppliesActivation => true;

    public override IEnumerable<Value> Work(Pass pass) => pass switch
    {
        Pass.Forward when Statistics is not null => [Statistics],
        Pass.Backward when Input.HasGradient => [Input, Statistics!],
        Pass.Update when Gamma is not null => [Statistics!],
        _ => [],
    };

    public override void WriteShape(SourceWriter writer) => NormalizationShape.Write(writer, Shape, Input, Output, Gamma, Beta, Epsilon);

    public override void WriteForward(SourceWriter writer) => WriteForward(writer, ForwardName, Statistics);

    public override void WriteInfer(SourceWriter writer) => WriteForward(writer, InferName, null);

    public override void WriteBackward(SourceWriter writer)
    {
        string gradient = Gamma is null ? "dz" : "g";
        writer.Line($"// {Layer.Name}, backward: dx = ({gradient} - mean of {gradient} - xhat · mean of {gradient} xhat) / {NormalizationShape.Deviation(Epsilon)}{(Gamma is null ? "" : " with g = dz · gamma")}{Input.TimesSlope}");
        string parameters = Gamma is null ? "" : "float* parameters, ";
        writer.Line($"private static void {Identifier}Backward({parameters}float* x, float* statistics, float* dz, float* dx, int rows)");
        writer.Indented($"=> LayerNormalizationKernels.Backward<{Shape}, {Input.Activation.Name}>(dz, x, {NormalizationShape.Place(Gamma)}, statistics, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        string scale = $"LayerNormalizationKernels.UpdateScale<{Shape}>(dz, x, statistics, gradients, At.{Gamma?.Property}, batch, part, parts);";
        string center = $"LayerNormalizationKernels.UpdateCenter<{Shape}>(dz, gradients, At.{Beta?.Property}, batch, part, parts);";
        writer.Line($"// {Layer.Name}, update: {string.Join(", ", new[] { Gamma is null ? "" : "dgamma = Σ dz xhat", Beta is null ? "" : "dbeta = Σ dz" }.Where(rule => rule.Length > 0))}");
        writer.Line($"private static void {Identifier}Update({(Gamma is null ? "" : "float* x, float* statistics, ")}float* dz, GradientSink gradients, int batch, int part, int parts)");
        if (Gamma is null || Beta is null)
        {
            writer.Indented("=> " + (Gamma is null ? center : scale));
            return;
        }

        using (writer.Block())
        {
            writer.Line(scale);
            writer.Line(center);
        }
    }

    public override string CallForward(string x, string y)
        => $"{ForwardName}({(HasWeights ? "parameters, " : "")}{x}, {(Statistics is null ? "" : Statistics.Name + ", ")}{y}, rows);";

    public override string CallInfer(string x, string y, string prepared) => $"{InferName}({(HasWeights ? "parameters, " : "")}{x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({(Gamma is null ? "" : "parameters, ")}{x}, {Statistics!.Name}, {dy}, {dx}, rows);";

    public override string CallUpdate(string x, string dy)
        => $"{Identifier}Update({(Gamma is null ? "" : $"{x}, {Statistics!.Name}, ")}{dy}, step.Gradients, step.Batch, part, parts);";

    private void WriteForward(SourceWriter writer, string name, Value? statistics)
    {
        string parameters = HasWeights ? "float* parameters, " : "", kept = statistics is null ? "" : "float* statistics, ";
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. {NormalizationShape.Formula(Output, Gamma, Beta, Epsilon)}, of each row");
        writer.Line($"private static void {name}({parameters}float* x, {kept}float* y, int rows)");
        writer.Indented($"=> LayerNormalizationKernels.Forward<{Shape}, {Output.Activation.Name}>(x, {NormalizationShape.Place(Gamma)}, {NormalizationShape.Place(Beta)}, {(statistics is null ? "" : "statistics, ")}y, rows);");
    }
}
