namespace StaticNet.Generators;

/// <summary><c>[UpSampling2D]</c>: the image, a whole number of times larger.</summary>
internal sealed class UpSampling2DLayer : LayerKind
{
    public override string Name => "UpSampling2D";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Size? size = layer.GetSize("size", "height", "width");
        Interpolation? interpolation = layer.GetOption("Interpolation", Interpolation.Nearest);
        if (!layer.RequireImage() || size is not { } factor || interpolation is not { } between)
            return null;

        // Beyond what can be addressed it is too large anyway.
        int height = (int)Math.Min(int.MaxValue, (long)layer.InputShape[0] * factor.Height);
        int width = (int)Math.Min(int.MaxValue, (long)layer.InputShape[1] * factor.Width);
        return new UpSampling2DSpec(Name, layer.Name, new([height, width, layer.InputShape[2]]), factor, between);
    }
}

/// <summary>A checked enlargement.</summary>
internal sealed record UpSampling2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, Size Factor, Interpolation Interpolation)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description
        => $"{Kind}, {(OutputShape.Count == 2 ? Text.Number(Factor.Width) : Factor.ToString())}" + (Interpolation == Interpolation.Nearest ? "" : $", {Interpolation}");

    // Copies are what they are copies of.
    public override Activation? FinalActivation => Interpolation == Interpolation.Nearest ? null : Activation.Linear;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new UpSampling2DStep(Identifier, this, input, output, Factor, Interpolation));
        return output;
    }
}

/// <summary>Enlargement: a pixel's gradient is the sum over all that it is part of, each by its part.</summary>
internal sealed record UpSampling2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Size Factor, Interpolation Interpolation)
    : KernelStep(Identifier, Layer, Input, Output)
{
    private bool IsNearest => Interpolation == Interpolation.Nearest;

    protected override string Formula
        => IsNearest
            ? (Input.Shape.Count == 2 ? $"y = each step of x, {Text.Number(Factor.Width)} times" : $"y = each pixel of x, {Text.Of(Factor)} times")
            : "y = the mean of the pixels of x around, each the more the nearer it is";

    protected override string BackwardFormula => IsNearest ? $"dx = Σ dy of the {(Input.Shape.Count == 2 ? "step" : "pixel")}'s copies" : "dx = Σ dy, each by the pixel's part in it";

    // The kernels are called what the interpolation is.
    protected override string ForwardKernel => $"UpSamplingKernels.{Interpolation}";

    protected override string BackwardKernel => $"UpSamplingKernels.{Interpolation}Backward";

    public override IEnumerable<ShapeType> ShapeTypes
        => [new(Shape, "IUpSamplingShape", new([.. ImageShape.Members(Input), ("FactorHeight", Factor.Height), ("FactorWidth", Factor.Width)]))];
}
