namespace StaticNet.Generators;

/// <summary><c>[GlobalAveragePooling2D]</c>: the mean of each channel over the image.</summary>
internal sealed class GlobalAveragePooling2DLayer : LayerKind
{
    public override string Name => "GlobalAveragePooling2D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => layer.RequireImage() ? new GlobalAveragePooling2DSpec(layer.Name, GlobalPooling.OutputShape(layer)) : null;
}

/// <summary>A checked global average pooling.</summary>
internal sealed record GlobalAveragePooling2DSpec(string Name, EquatableArray<int> OutputShape) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "GlobalAveragePooling2D";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new GlobalAveragePooling2DStep(Identifier, this, input, output));
        return output;
    }
}

/// <summary>Global average pooling: each pixel gets an equal share of the gradient.</summary>
internal sealed record GlobalAveragePooling2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => $"y = the mean of all {ImageShape.Pixels(Input)}";

    protected override string BackwardFormula => $"dx = dy / {Text.Number(Input.Rows)}";

    protected override string ForwardKernel => "GlobalPoolingKernels.Average";

    protected override string BackwardKernel => "GlobalPoolingKernels.AverageBackward";

    public override IEnumerable<ShapeType> ShapeTypes => [ImageShape.Of(Shape, Input)];
}
