namespace StaticNet.Generators;

/// <summary><c>[Dropout]</c>: a random part of the inputs becomes 0 while training.</summary>
internal sealed class DropoutLayer : LayerKind
{
    public override string Name => "Dropout";

    public override LayerSpec? Check(LayerChecking layer)
        => new DropoutSpec(
            layer.Name, layer.InputShape, layer.GetNumber("rate", 0, value => value >= 0 && value < 1, "at least 0 and less than 1"));
}

/// <summary>A checked dropout layer.</summary>
internal sealed record DropoutSpec(string Name, EquatableArray<int> OutputShape, float Rate) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Dropout";

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description => $"{Kind}, {Text.Number(Rate)}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new DropoutStep(Identifier, this, input, output, Rate));
        return output;
    }
}

/// <summary>Dropout while training: y = x / (1 - rate) or 0, dx = dy / (1 - rate) or 0 at the same places.</summary>
internal sealed record DropoutStep(string Identifier, LayerSpec Layer, Value Input, Value Output, float Rate)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool TrainingOnly => true;

    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input] : [];

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. y = x / (1 - {Text.Number(Rate)}), or 0 where the dice fall so");
        writer.Line($"private static void {Identifier}Forward(float* x, float* y, uint key, int first, int rows)");
        writer.Indented($"=> DropoutKernels.Forward(x, y, {Text.Literal(Rate)}, key, {Text.Literal(Input.Floats)} * first, {Text.Literal(Input.Floats)} * rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: the same dice fall for dy{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, float* dy, float* dx, uint key, int first, int rows)");
        writer.Indented($"=> DropoutKernels.Backward<{Input.Activation.Name}>(dy, x, dx, {Text.Literal(Rate)}, key, {Text.Literal(Input.Floats)} * first, {Text.Literal(Input.Floats)} * rows);");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward({x}, {y}, step.KeyOfLayer({Output.Id}), first, rows);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({x}, {dy}, {dx}, step.KeyOfLayer({Output.Id}), first, rows);";
}
