namespace StaticNet.Generators;

/// <summary>
/// A convolution in groups. Groups are computed together in blocks, the fewest that make whole vectors, with zeros in the kernel where
/// groups do not meet: the kernel is arranged so for the forward pass, unless a block is one group, and flipped for the backward pass. Both
/// are kept beside the kernel and made anew with it.
/// </summary>
internal sealed record GroupedConv2DStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, int Groups, ParameterPlan Kernel, ParameterPlan? Bias,
    Value? Padded, Value? PaddedGradient)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public static GroupedConv2DStep Create(
        Lowering lowering, string identifier, LayerSpec layer, Value input, Value sums, Window window, int groups, ParameterPlan kernel,
        ParameterPlan? bias)
    {
        Value? padded = ConvolutionShape.AddPadded(lowering, identifier, window, input);
        Value? paddedGradient = input.HasGradient ? ConvolutionShape.AddPaddedGradient(lowering, identifier, window, sums) : null;
        return new GroupedConv2DStep(identifier, layer, input, sums, window, groups, kernel, bias, padded, paddedGradient);
    }

    public override bool AppliesActivation => true;

    public override long GradientBlock => GroupedConvolutionSizes.Block(Window.Kernel.Width, Channels, FilterBlock, Output.Stride);

    public override long DerivedFloats
        => ArrangedFloats + (Input.HasGradient ? GroupedConvolutionSizes.Flipped(Window.Kernel.Area, Output.Width / Groups, ChannelBlock, Input.Stride) : 0);

    public override long PreparedFloats => ArrangedFloats;

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IGroupedConvolutionShape",
                new([.. ConvolutionShape.Members(Window, Input, Output), ("Groups", Groups), ("FilterBlock", FilterBlock), ("ChannelBlock", ChannelBlock)])),
        ];

    // Channels of a group.
    private int Channels => Input.Width / Groups;

    private int FilterBlock => GroupedConvolutionSizes.Groups(Groups, Output.Width / Groups);

    private int ChannelBlock => GroupedConvolutionSizes.Groups(Groups, Channels);

    private long ArrangedFloats => GroupedConvolutionSizes.Arranged(Window.Kernel.Area, Channels, FilterBlock, Output.Stride);

    private string InGroups => $"in {Text.Number(Groups)} groups";

    public override IEnumerable<KernelCall> Derive
    {
        get
        {
            if (ArrangedFloats > 0)
                yield return Arrange(Derived("KernelArranged"));
            if (Input.HasGradient)
                yield return Call("GroupedConvolutionKernels.Flip", [Shape], At(Kernel), Derived("KernelFlipped", ArrangedFloats), Part, Parts);
        }
    }

    public override Method? PrepareInference
        => ArrangedFloats == 0 ? null : NewMethod("Prepare", $"{Layer.Name}: the kernel arranged by blocks of groups, for predictions", Arrange(Prepared())).OnOneThread();

    public override Method Forward => Convolve("Forward", ArrangedFloats == 0 ? At(Kernel)! : Derived("KernelArranged"));

    public override Method Infer => ArrangedFloats == 0 ? Forward : Convolve("Infer", Prepared());

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = dz * flipped kernel, {InGroups}"),
                Call(
                    "GroupedConvolutionKernels.BackwardInput", [Shape, Input.Activation.Name],
                    DZ, Optional(PaddedGradient, "paddedGradient"), Derived("KernelFlipped", ArrangedFloats), X, DX, Samples()));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: dkernel = Σ x dz over all places, {InGroups}{(Bias is null ? "" : ", dbias = Σ dz")}",
            Call("GroupedConvolutionKernels.UpdateKernel", [Shape], Optional(Padded, "x") ?? X, DZ, Sink, GradientAt(Kernel), Batch(), Part, Parts),
            Bias is null ? null : Call("ConvolutionKernels.UpdateBias", [Shape], DZ, Sink, GradientAt(Bias), Batch(), Part, Parts));

    private KernelCall Arrange(Operand arranged) => Call("GroupedConvolutionKernels.Arrange", [Shape], At(Kernel), arranged, Part, Parts);

    private Method Convolve(string name, Operand kernel)
        => NewMethod(
            name, ForwardComment($"y = {Output.ActivationOf}x * kernel{(Bias is null ? "" : " + bias")}, {InGroups}"),
            Padded is null ? null : Call("ConvolutionKernels.Pad", [Shape], X, Optional(Padded, "padded"), Samples()),
            Call(
                "GroupedConvolutionKernels.Forward", [Shape, Output.Activation.Name],
                Optional(Padded, "padded") ?? X, kernel, At(Bias), Y, Samples()));
}
