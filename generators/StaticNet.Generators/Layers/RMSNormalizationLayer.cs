namespace StaticNet.Generators;

/// <summary><c>[RMSNormalization]</c>: each row, along the last axis, divided by the root of its mean square.</summary>
internal sealed class RMSNormalizationLayer : LayerKind
{
    public override string Name => "RMSNormalization";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new RMSNormalizationSpec(layer.Name, layer.InputShape, NormalizationShape.CheckEpsilon(layer, 1e-6));
}

/// <summary>A checked root mean square normalisation.</summary>
internal sealed record RMSNormalizationSpec(string Name, EquatableArray<int> OutputShape, float Epsilon) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "RMSNormalization";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override int ParameterCount => Width;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles => ["scale"];

    private int Width => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan scale = lowering.AddParameter(this, "scale", new([Width]), Initializer.Ones, Width, Width);
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        Value statistics = lowering.AddSaved(Identifier + "Statistics", new([NormalizationSizes.Statistics(input.Rows)]));
        lowering.AddStep(new RMSNormalizationStep(Identifier, this, input, output, scale, Epsilon, statistics));
        return output;
    }
}

/// <summary>
/// Root mean square normalisation: y = scale xhat with xhat = x / √(mean of x² + epsilon), row by row. With dz the gradient by y before an
/// activation, dscale = Σ dz xhat over all rows, and with g = dz scale dx = (g - xhat mean of g xhat) / √(mean of x² + epsilon).
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Scale">What results are multiplied by.</param>
/// <param name="Epsilon">What is added to the mean square.</param>
/// <param name="Statistics">The statistics of each row.</param>
internal sealed record RMSNormalizationStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan Scale, float Epsilon, Value Statistics)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool AppliesActivation => true;

    public override long GradientBlock => NormalizationSizes.Block(Output.Stride);

    public override IEnumerable<ShapeType> ShapeTypes => [NormalizationShape.Of(Shape, Input, Output, Scale, null, Epsilon)];

    public override Method Forward => Normalize("Forward", Statistics);

    // Another activation may be fused into it when predicting.
    public override Method Infer => Normalize("Infer", null);

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = (g - xhat · mean of g xhat) / {Root} with g = dz · scale"),
                Call(
                    "RMSNormalizationKernels.Backward", [Shape, Input.Activation.Name],
                    DZ, X, At(Scale), Optional(Statistics, "statistics"), DX, Samples()));

    public override Method? Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: dscale = Σ dz xhat",
            Call("LayerNormalizationKernels.UpdateScale", [Shape], DZ, X, Optional(Statistics, "statistics"), Sink, GradientAt(Scale), Batch(), Part, Parts));

    private string Root => $"√(mean of x² + {Text.Number(Epsilon)})";

    private Method Normalize(string name, Value? statistics)
        => NewMethod(
            name, SameShapeComment($"y = {Output.ActivationOf}x / {Root} · scale, of each row"),
            Call(
                "RMSNormalizationKernels.Forward", [Shape, Output.Activation.Name],
                X, At(Scale), Optional(statistics, "statistics"), Y, Samples()));
}
