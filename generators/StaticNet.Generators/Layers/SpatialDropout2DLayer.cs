namespace StaticNet.Generators;

/// <summary><c>[SpatialDropout2D]</c>: a random part of the channels becomes 0 while training.</summary>
internal sealed class SpatialDropout2DLayer : LayerKind
{
    public override string Name => "SpatialDropout2D";

    public override LayerSpec? Check(LayerCheckContext layer) => Check(layer, layer.RequireImage());

    /// <summary>Checks such a layer of any kind whose input is known to be right or wrong.</summary>
    public static SpatialDropout2DSpec? Check(LayerCheckContext layer, bool isRight)
    {
        float rate = layer.GetNumber("rate", 0, value => value >= 0 && value < 1, "at least 0 and less than 1");
        return isRight ? new SpatialDropout2DSpec(layer.Kind, layer.Name, layer.InputShape, rate) : null;
    }
}

/// <summary>A checked spatial dropout layer.</summary>
internal sealed record SpatialDropout2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, float Rate)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

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

    public override IEnumerable<ShapeType> ShapeTypes => [ImageShape.Of(Shape, Input)];

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = x / (1 - {Text.Number(Rate)}), or 0 in channels dropped at a probability of {Text.Number(Rate)}"),
            Call("SpatialDropoutKernels.Forward", [Shape], X, Y, Rate, new KeyOperand(Output), First(), Samples()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dy scaled and dropped as x was"),
                Call("SpatialDropoutKernels.Backward", [Shape, Input.Activation.Name], DY, X, DX, Rate, new KeyOperand(Output), First(), Samples()));
}
