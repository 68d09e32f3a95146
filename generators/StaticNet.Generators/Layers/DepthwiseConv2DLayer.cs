namespace StaticNet.Generators;

/// <summary><c>[DepthwiseConv2D]</c>: y = activation(x * kernel + bias), each channel by itself.</summary>
internal sealed class DepthwiseConv2DLayer : LayerKind
{
    public override string Name => "DepthwiseConv2D";

    public override LayerSpec? Check(LayerCheckContext layer) => Check(layer, Window.Check(layer));

    /// <summary>Checks such a convolution of any kind whose window is known.</summary>
    public static DepthwiseConv2DSpec? Check(LayerCheckContext layer, Window? window)
    {
        int? multiplier = layer.GetPositive("DepthMultiplier", 1);

        // Beyond what can be addressed it is too large anyway.
        int channels = (int)Math.Min(int.MaxValue, (long)layer.InputShape[layer.InputShape.Count - 1] * (multiplier ?? 1));
        Activation? activation = layer.GetActivation(channels);
        Initializer? initializer = layer.GetOption("DepthwiseInitializer", Initializer.GlorotUniform);
        return multiplier is not { } times || window is null ? null
            : new DepthwiseConv2DSpec(
                layer.Kind, layer.Name, window.ShapeOf(channels), window, times, activation ?? Activation.Linear,
                layer.Get("UseBias", true), initializer ?? Initializer.GlorotUniform);
    }
}

/// <summary>A checked convolution of each channel.</summary>
internal sealed record DepthwiseConv2DSpec(
    string LayerKind, string Name, EquatableArray<int> OutputShape, Window Window, int Multiplier, Activation Activation, bool UseBias,
    Initializer Initializer)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Window}" + (Activation == Activation.Linear ? "" : $", {Activation.Name}");

    public override int ParameterCount => (int)(Area * Channels) + (UseBias ? Channels : 0);

    public override long Operations => 2 * Area * Channels * Window.Output.Height * Window.Output.Width;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

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
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Channels]), Initializer.Zeros, Channels, Channels) : null;
        Value repeated = RepeatChannelsStep.Add(lowering, Identifier, this, input, Multiplier);
        Value sums = lowering.AddValue(Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        lowering.AddStep(new DepthwiseConv2DStep(Identifier, this, repeated, sums, Window, kernel, bias));
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}

/// <summary>
/// A convolution of each channel, of which as many go out as come in. With dz the gradient by its sums: dkernel = Σ x dz over all places,
/// dbias = Σ dz, and dx is dz convolved with the flipped kernel.
/// </summary>
internal sealed record DepthwiseConv2DStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, ParameterPlan Kernel, ParameterPlan? Bias)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool AppliesActivation => true;

    public override long GradientBlock => DepthwiseSizes.Block(Window.Kernel.Area, Output.Stride);

    public override IEnumerable<ShapeType> ShapeTypes => [ConvolutionShape.Of(Shape, Window, Input, Output)];

    /// <summary>A kernel, of which what lies at one place of the window is a row.</summary>
    public static ParameterPlan AddKernel(
        Lowering lowering, LayerSpec layer, string role, Window window, int channels, int multiplier, Initializer initializer)
    {
        int area = window.Kernel.Height * window.Kernel.Width;
        return lowering.AddParameter(
            layer, role, window.KernelShape(channels, multiplier), initializer, area * channels, area * multiplier, rowAxes: 2);
    }

    public override Method Forward
        => NewMethod(
            "Forward", ForwardComment($"y = {Output.ActivationOf}x * {Kernel.Role}{(Bias is null ? "" : $" + {Bias.Role}")}, each channel by itself"),
            Call("DepthwiseKernels.Forward", [Shape, Output.Activation.Name], X, At(Kernel), At(Bias), Y, Samples()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = dz * flipped {Kernel.Role}, each channel by itself"),
                Call("DepthwiseKernels.BackwardInput", [Shape, Input.Activation.Name], DZ, At(Kernel), X, DX, Samples()));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: d{Kernel.Role} = Σ x dz over all places, each channel by itself{(Bias is null ? "" : $", d{Bias.Role} = Σ dz")}",
            Call("DepthwiseKernels.UpdateKernel", [Shape], X, DZ, Sink, GradientAt(Kernel), Batch(), Part, Parts),
            Bias is null ? null : Call("ConvolutionKernels.UpdateBias", [Shape], DZ, Sink, GradientAt(Bias), Batch(), Part, Parts));
}
