namespace StaticNet.Generators;

/// <summary><c>[Rescaling]</c>: y = x * scale + offset.</summary>
internal sealed class RescalingLayer : LayerKind
{
    public override string Name => "Rescaling";

    public override LayerSpec? Check(LayerChecking layer)
        => new RescalingSpec(layer.Name, layer.InputShape, layer.GetFinite("scale"), layer.GetFinite("offset"));
}

/// <summary>A checked rescaling.</summary>
internal sealed record RescalingSpec(string Name, EquatableArray<int> OutputShape, float Scale, float Offset) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Rescaling";

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description => $"{Kind}, {Formula}";

    /// <summary>What it computes: <c>x * 2 - 1</c>.</summary>
    public string Formula
    {
        get
        {
            string offset = Text.Literal(Math.Abs(Offset)).TrimEnd('f');
            return $"x * {Text.Number(Scale)}{(Offset == 0 ? "" : Offset < 0 ? " - " + offset : " + " + offset)}";
        }
    }

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new RescalingStep(Identifier, this, input, output));
        return output;
    }
}

/// <summary>Rescaling: dx = dy * scale.</summary>
internal sealed record RescalingStep(string Identifier, RescalingSpec Rescaling, Value Input, Value Output)
    : PlanStep(Identifier, Rescaling, Input, Output)
{
    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input] : [];

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. y = {Rescaling.Formula}");
        writer.Line($"private static void {Identifier}Forward(float* x, float* y, int rows)");
        writer.Indented($"=> RescalingKernels.Forward(x, y, {Text.Literal(Rescaling.Scale)}, {Text.Literal(Rescaling.Offset)}, {Text.Literal(Input.Floats)} * rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dy * {Text.Number(Rescaling.Scale)}{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, float* dy, float* dx, int rows)");
        writer.Indented($"=> RescalingKernels.Backward<{Input.Activation.Name}>(dy, x, dx, {Text.Literal(Rescaling.Scale)}, {Text.Literal(Input.Floats)} * rows);");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward({x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy) => $"{Identifier}Backward({x}, {dy}, {dx}, rows);";
}
