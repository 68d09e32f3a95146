namespace StaticNet.Generators;

/// <summary><c>[GlobalAveragePooling1D]</c>: the mean of each channel over the steps, of those that count where there is a mask.</summary>
internal sealed class GlobalAveragePooling1DLayer : LayerKind
{
    public override string Name => "GlobalAveragePooling1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => layer.RequireSequence() ? new GlobalAveragePooling1DSpec(layer.Name, GlobalPooling.OutputShape(layer)) : null;
}

/// <summary>A checked global average pooling of sequences.</summary>
internal sealed record GlobalAveragePooling1DSpec(string Name, EquatableArray<int> OutputShape) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "GlobalAveragePooling1D";

    public override MaskUse Mask => MaskUse.Consumes;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value? scales = lowering.Mask is null ? null : lowering.AddSaved(Identifier + "Scales", new([1]));
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new GlobalAveragePooling1DStep(Identifier, this, input, output, lowering.Mask, scales));
        return output;
    }
}

/// <summary>
/// Global average pooling of sequences: each step that counts gets an equal share of the gradient. A mask comes with a scale for each
/// sample, 1 / the number of steps that count.
/// </summary>
internal sealed record GlobalAveragePooling1DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Value? Mask, Value? Scales)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<ShapeType> ShapeTypes => [Mask is null ? ImageShape.Of(Shape, Input) : SequenceShape.Of(Shape, Input)];

    private Operand? Counts => Optional(Mask, "mask");

    private Operand? Scale => Optional(Scales, "scales");

    private string Kernels => Mask is null ? "GlobalPoolingKernels" : "MaskKernels";

    public override Method Forward
        => NewMethod(
            "Forward", ForwardComment($"y = the mean of all steps{(Mask is null ? "" : " that count")}"),
            Call($"{Kernels}.Average", [Shape], X, Counts, Scale, Y, Samples()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = {(Mask is null ? $"dy / {Text.Number(Input.Rows)}" : "dy · scale at steps that count, else 0")}"),
                Call($"{Kernels}.AverageBackward", [Shape, Input.Activation.Name], DY, X, Counts, Scale, DX, Samples()));
}
