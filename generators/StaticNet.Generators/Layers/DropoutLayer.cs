namespace StaticNet.Generators;

/// <summary><c>[Dropout]</c>: a random part of the inputs becomes 0 while training.</summary>
internal sealed class DropoutLayer : LayerKind
{
    public override string Name => "Dropout";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new DropoutSpec(
            layer.Name, layer.InputShape, layer.GetNumber("rate", 0, value => value >= 0 && value < 1, "at least 0 and less than 1"));
}

/// <summary>A checked dropout layer.</summary>
internal sealed record DropoutSpec(string Name, EquatableArray<int> OutputShape, float Rate) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Dropout";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

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

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = x / (1 - {Text.Number(Rate)}), or 0 at a probability of {Text.Number(Rate)}"),
            Call("DropoutKernels.Forward", [], X, Y, Rate, new KeyOperand(Output), First(Input.Floats), Samples(Input.Floats)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dy scaled and dropped as x was"),
                Call(
                    "DropoutKernels.Backward", [Input.Activation.Name], DY, X, DX, Rate, new KeyOperand(Output), First(Input.Floats), Samples(Input.Floats)));
}
