namespace StaticNet.Generators;

/// <summary><c>[Activation]</c>: y = activation(x), shape unchanged.</summary>
internal sealed class ActivationLayer : LayerKind
{
    public override string Name => "Activation";

    public override LayerSpec? Check(LayerChecking layer)
        => new ActivationSpec(
            layer.Name, layer.InputShape, layer.GetActivation(layer.InputShape[layer.InputShape.Count - 1]) ?? Activation.Linear);
}

/// <summary>A checked activation layer, of the general kind or of one for its activation alone.</summary>
internal sealed record ActivationSpec(string Name, EquatableArray<int> OutputShape, Activation Activation, string Of = "Activation")
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => Of;

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description => IsGeneral ? $"{Kind}, {Activation.Title}" : Activation == Activation.Linear ? Kind : Activation.Title;

    public override Activation? FinalActivation => Activation == Activation.Linear ? null : Activation;

    public override bool TakesActivation => IsGeneral;

    private bool IsGeneral => Of == "Activation";

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        return activation == Activation.Linear ? input : lowering.Activate(Identifier, this, input, activation);
    }
}

/// <summary>An activation, number by number, that is not fused into the layer before it: dx = dy ∘ activation'.</summary>
internal sealed record ActivationStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Activation Activation)
    : PlanStep(Identifier, Layer, Input, Output)
{
    /// <summary>Whether the step before can apply it: its slope can be told from the result.</summary>
    public bool IsFusible => Activation.Form == ActivationForm.FromOutput && Activation != Activation.Linear;

    public override IEnumerable<SizesType> Sizes => Activation.Options is { } options ? [options] : [];

    private ValueOperand Kept => Activation.Form == ActivationForm.FromInput ? X : Y;

    private bool IsLinear => Activation == Activation.Linear;

    public override Method Forward
        => Do("Forward", Keeps($"y = {(IsLinear ? "x" : Activation.Title + " of x")}"), Call("ActivationKernels.Forward", [Activation.Name], X, Y, Rows(Input.Floats)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : Do(
                "Backward", Back($"dx = dy{(IsLinear ? "" : $" ∘ slope of {Activation.Title}, told from {Kept.Role}")}"),
                Call("ActivationKernels.Backward", [Activation.Name, Input.Activation.Name], DY, Kept, X, DX, Rows(Input.Floats)));
}

/// <summary>The softmax of rows in the middle of a model: dx = y ∘ (dy - Σ y dy).</summary>
internal sealed record SoftmaxStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : PlanStep(Identifier, Layer, Input, Output)
{
    private string RowsType => $"{Identifier}Rows";

    public override IEnumerable<SizesType> Sizes => [RowShape.Of(RowsType, Input)];

    public override Method Forward
        => Do("Forward", Keeps("y = softmax of each row of x"), Call("SoftmaxKernels.Forward", [RowsType], X, Y, Output.Stride, Rows(Input.Rows)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : Do(
                "Backward", Back("dx = y ∘ (dy - Σ y dy)"),
                Call("SoftmaxKernels.Backward", [RowsType, Input.Activation.Name], DY, Y, X, DX, Rows(Input.Rows)));
}
