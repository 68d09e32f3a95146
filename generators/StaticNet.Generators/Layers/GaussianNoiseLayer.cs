namespace StaticNet.Generators;

/// <summary><c>[GaussianNoise]</c>: normally distributed numbers are added while training.</summary>
internal sealed class GaussianNoiseLayer : LayerKind
{
    public override string Name => "GaussianNoise";

    public override LayerSpec? Check(LayerChecking layer)
        => new GaussianNoiseSpec(
            layer.Name, layer.InputShape, layer.GetNumber("stddev", 0, value => value >= 0 && value <= 1, "from 0 to 1"));
}

/// <summary>A checked noise layer.</summary>
internal sealed record GaussianNoiseSpec(string Name, EquatableArray<int> OutputShape, float Deviation) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "GaussianNoise";

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description => $"{Kind}, {Text.Number(Deviation)}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new GaussianNoiseStep(Identifier, this, input, output, Deviation));
        return output;
    }
}

/// <summary>Noise while training; the gradient does not see it.</summary>
internal sealed record GaussianNoiseStep(string Identifier, LayerSpec Layer, Value Input, Value Output, float Deviation)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool TrainingOnly => true;

    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input] : [];

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. y = x + noise of deviation {Text.Number(Deviation)}");
        writer.Line($"private static void {Identifier}Forward(float* x, float* y, uint key, int first, int rows)");
        writer.Indented($"=> GaussianNoiseKernels.Forward(x, y, {Text.Literal(Deviation)}, key, {Text.Literal(Input.Floats)} * first, {Text.Literal(Input.Floats)} * rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dy{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, float* dy, float* dx, int rows)");
        writer.Indented($"=> GaussianNoiseKernels.Backward<{Input.Activation.Name}>(dy, x, dx, {Text.Literal(Input.Floats)} * rows);");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward({x}, {y}, step.KeyOfLayer({Output.Id}), first, rows);";

    public override string CallBackward(string x, string y, string dx, string dy) => $"{Identifier}Backward({x}, {dy}, {dx}, rows);";
}
