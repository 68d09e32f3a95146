namespace StaticNet.Generators;

/// <summary><c>[AlphaDropout]</c>: a random part of the inputs becomes what SELU gives far below 0 while training.</summary>
internal sealed class AlphaDropoutLayer : LayerKind
{
    public override string Name => "AlphaDropout";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new AlphaDropoutSpec(
            layer.Name, layer.InputShape, layer.GetNumber("rate", 0, value => value >= 0 && value < 1, "at least 0 and less than 1"));
}

/// <summary>A checked alpha dropout.</summary>
internal sealed record AlphaDropoutSpec(string Name, EquatableArray<int> OutputShape, float Rate) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "AlphaDropout";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override string Description => $"{Kind}, {Text.Number(Rate)}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new AlphaDropoutStep(Identifier, this, input, output, Rate));
        return output;
    }
}

/// <summary>Alpha dropout while training: y = a x + b or a constant, dx = a dy or 0 at the same places.</summary>
internal sealed record AlphaDropoutStep(string Identifier, LayerSpec Layer, Value Input, Value Output, float Rate)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool TrainingOnly => true;

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = a x + b, with x far below 0 at a probability of {Text.Number(Rate)}"),
            Call("AlphaDropoutKernels.Forward", [], X, Y, Rate, new KeyOperand(Output), First(Input.Floats), Samples(Input.Floats)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = a dy, or 0 where x was dropped"),
                Call(
                    "AlphaDropoutKernels.Backward", [Input.Activation.Name],
                    DY, X, DX, Rate, new KeyOperand(Output), First(Input.Floats), Samples(Input.Floats)));
}
