namespace StaticNet.Generators;

/// <summary><c>[Rescaling]</c>: y = x * scale + offset.</summary>
internal sealed class RescalingLayer : LayerKind
{
    public override string Name => "Rescaling";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new RescalingSpec(layer.Name, layer.InputShape, layer.GetFinite("scale"), layer.GetFinite("offset"));
}

/// <summary>A checked rescaling.</summary>
internal sealed record RescalingSpec(string Name, EquatableArray<int> OutputShape, float Scale, float Offset) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Rescaling";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

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
    public override Method Forward
        => NewMethod("Forward", SameShapeComment($"y = {Rescaling.Formula}"), Call("RescalingKernels.Forward", [], X, Y, Rescaling.Scale, Rescaling.Offset, Samples(Input.Floats)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = dy * {Text.Number(Rescaling.Scale)}"),
                Call("RescalingKernels.Backward", [Input.Activation.Name], DY, X, DX, Rescaling.Scale, Samples(Input.Floats)));
}
