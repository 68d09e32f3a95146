namespace StaticNet.Generators;

/// <summary>
/// A convolution in groups. Groups are computed together in blocks, the fewest that make whole vectors, with zeros in the kernel where
/// groups do not meet: the kernel is arranged so for the way there, unless a block is one group, and turned round for the way back. Both
/// are kept beside the kernel and made anew with it.
/// </summary>
internal sealed record GroupedConv2DStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, int Groups, ParameterPlan Kernel, ParameterPlan? Bias,
    Value? Padded, Value? Laid)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public static GroupedConv2DStep Create(
        Lowering lowering, string identifier, LayerSpec layer, Value input, Value sums, Window window, int groups, ParameterPlan kernel,
        ParameterPlan? bias)
    {
        Value? padded = ConvolutionShape.AddPadded(lowering, identifier, window, input);
        Value? laid = input.HasGradient ? ConvolutionShape.AddLaid(lowering, identifier, window, sums) : null;
        return new GroupedConv2DStep(identifier, layer, input, sums, window, groups, kernel, bias, padded, laid);
    }

    public override bool HasWeights => true;

    public override bool HasShape => true;

    public override long GradientBlock => GroupedConvolutionRoom.Block(Window.Kernel.Width, Channels, FilterBlock, Output.Stride);

    public override long DerivedFloats
        => ArrangedFloats + (Input.HasGradient ? GroupedConvolutionRoom.Turned(Window.Kernel.Area, Output.Width / Groups, ChannelBlock, Input.Stride) : 0);

    public override long PreparedFloats => ArrangedFloats;

    public override string CallPrepare
    {
        get
        {
            string kernel = $"parameters + At.{Kernel.Property}";
            var calls = new List<string>();
            if (ArrangedFloats > 0)
                calls.Add($"GroupedConvolutionKernels.Arrange<{Identifier}Shape>({kernel}, {InDerived("derived")}, part, parts);");
            if (Input.HasGradient)
                calls.Add($"GroupedConvolutionKernels.Turn<{Identifier}Shape>({kernel}, {InDerived("derived", ArrangedFloats)}, part, parts);");
            return string.Join("\n", calls);
        }
    }

    // Channels of a group.
    private int Channels => Input.Width / Groups;

    private int FilterBlock => GroupedConvolutionRoom.Groups(Groups, Output.Width / Groups);

    private int ChannelBlock => GroupedConvolutionRoom.Groups(Groups, Channels);

    private long ArrangedFloats => GroupedConvolutionRoom.Arranged(Window.Kernel.Area, Channels, FilterBlock, Output.Stride);

    public override bool AppliesActivation => true;

    public override IEnumerable<Value> Work(Pass pass)
    {
        Value?[] work = pass == Pass.Backward ? [Input.HasGradient ? Input : null, Laid] : [Padded];
        return work.OfType<Value>();
    }

    public override void WriteShape(SourceWriter writer)
        => writer.Shape(
            $"{Identifier}Shape", "IGroupedConvolutionShape",
            [.. ConvolutionShape.Members(Window, Input, Output), ("Groups", Groups), ("FilterBlock", FilterBlock), ("ChannelBlock", ChannelBlock)]);

    public override void WriteForward(SourceWriter writer)
    {
        string activation = Output.Activation == Activation.Linear ? "" : Output.Activation.Name + " of ";
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = {activation}x * kernel{(Bias is null ? "" : " + bias")}, in {Text.Number(Groups)} groups");
        string arranged = ArrangedFloats == 0 ? "" : "float* arranged, ", padded = Padded is null ? "" : "float* padded, ";
        writer.Line($"private static void {ForwardName}(float* parameters, {arranged}float* x, {padded}float* y, int rows)");
        string kernel = ArrangedFloats == 0 ? $"parameters + At.{Kernel.Property}" : "arranged", bias = Bias is null ? "" : $"parameters + At.{Bias.Property}, ";
        string call = $"GroupedConvolutionKernels.Forward<{Identifier}Shape, {Output.Activation.Name}>({(Padded is null ? "x" : "padded")}, {kernel}, {bias}y, rows);";
        writer.Body(Padded is null ? null : $"ConvolutionKernels.Pad<{Identifier}Shape>(x, padded, rows);", call);
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dz * kernel turned round, in {Text.Number(Groups)} groups{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* turned, float* x, float* dz, float* laid, float* dx, int rows)");
        writer.Indented($"=> GroupedConvolutionKernels.BackwardInput<{Identifier}Shape, {Input.Activation.Name}>(dz, laid, turned, x, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: dkernel = Σ x dz over all places, in {Text.Number(Groups)} groups{(Bias is null ? "" : ", dbias = Σ dz")}");
        writer.Line($"private static void {Identifier}Update(float* x, float* dz, GradientSink gradients, int batch, int part, int parts)");
        string kernel = $"GroupedConvolutionKernels.UpdateKernel<{Identifier}Shape>(x, dz, gradients, At.{Kernel.Property}, batch, part, parts);";
        writer.Body(kernel, Bias is null ? null : $"ConvolutionKernels.UpdateBias<{Identifier}Shape>(dz, gradients, At.{Bias.Property}, batch, part, parts);");
    }

    public override string CallForward(string x, string y) => CallForward(x, y, InDerived("step.Derived"));

    public override string CallInfer(string x, string y, string prepared) => CallForward(x, y, prepared);

    public override string CallPrepareInference(string prepared)
        => $"GroupedConvolutionKernels.Arrange<{Identifier}Shape>(parameters + At.{Kernel.Property}, {prepared}, part: 0, parts: 1);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({InDerived("step.Derived", ArrangedFloats)}, {x}, {dy}, {Laid!.Name}, {dx}, rows);";

    public override string CallUpdate(string x, string dy)
        => $"{Identifier}Update({(Padded is null ? x : Padded.Name)}, {dy}, step.Gradients, step.Batch, part, parts);";

    private string CallForward(string x, string y, string arranged)
        => $"{ForwardName}(parameters, {(ArrangedFloats == 0 ? "" : arranged + ", ")}{x}, {(Padded is null ? "" : Padded.Name + ", ")}{y}, rows);";
}
