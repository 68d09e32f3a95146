namespace StaticNet.Generators;

/// <summary><c>[Cropping2D]</c>: the image without its edges.</summary>
internal sealed class Cropping2DLayer : LayerKind
{
    public override string Name => "Cropping2D";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Frame? frame = Frame.Check(layer, "cropping");
        if (!layer.RequireImage() || frame is null)
            return null;
        int height = layer.InputShape[0], width = layer.InputShape[1];
        return CheckRemainder(layer, frame.Height, height, "rows", "height", "top") & CheckRemainder(layer, frame.Width, width, "columns", "width", "left")
            ? new Cropping2DSpec(Name, layer.Name, new([height - (int)frame.Height, width - (int)frame.Width, layer.InputShape[2]]), frame)
            : null;
    }

    /// <summary>Whether something is left along an axis; reported where not.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="taken">How many are taken.</param>
    /// <param name="size">Of how many.</param>
    /// <param name="what">What they are.</param>
    /// <param name="axis">The argument for both ends of the axis.</param>
    /// <param name="end">The argument for its first end.</param>
    public static bool CheckRemainder(LayerCheckContext layer, long taken, int size, string what, string axis, string end)
    {
        if (taken < size)
            return true;
        string argument = new[] { "cropping", axis, end }.First(layer.Has);
        layer.Report(
            Rules.NothingLeft.Id, argument, layer.Title, Text.Number(taken), $"{Text.Number(size)} {what}", Text.Shape(layer.InputShape),
            layer.InputName, argument == end ? $"{Text.Number(size - 1)} in all" : $"{Text.Number((size - 1) / 2)} on each side");
        return false;
    }
}

/// <summary>A checked cropping.</summary>
internal sealed record Cropping2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, Frame Frame) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Frame}";

    public override Activation? FinalActivation => null;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new Cropping2DStep(Identifier, this, input, output, Frame));
        return output;
    }
}

/// <summary>Cropping; the gradient of the edges is 0.</summary>
internal sealed record Cropping2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Frame Frame)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => $"y = x without its {Frame.InWords}";

    protected override string BackwardFormula => $"dx = dy {Frame.Zeros}";

    protected override string ForwardKernel => "PaddingKernels.Crop";

    protected override string BackwardKernel => "PaddingKernels.CropBackward";

    public override IEnumerable<ShapeType> ShapeTypes => [Frame.SizesOf(Shape, inner: Output)];
}
