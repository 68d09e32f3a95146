namespace StaticNet.Generators;

/// <summary><c>[GlobalMaxPooling2D]</c>: the largest number of each channel in the image.</summary>
internal sealed class GlobalMaxPooling2DLayer : LayerKind
{
    public override string Name => "GlobalMaxPooling2D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => layer.RequireImage() ? new GlobalMaxPooling2DSpec(Name, layer.Name, GlobalPooling.OutputShape(layer)) : null;
}

/// <summary>A checked global max pooling.</summary>
internal sealed record GlobalMaxPooling2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new GlobalMaxPooling2DStep(Identifier, this, input, output));
        return output;
    }
}

/// <summary>Global max pooling: the first of the largest gets the gradient; which that was is told from input and output.</summary>
internal sealed record GlobalMaxPooling2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => $"y = the largest of all {ImageShape.Pixels(Input)}";

    protected override string BackwardFormula => "dx = dy where the largest is, else 0";

    protected override string ForwardKernel => "GlobalPoolingKernels.Max";

    protected override string BackwardKernel => "GlobalPoolingKernels.MaxBackward";

    protected override bool KeepsOutput => true;

    public override IEnumerable<ShapeType> ShapeTypes => [ImageShape.Of(Shape, Input)];
}
