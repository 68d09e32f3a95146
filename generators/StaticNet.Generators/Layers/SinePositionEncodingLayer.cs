namespace StaticNet.Generators;

/// <summary><c>[SinePositionEncoding]</c>: y = x and the sines and cosines of each step's place.</summary>
internal sealed class SinePositionEncodingLayer : LayerKind
{
    public override string Name => "SinePositionEncoding";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        float longest = layer.GetNumber("MaxWavelength", 10_000, value => value > 0 && !float.IsInfinity(value), "a number above 0");
        return layer.RequireSequence() ? new SinePositionEncodingSpec(layer.Name, layer.InputShape, longest) : null;
    }
}

/// <summary>A checked encoding of positions.</summary>
internal sealed record SinePositionEncodingSpec(string Name, EquatableArray<int> OutputShape, float MaxWavelength) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "SinePositionEncoding";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new SinePositionEncodingStep(Identifier, this, input, output, MaxWavelength, lowering.Window));
        return output;
    }
}

/// <summary>The sum of a sequence and waves, which the run time computes once: dx = dy. Steps come one at a time where a window is given.</summary>
internal sealed record SinePositionEncodingStep(string Identifier, LayerSpec Layer, Value Input, Value Output, float MaxWavelength, int Window)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<ShapeType> ShapeTypes
        => [new(Shape, "ISinePositionShape", new([.. PositionShape.Of(Input, Output, Window), ("MaxWavelength", MaxWavelength)]))];

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment("y = x + sin or cos of step / wavelength"),
            Window == 0 ? Call("SinePositionKernels.Forward", [Shape], X, Y, Samples()) : Call("SinePositionKernels.Step", [Shape], X, Y, Position));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod("Backward", BackwardComment("dx = dy"), Call("RescalingKernels.Backward", [Input.Activation.Name], DY, X, DX, 1f, Samples(Input.Floats)));
}
