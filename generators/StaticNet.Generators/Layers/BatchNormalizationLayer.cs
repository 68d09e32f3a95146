namespace StaticNet.Generators;

/// <summary><c>[BatchNormalization]</c>: each channel shifted and scaled to mean 0 and variance 1 over the batch.</summary>
internal sealed class BatchNormalizationLayer : LayerKind
{
    public override string Name => "BatchNormalization";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        float momentum = layer.GetNumber("Momentum", 0.99, value => value >= 0 && value < 1, "at least 0 and less than 1");
        return new BatchNormalizationSpec(
            layer.Name, layer.InputShape, momentum, NormalizationShape.CheckEpsilon(layer), layer.Get("Center", true), layer.Get("Scale", true));
    }
}

/// <summary>A checked batch normalisation.</summary>
internal sealed record BatchNormalizationSpec(
    string Name, EquatableArray<int> OutputShape, float Momentum, float Epsilon, bool Center, bool Scale)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "BatchNormalization";

    public override StepReach Reach => StepReach.SameStep;

    public override int ParameterCount => ParameterRoles.Count() * Channels;

    public override int NonTrainableCount => 2 * Channels;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles => [.. NormalizationShape.Roles(Scale, Center), "moving_mean", "moving_variance"];

    private int Channels => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan? gamma = Scale ? Add("gamma", Initializer.Ones) : null, beta = Center ? Add("beta", Initializer.Zeros) : null;
        ParameterPlan mean = Add("moving_mean", Initializer.Zeros, trainable: false), variance = Add("moving_variance", Initializer.Ones, trainable: false);

        // Kernels write whole vectors, whether or not there is something to learn.
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        Value moments = lowering.AddSaved(Identifier + "Moments", new([NormalizationSizes.MomentRows, Channels]));
        Value sums = lowering.AddSaved(Identifier + "Sums", new([NormalizationSizes.SumRows, Channels]));
        lowering.AddStep(new BatchNormalizationStep(
            Identifier, this, input, output, gamma, beta, mean, variance, Momentum, Epsilon, moments, sums));
        return output;

        ParameterPlan Add(string role, Initializer initializer, bool trainable = true)
            => lowering.AddParameter(this, role, new([Channels]), initializer, Channels, Channels, trainable);
    }
}

