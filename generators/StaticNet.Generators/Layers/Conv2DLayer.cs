namespace StaticNet.Generators;

/// <summary><c>[Conv2D]</c>: y = activation(x * kernel + bias), a window that moves over an image.</summary>
internal sealed class Conv2DLayer : LayerKind
{
    public override string Name => "Conv2D";

    public override LayerSpec? Check(LayerCheckContext layer) => Check(layer, Window.Check(layer));

    /// <summary>Checks a convolution of any kind whose window is known.</summary>
    public static Conv2DSpec? Check(LayerCheckContext layer, Window? window)
    {
        int? filters = layer.GetPositive("filters");
        int? groups = layer.GetPositive("Groups", 1);
        Activation? activation = layer.GetActivation(filters ?? 2);
        Initializer? initializer = layer.GetOption("KernelInitializer", Initializer.GlorotUniform);
        if (filters is not { } units || groups is not { } parts || window is null)
            return null;
        int channels = layer.InputShape[layer.InputShape.Count - 1];
        bool fits = true;
        CheckDivides(channels, $"{Text.Number(channels)} channels of {Text.Shape(layer.InputShape)} that come in from {layer.InputName}", "");
        CheckDivides(units, $"{Text.Number(units)} filters", $"{Text.Number(Math.Max(1, (units + (parts / 2L)) / parts) * parts)} filters or ");
        return fits
            ? new Conv2DSpec(
                layer.Kind, layer.Name, window.ShapeOf(units), window, channels, parts, activation ?? Activation.Linear,
                layer.Get("UseBias", true), initializer ?? Initializer.GlorotUniform)
            : null;

        void CheckDivides(int count, string what, string otherwise)
        {
            if (!fits || count % parts == 0)
                return;
            fits = false;
            int nearest = Math.Min(parts, Math.Min(channels, units));
            while (channels % nearest != 0 || units % nearest != 0)
                nearest--;
            layer.Report(
                Rules.Groups.Id, "Groups", layer.Title, Text.Number(parts), what,
                otherwise + (nearest == 1 ? "one group" : $"{Text.Number(nearest)} groups"));
        }
    }
}

/// <summary>A checked convolution.</summary>
internal sealed record Conv2DSpec(
    string LayerKind, string Name, EquatableArray<int> OutputShape, Window Window, int Channels, int Groups, Activation Activation,
    bool UseBias, Initializer KernelInitializer)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Window}" + (Activation == Activation.Linear ? "" : $", {Activation.Name}");

    public override int ParameterCount => (Window.Kernel.Height * Window.Kernel.Width * Channels / Groups * Filters) + (UseBias ? Filters : 0);

    public override long Operations
        => 2L * Window.Kernel.Height * Window.Kernel.Width * (Channels / Groups) * Filters * Window.Output.Height * Window.Output.Width;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles => UseBias ? ["kernel", "bias"] : ["kernel"];

    public override Activation? FinalActivation => Activation;

    public override bool TakesActivation => true;

    private int Filters => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        bool fused = activation.Form == ActivationForm.FromOutput;
        int area = Window.Kernel.Height * Window.Kernel.Width, channels = Channels / Groups;
        ParameterPlan kernel = lowering.AddParameter(
            this, "kernel", Window.KernelShape(channels, Filters), KernelInitializer, area * channels, area * Filters);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Filters]), Initializer.Zeros, Filters, Filters) : null;
        Value sums = lowering.AddValue(Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        lowering.AddStep(Groups == 1
            ? Conv2DStep.Create(lowering, Identifier, this, input, sums, Window, kernel, bias)
            : GroupedConv2DStep.Create(lowering, Identifier, this, input, sums, Window, Groups, kernel, bias));
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}
