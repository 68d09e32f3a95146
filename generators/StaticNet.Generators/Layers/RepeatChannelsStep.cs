namespace StaticNet.Generators;

/// <summary>
/// Channels that are repeated, for layers that make several of each; also what brings the model's input, which has no gaps, to rows of
/// whole vectors for kernels that see nothing else. A channel's gradient is the sum over its copies.
/// </summary>
internal sealed record RepeatChannelsStep(string Identifier, LayerSpec Layer, Value Input, Value Output, int Times)
    : KernelStep(Identifier, Layer, Input, Output)
{
    protected override string Formula => Times == 1 ? "y = x in rows of whole vectors" : $"y = each channel of x, {Text.Number(Times)} times";

    protected override string BackwardFormula => "dx = Σ dy of the channel's copies";

    protected override string ForwardKernel => "RepeatKernels.Forward";

    protected override string BackwardKernel => "RepeatKernels.Backward";

    /// <summary>The channels so often, in rows of whole vectors; the value itself where it is that already.</summary>
    public static Value Add(Lowering lowering, string identifier, LayerSpec layer, Value input, int times = 1)
    {
        if (times == 1 && input.Stride % 16 == 0)
            return input;
        int width = input.Width * times;
        Value output = lowering.AddValue(identifier + "Repeated", new([.. input.Shape.Take(input.Shape.Count - 1), width]), input.HasGradient) with { Stride = Layout.Align(width) };
        lowering.AddStep(new RepeatChannelsStep(identifier + "Repeat_", layer, input, output, times));
        return output;
    }

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IRepeatShape",
                new([("Pixels", Input.Rows), ("Channels", Input.Width), ("Stride", Input.Stride), ("Times", Times), ("ResultStride", Output.Stride)])),
        ];
}
