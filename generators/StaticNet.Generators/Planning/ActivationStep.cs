namespace StaticNet.Generators;

/// <summary>An activation, number by number, that is not fused into the layer before it: dx = dy ∘ activation'.</summary>
internal sealed record ActivationStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Activation Activation)
    : PlanStep(Identifier, Layer, Input, Output)
{
    /// <summary>Whether the step before can apply it: its slope can be told from the result.</summary>
    public bool IsFusible => Activation.Form == ActivationForm.FromOutput && Activation != Activation.Linear;

    public override IEnumerable<ShapeType> ShapeTypes => Activation.Options is { } options ? [options] : [];

    private ValueOperand Kept => Activation.Form == ActivationForm.FromInput ? X : Y;

    private bool IsLinear => Activation == Activation.Linear;

    public override Method Forward
        => NewMethod("Forward", SameShapeComment($"y = {(IsLinear ? "x" : Activation.Title + " of x")}"), Call("ActivationKernels.Forward", [Activation.Name], X, Y, Samples(Input.Floats)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = dy{(IsLinear ? "" : $" ∘ slope of {Activation.Title}, told from {Kept.Role}")}"),
                Call("ActivationKernels.Backward", [Activation.Name, Input.Activation.Name], DY, Kept, X, DX, Samples(Input.Floats)));
}