/// <summary>
/// Batch normalisation: y = gamma xhat + beta with xhat = (x - mean) / √(variance + epsilon) and the statistics of the batch. With dz the
/// gradient by y before an activation, dgamma = Σ dz xhat and dbeta = Σ dz over the N pixels of the batch, and
/// dx = gamma / √(variance + epsilon) (dz - dbeta / N - xhat dgamma / N). Statistics and sums are first taken of each sample, then put
/// together beside the weights. A prediction uses moving averages of the statistics: it multiplies and adds what it makes of them and of
/// the weights once.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Gamma">What results are multiplied by, if anything.</param>
/// <param name="Beta">What is added, if anything.</param>
/// <param name="MovingMean">The mean that predictions use.</param>
/// <param name="MovingVariance">The variance that predictions use.</param>
/// <param name="Momentum">How much of both a step keeps.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Moments">The statistics of each sample.</param>
/// <param name="Sums">The sums of each sample.</param>
internal sealed record BatchNormalizationStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan? Gamma, ParameterPlan? Beta, ParameterPlan MovingMean,
    ParameterPlan MovingVariance, float Momentum, float Epsilon, Value Moments, Value Sums)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool AppliesActivation => true;

    public override long GradientBlock => NormalizationSizes.Block(Output.Stride);

    public override long DerivedFloats => (NormalizationSizes.BatchStatisticRows + NormalizationSizes.BatchSumRows) * (long)Output.Stride;

    public override long PreparedFloats => NormalizationSizes.FoldedRows * (long)Output.Stride;

    public override IEnumerable<ShapeType> ShapeTypes => [NormalizationShape.Of(Shape, Input, Output, Gamma, Beta, Epsilon)];

    private Operand Statistics => Derived("Statistics");

    private Operand GradientSums => Derived("GradientSums", NormalizationSizes.BatchStatisticRows * (long)Output.Stride);

    private Operand FoldedScale => Prepared("Scale");

    private Operand FoldedShift => Prepared("Shift", Output.Stride);

    // Whether anything needs the gradient.
    private bool NeedsSums => Input.HasGradient || Gamma is not null || Beta is not null;

    public override Method Measure
        => NewMethod(
            "Measure", SameShapeComment("Mean and squared deviations of each channel, sample by sample"),
            Call("BatchNormalizationKernels.Measure", [Shape], X, Optional(Moments, "moments"), Samples()));

    public override Method Reduce
        => NewMethod(
            "Reduce", SameShapeComment("Mean and variance of each channel over the batch"),
            Call("BatchNormalizationKernels.Reduce", [Shape], Optional(Moments, "moments"), Statistics, Batch()));

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment(NormalizationShape.Formula(Output, Gamma, Beta, Epsilon)),
            Call(
                "BatchNormalizationKernels.Normalize", [Shape, Output.Activation.Name],
                X, NormalizationShape.Place(Gamma), NormalizationShape.Place(Beta), Statistics, Y, Samples()));

    public override Method? MeasureGradient
        => !NeedsSums ? null
            : NewMethod(
                "Sum", $"{Layer.Name}, backward: Σ dz and Σ dz xhat of each channel, sample by sample, with xhat = (x - mean) / {NormalizationShape.Deviation(Epsilon)}",
                Call("BatchNormalizationKernels.MeasureGradient", [Shape], DZ, X, Statistics, Optional(Sums, "sums"), Samples()));

    public override Method? ReduceGradient
        => !NeedsSums ? null
            : NewMethod(
                "Total", $"{Layer.Name}, backward: the sums of the batch",
                Call("BatchNormalizationKernels.ReduceGradient", [Shape], Optional(Sums, "sums"), NormalizationShape.Place(Gamma), Statistics, GradientSums, Batch()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = {(Gamma is null ? "" : "gamma ")}(dz - mean of dz - xhat · mean of dz xhat) / {NormalizationShape.Deviation(Epsilon)}"),
                Call("BatchNormalizationKernels.Backward", [Shape, Input.Activation.Name], DZ, X, Statistics, GradientSums, DX, Samples()));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: {(Gamma is null ? "" : "dgamma = Σ dz xhat, ")}{(Beta is null ? "" : "dbeta = Σ dz, ")}moving averages: {Text.Number(Momentum)} of what they were, the rest from the batch",
            Gamma is null ? null : Call("BatchNormalizationKernels.UpdateScale", [Shape], GradientSums, Sink, GradientAt(Gamma), Part, Parts),
            Beta is null ? null : Call("BatchNormalizationKernels.UpdateCenter", [Shape], GradientSums, Sink, GradientAt(Beta), Part, Parts),
            Call("MovingAverageKernels.Update", [Shape], Statistics, Sink, At(MovingMean), At(MovingVariance), Momentum, Part));

    public override Method PrepareInference
        => NewMethod("Fold", $"{Layer.Name}: what predictions multiply by, and what they add", Fold(FoldedScale, FoldedShift));

    public override Method Infer
        => NewMethod(
            "Infer", SameShapeComment($"{NormalizationShape.Formula(Output, Gamma, Beta, Epsilon)}, of the moving averages"),
            Call("BatchNormalizationKernels.Forward", [Shape, Output.Activation.Name], X, FoldedScale, FoldedShift, Y, Samples()));

    /// <summary>What makes of weights and moving averages what predictions multiply by and add.</summary>
    public KernelCall Fold(Operand scale, Operand shift)
        => Call(
            "BatchNormalizationKernels.Fold", [Shape],
            NormalizationShape.Place(Gamma), NormalizationShape.Place(Beta), At(MovingMean), At(MovingVariance), scale, shift);
}
