namespace StaticNet.Generators;

/// <summary><c>[Masking]</c>: steps all of whose numbers equal a value do not count.</summary>
internal sealed class MaskingLayer : LayerKind
{
    public override string Name => "Masking";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        float value = layer.GetFinite("maskValue");
        return layer.RequireSequence() ? new MaskingSpec(layer.Name, layer.InputShape, value) : null;
    }
}

/// <summary>A checked masking layer.</summary>
internal sealed record MaskingSpec(string Name, EquatableArray<int> OutputShape, float MaskValue) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Masking";

    public override string Description => $"{Kind}, {Text.Number(MaskValue)}";

    public override MaskUse Mask => MaskUse.Creates;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value mask = lowering.AddSaved(Identifier + "Mask", new([OutputShape[0]]), isBytes: true);
        lowering.Mask = mask;
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new MaskingStep(Identifier, this, input, output, mask));
        return output;
    }
}

/// <summary>Masking: masked steps become 0, and so do their gradients.</summary>
internal sealed record MaskingStep(string Identifier, MaskingSpec Masking, Value Input, Value Output, Value Mask)
    : PlanStep(Identifier, Masking, Input, Output)
{
    public override IEnumerable<ShapeType> ShapeTypes => [SequenceShape.Of(Shape, Input)];

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"mask, y = 0 at steps all of whose numbers are {Text.Number(Masking.MaskValue)}, else 1, x"),
            Call("MaskKernels.Forward", [Shape], X, Optional(Mask, "mask"), Y, Masking.MaskValue, Samples()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dy at steps that count, else 0"),
                Call("MaskKernels.Backward", [Shape, Input.Activation.Name], DY, X, Optional(Mask, "mask"), DX, Samples()));
}
