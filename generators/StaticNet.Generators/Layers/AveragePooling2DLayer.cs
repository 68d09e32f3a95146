namespace StaticNet.Generators;

/// <summary><c>[AveragePooling2D]</c>: the mean of each channel in a window.</summary>
internal sealed class AveragePooling2DLayer : LayerKind
{
    public override string Name => "AveragePooling2D";

    public override LayerSpec? Check(LayerCheckContext layer) => Check(layer, Window.Check(layer, isPool: true));

    /// <summary>Checks such a pooling of any kind whose window is known.</summary>
    public static AveragePooling2DSpec? Check(LayerCheckContext layer, Window? window)
        => window is null ? null
            : new AveragePooling2DSpec(layer.Kind, layer.Name, window.ShapeOf(layer.InputShape[layer.InputShape.Count - 1]), window);
}

/// <summary>A checked average pooling.</summary>
internal sealed record AveragePooling2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, Window Window)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Window}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new AveragePooling2DStep(Identifier, this, input, output, Window));
        return output;
    }
}

/// <summary>Average pooling: each number of a window gets an equal share of the gradient.</summary>
internal sealed record AveragePooling2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => $"y = the mean of each {Window.InWords}";

    protected override string BackwardFormula => "dx = Σ dy of the windows around, each shared out evenly";

    protected override string ForwardKernel => "AveragePoolingKernels.Forward";

    protected override string BackwardKernel => "AveragePoolingKernels.Backward";

    public override IEnumerable<ShapeType> ShapeTypes => [PoolingShape.Of(Shape, Window, Input)];
}
