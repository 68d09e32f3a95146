namespace StaticNet.Generators;

/// <summary>Rows or columns brought to length 1: y = x / |x|, dx = (dy - y Σ dy y) / |x|.</summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="AlongRows">Whether rows get length 1, and not columns.</param>
/// <param name="Factors">What each was multiplied by.</param>
internal sealed record UnitStep(string Identifier, LayerSpec Layer, Value Input, Value Output, bool AlongRows, Value Factors)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IUnitNormalizationShape",
                new([("Rows", Input.Rows), ("Width", Input.Width), ("InputStride", Input.Stride), ("Stride", Output.Stride), ("AlongRows", AlongRows)])),
        ];

    public override Method Forward
        => NewMethod("Forward", SameShapeComment($"y = x / |x|, of each {Which}"), Call("UnitNormalizationKernels.Forward", [Shape], X, Optional(Factors, "factors"), Y, Samples()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = (dy - y · Σ dy y) / |x|, of each {Which}"),
                Call("UnitNormalizationKernels.Backward", [Shape, Input.Activation.Name], DY, Y, X, Optional(Factors, "factors"), DX, Samples()));

    private string Which => AlongRows ? "row" : "column";
}
