namespace StaticNet.Generators;

/// <summary><c>[LayerNormalization]</c>: each row, along the last axis, shifted and scaled to mean 0 and variance 1.</summary>
internal sealed class LayerNormalizationLayer : LayerKind
{
    public override string Name => "LayerNormalization";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new LayerNormalizationSpec(
            layer.Name, layer.InputShape, NormalizationShape.CheckEpsilon(layer), layer.Get("Center", true), layer.Get("Scale", true));
}

/// <summary>A checked layer normalisation.</summary>
internal sealed record LayerNormalizationSpec(string Name, EquatableArray<int> OutputShape, float Epsilon, bool Center, bool Scale)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "LayerNormalization";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override int ParameterCount => ParameterRoles.Count() * Width;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles => NormalizationShape.Roles(Scale, Center);

    private int Width => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan? gamma = Scale ? Add("gamma", Initializer.Ones) : null, beta = Center ? Add("beta", Initializer.Zeros) : null;

        // Kernels write whole vectors, whether or not there is something to learn.
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        Value? statistics = input.HasGradient || gamma is not null ? lowering.AddSaved(Identifier + "Statistics", new([NormalizationSizes.Statistics(input.Rows)])) : null;
        lowering.AddStep(new LayerNormalizationStep(Identifier, this, input, output, gamma, beta, Epsilon, statistics));
        return output;

        ParameterPlan Add(string role, Initializer initializer) => lowering.AddParameter(this, role, new([Width]), initializer, Width, Width);
    }
}

/// <summary>
/// Layer normalisation: y = gamma xhat + beta with xhat = (x - mean) / √(variance + epsilon), row by row. With dz the gradient by y before
/// an activation, dgamma = Σ dz xhat and dbeta = Σ dz over all rows, and with g = dz gamma
/// dx = (g - mean of g - xhat mean of g xhat) / √(variance + epsilon). The statistics of each row are kept for that.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Gamma">What results are multiplied by, if anything.</param>
/// <param name="Beta">What is added, if anything.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Statistics">The statistics of each row, where a backward pass or update reads them.</param>
internal sealed record LayerNormalizationStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan? Gamma, ParameterPlan? Beta, float Epsilon, Value? Statistics)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool AppliesActivation => true;

    public override long GradientBlock => Update is null ? 0 : NormalizationSizes.Block(Output.Stride);

    public override IEnumerable<ShapeType> ShapeTypes => [NormalizationShape.Of(Shape, Input, Output, Gamma, Beta, Epsilon)];

    public override Method Forward => Normalize("Forward", Statistics);

    // Another activation may be fused into it when predicting.
    public override Method Infer => Normalize("Infer", null);

    public override Method? Backward
    {
        get
        {
            string gradient = Gamma is null ? "dz" : "g", with = Gamma is null ? "" : " with g = dz · gamma";
            return !Input.HasGradient ? null
                : NewMethod(
                    "Backward", BackwardComment($"dx = ({gradient} - mean of {gradient} - xhat · mean of {gradient} xhat) / {NormalizationShape.Deviation(Epsilon)}{with}"),
                    Call(
                        "LayerNormalizationKernels.Backward", [Shape, Input.Activation.Name],
                        DZ, X, NormalizationShape.Place(Gamma), Optional(Statistics, "statistics"), DX, Samples()));
        }
    }

    public override Method? Update
        => Gamma is null && Beta is null ? null
            : NewMethod(
                "Update", $"{Layer.Name}, update: {string.Join(", ", new[] { Gamma is null ? null : "dgamma = Σ dz xhat", Beta is null ? null : "dbeta = Σ dz" }.OfType<string>())}",
                Gamma is null ? null
                    : Call("LayerNormalizationKernels.UpdateScale", [Shape], DZ, X, Optional(Statistics, "statistics"), Sink, GradientAt(Gamma), Batch(), Part, Parts),
                Beta is null ? null
                    : Call("LayerNormalizationKernels.UpdateCenter", [Shape], DZ, Sink, GradientAt(Beta), Batch(), Part, Parts));

    private Method Normalize(string name, Value? statistics)
        => NewMethod(
            name, SameShapeComment($"{NormalizationShape.Formula(Output, Gamma, Beta, Epsilon)}, of each row"),
            Call(
                "LayerNormalizationKernels.Forward", [Shape, Output.Activation.Name],
                X, NormalizationShape.Place(Gamma), NormalizationShape.Place(Beta), Optional(statistics, "statistics"), Y, Samples()));
}
