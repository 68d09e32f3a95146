namespace StaticNet.Generators;

/// <summary><c>[ZeroPadding2D]</c>: the image in a frame of zeros.</summary>
internal sealed class ZeroPadding2DLayer : LayerKind
{
    public override string Name => "ZeroPadding2D";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Frame? frame = Frame.Check(layer, "padding");
        if (!layer.RequireImage() || frame is null)
            return null;

        // Beyond what can be addressed it is too large anyway.
        int height = (int)Math.Min(int.MaxValue, layer.InputShape[0] + frame.Height);
        int width = (int)Math.Min(int.MaxValue, layer.InputShape[1] + frame.Width);
        return new ZeroPadding2DSpec(Name, layer.Name, new([height, width, layer.InputShape[2]]), frame);
    }
}

/// <summary>A checked padding.</summary>
internal sealed record ZeroPadding2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, Frame Frame) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Frame}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new ZeroPadding2DStep(Identifier, this, input, output, Frame));
        return output;
    }
}

/// <summary>Padding; the gradient of the frame goes nowhere.</summary>
internal sealed record ZeroPadding2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Frame Frame)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => $"y = x {Frame.Zeros}";

    protected override string BackwardFormula => $"dx = dy without its {Frame.InWords}";

    protected override string ForwardKernel => "PaddingKernels.ZeroPad";

    protected override string BackwardKernel => "PaddingKernels.ZeroPadBackward";

    public override IEnumerable<ShapeType> ShapeTypes => [Frame.SizesOf(Shape, inner: Input)];
}
