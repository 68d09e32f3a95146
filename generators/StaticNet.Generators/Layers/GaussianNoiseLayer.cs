namespace StaticNet.Generators;

/// <summary><c>[GaussianNoise]</c>: normally distributed numbers are added while training.</summary>
internal sealed class GaussianNoiseLayer : LayerKind
{
    public override string Name => "GaussianNoise";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new GaussianNoiseSpec(
            layer.Name, layer.InputShape, layer.GetNumber("stddev", 0, value => value >= 0 && value <= 1, "from 0 to 1"));
}

/// <summary>A checked noise layer.</summary>
internal sealed record GaussianNoiseSpec(string Name, EquatableArray<int> OutputShape, float Deviation) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "GaussianNoise";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

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

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = x + noise of deviation {Text.Number(Deviation)}"),
            Call("GaussianNoiseKernels.Forward", [], X, Y, Deviation, new KeyOperand(Output), First(Input.Floats), Samples(Input.Floats)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod("Backward", BackwardComment("dx = dy"), Call("GaussianNoiseKernels.Backward", [Input.Activation.Name], DY, X, DX, Samples(Input.Floats)));
}
