namespace StaticNet.Generators;

/// <summary>The softmax of rows in the middle of a model: dx = y ∘ (dy - Σ y dy).</summary>
internal sealed record SoftmaxStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : PlanStep(Identifier, Layer, Input, Output)
{
    private string RowsType => $"{Identifier}Rows";

    public override IEnumerable<ShapeType> ShapeTypes => [RowShape.Of(RowsType, Input)];

    public override Method Forward
        => NewMethod("Forward", SameShapeComment("y = softmax of each row of x"), Call("SoftmaxKernels.Forward", [RowsType], X, Y, Output.Stride, Samples(Input.Rows)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = y ∘ (dy - Σ y dy)"),
                Call("SoftmaxKernels.Backward", [RowsType, Input.Activation.Name], DY, Y, X, DX, Samples(Input.Rows)));
}
