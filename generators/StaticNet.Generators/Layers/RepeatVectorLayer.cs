namespace StaticNet.Generators;

/// <summary><c>[RepeatVector]</c>: a row of numbers as a sequence, the same at each step.</summary>
internal sealed class RepeatVectorLayer : LayerKind
{
    public override string Name => "RepeatVector";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int? steps = layer.GetPositive("n");
        return layer.RequireRow() && steps is { } times
            ? new RepeatVectorSpec(layer.Name, new([times, layer.InputShape[0]]))
            : null;
    }
}

/// <summary>A checked repetition.</summary>
internal sealed record RepeatVectorSpec(string Name, EquatableArray<int> OutputShape) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "RepeatVector";

    public override string Description => $"{Kind}, {Text.Number(OutputShape[0])}";

    // Copies are what they are copies of.
    public override Activation? FinalActivation => null;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new RepeatVectorStep(Identifier, this, input, output));
        return output;
    }
}

/// <summary>Repetition, as the enlargement of an image of one pixel: its gradient is the sum over all steps.</summary>
internal sealed record RepeatVectorStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => $"y = x at each of {Text.Number(Output.Rows)} steps";

    protected override string BackwardFormula => "dx = Σ dy of all steps";

    protected override string ForwardKernel => "UpSamplingKernels.Nearest";

    protected override string BackwardKernel => "UpSamplingKernels.NearestBackward";

    public override IEnumerable<ShapeType> ShapeTypes
        => [new(Shape, "IUpSamplingShape", new([.. ImageShape.Members(Input), ("FactorHeight", 1), ("FactorWidth", Output.Rows)]))];
}
