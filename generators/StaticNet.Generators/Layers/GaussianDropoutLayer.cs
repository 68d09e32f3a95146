namespace StaticNet.Generators;

/// <summary><c>[GaussianDropout]</c>: the inputs are multiplied by normally distributed numbers while training.</summary>
internal sealed class GaussianDropoutLayer : LayerKind
{
    public override string Name => "GaussianDropout";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new GaussianDropoutSpec(
            layer.Name, layer.InputShape, layer.GetNumber("rate", 0, value => value >= 0 && value < 1, "at least 0 and less than 1"));
}

/// <summary>A checked Gaussian dropout.</summary>
internal sealed record GaussianDropoutSpec(string Name, EquatableArray<int> OutputShape, float Rate) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "GaussianDropout";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override string Description => $"{Kind}, {Text.Number(Rate)}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new GaussianDropoutStep(Identifier, this, input, output, (float)Math.Sqrt(Rate / (1.0 - Rate))));
        return output;
    }
}

/// <summary>Gaussian dropout while training: y = x (1 + noise), dx = dy (1 + noise) with the same noise.</summary>
internal sealed record GaussianDropoutStep(string Identifier, LayerSpec Layer, Value Input, Value Output, float Deviation)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool TrainingOnly => true;

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = x (1 + noise of deviation {Text.Number(Deviation)})"),
            Call("GaussianDropoutKernels.Forward", [], X, Y, Deviation, new KeyOperand(Output), First(Input.Floats), Samples(Input.Floats)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dy (1 + the same noise)"),
                Call(
                    "GaussianDropoutKernels.Backward", [Input.Activation.Name],
                    DY, X, DX, Deviation, new KeyOperand(Output), First(Input.Floats), Samples(Input.Floats)));
}
