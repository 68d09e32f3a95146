namespace StaticNet.Generators;

/// <summary><c>[SpatialDropout2D]</c>: a random part of the channels becomes 0 while training.</summary>
internal sealed class SpatialDropout2DLayer : LayerKind
{
    public override string Name => "SpatialDropout2D";

    public override LayerSpec? Check(LayerChecking layer) => Check(layer, layer.TakesImage());

    /// <summary>Checks such a layer of any kind whose input is known to be right or wrong.</summary>
    public static SpatialDropout2DSpec? Check(LayerChecking layer, bool isRight)
    {
        float rate = layer.GetNumber("rate", 0, value => value >= 0 && value < 1, "at least 0 and less than 1");
        return isRight ? new SpatialDropout2DSpec(layer.Kind, layer.Name, layer.InputShape, rate) : null;
    }
}

/// <summary>A checked spatial dropout layer.</summary>
internal sealed record SpatialDropout2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, float Rate)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description => $"{Kind}, {Text.Number(Rate)}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new SpatialDropout2DStep(Identifier, this, input, output, Rate));
        return output;
    }
}

/// <summary>Spatial dropout while training: all pixels of a channel x / (1 - rate) or 0, and so their gradients.</summary>
internal sealed record SpatialDropout2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, float Rate)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool TrainingOnly => true;

    public override bool HasShape => true;

    private string Shape => $"{Identifier}Shape";

    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input] : [];

    public override void WriteShape(SourceWriter writer) => ImageShape.Write(writer, Shape, Input);

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. y = x / (1 - {Text.Number(Rate)}), or 0 in channels for which the dice fall so");
        writer.Line($"private static void {Identifier}Forward(float* x, float* y, uint key, int first, int rows)");
        writer.Indented($"=> SpatialDropoutKernels.Forward<{Shape}>(x, y, {Text.Literal(Rate)}, key, first, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: the same dice fall for dy{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, float* dy, float* dx, uint key, int first, int rows)");
        writer.Indented($"=> SpatialDropoutKernels.Backward<{Shape}, {Input.Activation.Name}>(dy, x, dx, {Text.Literal(Rate)}, key, first, rows);");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward({x}, {y}, step.KeyOfLayer({Output.Id}), first, rows);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({x}, {dy}, {dx}, step.KeyOfLayer({Output.Id}), first, rows);";
}
