namespace StaticNet.Generators;

/// <summary><c>[SeparableConv2D]</c>: a convolution of each channel by itself, then one of all channels of a pixel.</summary>
internal sealed class SeparableConv2DLayer : LayerKind
{
    public override string Name => "SeparableConv2D";

    public override LayerSpec? Check(LayerCheckContext layer) => Check(layer, Window.Check(layer));

    /// <summary>Checks such a convolution of any kind whose window is known.</summary>
    public static SeparableConv2DSpec? Check(LayerCheckContext layer, Window? window)
    {
        int? filters = layer.GetPositive("filters");
        int? multiplier = layer.GetPositive("DepthMultiplier", 1);
        Activation? activation = layer.GetActivation(filters ?? 2);
        Initializer? depthwise = layer.GetOption("DepthwiseInitializer", Initializer.GlorotUniform);
        Initializer? pointwise = layer.GetOption("PointwiseInitializer", Initializer.GlorotUniform);
        return filters is not { } units || multiplier is not { } times || window is null ? null
            : new SeparableConv2DSpec(
                layer.Kind, layer.Name, window.ShapeOf(units), window, layer.InputShape[layer.InputShape.Count - 1], times, activation ?? Activation.Linear,
                layer.Get("UseBias", true), depthwise ?? Initializer.GlorotUniform, pointwise ?? Initializer.GlorotUniform);
    }
}

/// <summary>A checked convolution in two steps.</summary>
internal sealed record SeparableConv2DSpec(
    string LayerKind, string Name, EquatableArray<int> OutputShape, Window Window, int Channels, int Multiplier, Activation Activation,
    bool UseBias, Initializer DepthwiseInitializer, Initializer PointwiseInitializer)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Window}" + (Activation == Activation.Linear ? "" : $", {Activation.Name}");

    public override int ParameterCount => (int)(((Area + Filters) * Between) + (UseBias ? Filters : 0));

    public override long Operations => 2 * (Area + Filters) * Between * Window.Output.Height * Window.Output.Width;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles
        => UseBias ? ["depthwise_kernel", "pointwise_kernel", "bias"] : ["depthwise_kernel", "pointwise_kernel"];

    public override Activation? FinalActivation => Activation;

    public override bool TakesActivation => true;

    private long Area => (long)Window.Kernel.Height * Window.Kernel.Width;

    /// <summary>The channels between the two steps.</summary>
    private long Between => (long)Channels * Multiplier;

    private int Filters => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        bool fused = activation.Form == ActivationForm.FromOutput;
        int between = (int)Math.Min(Between, int.MaxValue);
        ParameterPlan depthwise = DepthwiseConv2DStep.AddKernel(
            lowering, this, "depthwise_kernel", Window, input.Width, Multiplier, DepthwiseInitializer);
        ParameterPlan pointwise = lowering.AddParameter(
            this, "pointwise_kernel", Window.Pointwise.KernelShape(between, Filters), PointwiseInitializer, between, Filters);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Filters]), Initializer.Zeros, Filters, Filters) : null;
        Value repeated = RepeatChannelsStep.Add(lowering, Identifier, this, input, Multiplier);
        Value each = lowering.AddValue(Identifier + "Depthwise", Window.ShapeOf(between), hasGradient: true);
        lowering.AddStep(new DepthwiseConv2DStep(Identifier + "Depthwise_", this, repeated, each, Window, depthwise, null));

        Value sums = lowering.AddValue(Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        lowering.AddStep(Conv2DStep.Create(lowering, Identifier, this, each, sums, Window.Pointwise, pointwise, bias));
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}
