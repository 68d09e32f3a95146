namespace StaticNet.Generators;

/// <summary>The logarithm of the softmax of rows: dx = dy - exp(y) Σ dy.</summary>
internal sealed record LogSoftmaxStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : PlanStep(Identifier, Layer, Input, Output)
{
    private string RowsType => $"{Identifier}Rows";

    public override IEnumerable<ShapeType> ShapeTypes => [RowShape.Of(RowsType, Input)];

    public override Method Forward
        => NewMethod("Forward", SameShapeComment("y = x - log Σ exp(x) of each row of x"), Call("LogSoftmaxKernels.Forward", [RowsType], X, Y, Samples(Input.Rows)));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dy - exp(y) · Σ dy"),
                Call("LogSoftmaxKernels.Backward", [RowsType, Input.Activation.Name], DY, Y, X, DX, Samples(Input.Rows)));
}
