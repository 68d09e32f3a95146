namespace StaticNet.Generators;

/// <summary><c>[Cropping2D]</c>: the image without its edges.</summary>
internal sealed class Cropping2DLayer : LayerKind
{
    public override string Name => "Cropping2D";

    public override LayerSpec? Check(LayerChecking layer)
    {
        Frame? frame = Frame.Check(layer, "cropping");
        if (!layer.TakesImage() || frame is null)
            return null;
        int height = layer.InputShape[0], width = layer.InputShape[1];
        return Leaves(frame.Height, height, "rows", "height", "top") & Leaves(frame.Width, width, "columns", "width", "left")
            ? new Cropping2DSpec(layer.Name, new([height - (int)frame.Height, width - (int)frame.Width, layer.InputShape[2]]), frame)
            : null;

        bool Leaves(long taken, int size, string what, params string[] arguments)
        {
            if (taken < size)
                return true;
            string argument = arguments.Prepend("cropping").First(layer.Has);
            layer.Report(
                Rules.NothingLeft.Id, argument, layer.Title, Text.Number(taken), $"{Text.Number(size)} {what}", Text.Shape(layer.InputShape),
                layer.InputName, argument == arguments[1] ? $"{Text.Number(size - 1)} in all" : $"{Text.Number((size - 1) / 2)} on each side");
            return false;
        }
    }
}

/// <summary>A checked cropping.</summary>
internal sealed record Cropping2DSpec(string Name, EquatableArray<int> OutputShape, Frame Frame) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Cropping2D";

    public override string Description => $"{Kind}, {Frame}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new Cropping2DStep(Text.Pascal(Name), this, input, output, Frame));
        return output;
    }
}

/// <summary>Cropping; the gradient of the edges is 0.</summary>
internal sealed record Cropping2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Frame Frame)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Forward => "y = x without its frame";

    protected override string Backward => "dx = dy in a frame of zeros";

    protected override string ForwardKernel => $"PaddingKernels.Crop<{Shape}>";

    protected override string BackwardKernel => $"PaddingKernels.CropBackward<{Shape}, {Input.Activation.Name}>";

    public override void WriteShape(SourceWriter writer) => Frame.WriteShape(writer, Shape, inner: Output);
}
