namespace StaticNet.Generators;

/// <summary><c>[DepthwiseConv2D]</c>: y = activation(x * kernel + bias), each channel by itself.</summary>
internal sealed class DepthwiseConv2DLayer : LayerKind
{
    public override string Name => "DepthwiseConv2D";

    public override LayerSpec? Check(LayerChecking layer) => Check(layer, Window.Check(layer, "kernel"));

    /// <summary>Checks such a convolution of any kind whose window is known.</summary>
    public static DepthwiseConv2DSpec? Check(LayerChecking layer, Window? window)
    {
        int? multiplier = layer.GetPositive("DepthMultiplier", 1);

        // Beyond what can be addressed it is too large anyway.
        int channels = (int)Math.Min(int.MaxValue, (long)layer.InputShape[layer.InputShape.Count - 1] * (multiplier ?? 1));
        Activation? activation = layer.GetActivation(channels);
        string? initializer = layer.GetOption("DepthwiseInitializer", "GlorotUniform");
        return multiplier is not { } times || window is null ? null
            : new DepthwiseConv2DSpec(
                layer.Kind, layer.Name, window.ShapeOf(channels), window, times, activation ?? Activation.Linear,
                layer.Get("UseBias", true), initializer ?? "GlorotUniform");
    }
}

/// <summary>A checked convolution of each channel.</summary>
internal sealed record DepthwiseConv2DSpec(
    string LayerKind, string Name, EquatableArray<int> OutputShape, Window Window, int Multiplier, Activation Activation, bool UseBias,
    string Initializer)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Window}" + (Activation == Activation.Linear ? "" : $", {Activation.Name}");

    public override int ParameterCount => (int)(Area * Channels) + (UseBias ? Channels : 0);

    public override long Operations => 2 * Area * Channels * Window.Output.Height * Window.Output.Width;

    public override IEnumerable<string> ParameterRoles => UseBias ? ["kernel", "bias"] : ["kernel"];

    public override Activation? FinalActivation => Activation;

    public override bool TakesActivation => true;

    private long Area => (long)Window.Kernel.Height * Window.Kernel.Width;

    private int Channels => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        bool fused = activation.Form == ActivationForm.FromOutput;
        ParameterPlan kernel = DepthwiseConv2DStep.AddKernel(lowering, this, "kernel", Window, input.Width, Multiplier, Initializer);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Channels]), "Zeros", Channels, Channels) : null;
        Value repeated = RepeatChannelsStep.Add(lowering, Identifier, this, input, Multiplier);
        Value sums = lowering.AddValue(Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        lowering.AddStep(new DepthwiseConv2DStep(Identifier, this, repeated, sums, Window, kernel, bias));
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}

/// <summary>
/// A convolution of each channel, of which as many go out as come in. With dz the gradient by its sums: dkernel = Σ x dz over all places,
/// dbias = Σ dz, and dx is dz convolved with the kernel read backwards.
/// </summary>
internal sealed record DepthwiseConv2DStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, ParameterPlan Kernel, ParameterPlan? Bias)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool HasWeights => true;

    public override bool HasShape => true;

    public override long GradientBlock => DepthwiseRoom.Block(Window.Kernel.Area, Output.Stride);

    /// <summary>A kernel, of which what lies at one place of the window is a row.</summary>
    public static ParameterPlan AddKernel(
        Lowering lowering, LayerSpec layer, string role, Window window, int channels, int multiplier, string initializer)
    {
        int area = window.Kernel.Height * window.Kernel.Width;
        return lowering.AddParameter(
            layer, role, window.KernelShape(channels, multiplier), initializer, area * channels, area * multiplier, rowAxes: 2);
    }

    public override bool AppliesActivation => true;

    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input] : [];

    public override void WriteShape(SourceWriter writer) => ConvolutionShape.Write(writer, $"{Identifier}Shape", Window, Input, Output);

    public override void WriteForward(SourceWriter writer)
    {
        string activation = Output.Activation == Activation.Linear ? "" : Output.Activation.Name + " of ";
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = {activation}x * kernel{(Bias is null ? "" : " + bias")}, each channel by itself");
        writer.Line($"private static void {ForwardName}(float* parameters, float* x, float* y, int rows)");
        string bias = Bias is null ? "" : $"parameters + At.{Bias.Property}, ";
        writer.Indented($"=> DepthwiseKernels.Forward<{Identifier}Shape, {Output.Activation.Name}>(x, parameters + At.{Kernel.Property}, {bias}y, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dz * kernel read backwards, each channel by itself{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* parameters, float* x, float* dz, float* dx, int rows)");
        writer.Indented($"=> DepthwiseKernels.BackwardInput<{Identifier}Shape, {Input.Activation.Name}>(dz, parameters + At.{Kernel.Property}, x, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: dkernel = Σ x dz over all places, each channel by itself{(Bias is null ? "" : ", dbias = Σ dz")}");
        writer.Line($"private static void {Identifier}Update(float* x, float* dz, GradientSink gradients, int batch, int part, int parts)");
        string kernel = $"DepthwiseKernels.UpdateKernel<{Identifier}Shape>(x, dz, gradients, At.{Kernel.Property}, batch, part, parts);";
        writer.Body(kernel, Bias is null ? null : $"ConvolutionKernels.UpdateBias<{Identifier}Shape>(dz, gradients, At.{Bias.Property}, batch, part, parts);");
    }

    public override string CallForward(string x, string y) => $"{ForwardName}(parameters, {x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy) => $"{Identifier}Backward(parameters, {x}, {dy}, {dx}, rows);";

    public override string CallUpdate(string x, string dy) => $"{Identifier}Update({x}, {dy}, step.Gradients, step.Batch, part, parts);";
}
