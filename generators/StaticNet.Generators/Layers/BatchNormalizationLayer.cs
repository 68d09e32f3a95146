namespace StaticNet.Generators;

/// <summary><c>[BatchNormalization]</c>: each channel shifted and scaled to mean 0 and variance 1 over the batch.</summary>
internal sealed class BatchNormalizationLayer : LayerKind
{
    public override string Name => "BatchNormalization";

    public override LayerSpec? Check(LayerChecking layer)
    {
        float momentum = layer.GetNumber("Momentum", 0.99, value => value >= 0 && value < 1, "at least 0 and less than 1");
        return new BatchNormalizationSpec(
            layer.Name, layer.InputShape, momentum, NormalizationShape.CheckEpsilon(layer), layer.Get("Center", true), layer.Get("Scale", true));
    }
}

/// <summary>A checked batch normalisation.</summary>
internal sealed record BatchNormalizationSpec(
    string Name, EquatableArray<int> OutputShape, float Momentum, float Epsilon, bool Center, bool Scale)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => "BatchNormalization";

    public override int ParameterCount => ParameterRoles.Count() * Channels;

    public override int NonTrainableCount => 2 * Channels;

    public override IEnumerable<string> ParameterRoles
    {
        get
        {
            if (Scale)
                yield return "gamma";
            if (Center)
                yield return "beta";
            yield return "moving_mean";
            yield return "moving_variance";
        }
    }

    private int Channels => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan? gamma = Scale ? Add("gamma", "Ones") : null, beta = Center ? Add("beta", "Zeros") : null;
        ParameterPlan mean = Add("moving_mean", "Zeros", trainable: false), variance = Add("moving_variance", "Ones", trainable: false);

        // Kernels write whole vectors, whether or not there is something to learn.
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        Value moments = lowering.AddNote(Identifier + "Moments", new([NormalizationRoom.MomentRows, Channels]));
        Value sums = lowering.AddNote(Identifier + "Sums", new([NormalizationRoom.SumRows, Channels]));
        lowering.AddStep(new BatchNormalizationStep(
            Identifier, this, input, output, gamma, beta, mean, variance, Momentum, Epsilon, moments, sums));
        return output;

        ParameterPlan Add(string role, string initializer, bool trainable = true)
            => lowering.AddParameter(this, role, new([Channels]), initializer, Channels, Channels, trainable);
    }
}

/// <summary>
/// Batch normalisation: y = gamma xhat + beta with xhat = (x - mean) / √(variance + epsilon) and the statistics of the batch. With dz the
/// gradient by y before an activation, dgamma = Σ dz xhat and dbeta = Σ dz over the N pixels of the batch, and
/// dx = gamma / √(variance + epsilon) (dz - dbeta / N - xhat dgamma / N). Statistics and sums are first taken of each sample, then put
/// together beside the weights. A prediction goes by moving averages of the statistics: it multiplies and adds what it makes of them and of
/// the weights once.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Gamma">What results are multiplied by, if anything.</param>
/// <param name="Beta">What is added, if anything.</param>
/// <param name="MovingMean">The mean that predictions go by.</param>
/// <param name="MovingVariance">The variance that predictions go by.</param>
/// <param name="Momentum">How much of both a step keeps.</param>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Moments">The statistics of each sample.</param>
/// <param name="Sums">The sums of each sample.</param>
internal sealed record BatchNormalizationStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan? Gamma, ParameterPlan? Beta, ParameterPlan MovingMean,
    ParameterPlan MovingVariance, float Momentum, float Epsilon, Value Moments, Value Sums)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool HasWeights => true;

    public override bool SeesBatch => true;

    // The sums and statistics of the batch are all that it takes.
    public override bool UpdatesFromBatch => false;

    public override long GradientBlock => NormalizationRoom.Block(Output.Stride);

    public override long DerivedFloats => (NormalizationRoom.BatchStatisticRows + NormalizationRoom.BatchSumRows) * (long)Output.Stride;

    public override long PreparedFloats => NormalizationRoom.FoldedRows * (long)Output.Stride;

    public override bool HasShape => true;

    public override string InferName => $"{Identifier}Infer";

    private string Shape => $"{Identifier}Shape";

    private string Statistics => InDerived("derived");

    private string GradientSums => InDerived("derived", NormalizationRoom.BatchStatisticRows * (long)Output.Stride);

    private string Shift => $"prepared + {Text.Literal(Output.Stride)}";

    // Whether the gradient is of use to anybody.
    private bool NeedsSums => Input.HasGradient || Gamma is not null || Beta is not null;

    public override bool AppliesActivation => true;

    public override IEnumerable<Value> Work(Pass pass) => pass switch
    {
        Pass.Forward => [Moments],
        Pass.Backward when NeedsSums => [Input, Sums],
        _ => [],
    };

    public override void WriteShape(SourceWriter writer) => NormalizationShape.Write(writer, Shape, Input, Output, Gamma, Beta, Epsilon);

    public override void WriteForward(SourceWriter writer)
    {
        string shape = $"// {Layer.Name}: {Text.Shape(Output.Shape)}.";
        writer.Line($"{shape} Mean and squared deviations of each channel, sample by sample");
        writer.Line($"private static void {Identifier}Measure(float* x, float* moments, int rows)");
        writer.Indented($"=> BatchNormalizationKernels.Measure<{Shape}>(x, moments, rows);");
        writer.Line();
        writer.Line($"{shape} Mean and variance of each channel over the batch");
        writer.Line($"private static void {Identifier}Combine(float* moments, float* derived, int batch)");
        writer.Indented($"=> BatchNormalizationKernels.Combine<{Shape}>(moments, {Statistics}, batch);");
        writer.Line();
        writer.Line($"{shape} {NormalizationShape.Formula(Output, Gamma, Beta, Epsilon)}");
        string parameters = Gamma is null && Beta is null ? "" : "float* parameters, ";
        writer.Line($"private static void {Identifier}Forward({parameters}float* derived, float* x, float* y, int rows)");
        writer.Indented($"=> BatchNormalizationKernels.Normalize<{Shape}, {Output.Activation.Name}>(x, {NormalizationShape.Place(Gamma)}, {NormalizationShape.Place(Beta)}, {Statistics}, y, rows);");
        if (!NeedsSums)
            return;
        writer.Line();
        writer.Line($"// {Layer.Name}, backward: Σ dz and Σ dz xhat of each channel, sample by sample, with xhat = (x - mean) / {NormalizationShape.Deviation(Epsilon)}");
        writer.Line($"private static void {Identifier}Sum(float* derived, float* x, float* dz, float* sums, int rows)");
        writer.Indented($"=> BatchNormalizationKernels.MeasureGradient<{Shape}>(dz, x, {Statistics}, sums, rows);");
        writer.Line();
        writer.Line($"// {Layer.Name}, backward: the sums of the batch");
        parameters = Gamma is null ? "" : "float* parameters, ";
        writer.Line($"private static void {Identifier}Total({parameters}float* derived, float* sums, int batch)");
        writer.Indented($"=> BatchNormalizationKernels.CombineGradient<{Shape}>(sums, {NormalizationShape.Place(Gamma)}, {Statistics}, {GradientSums}, batch);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        string gamma = Gamma is null ? "" : "gamma ";
        writer.Line($"// {Layer.Name}, backward: dx = {gamma}(dz - mean of dz - xhat · mean of dz xhat) / {NormalizationShape.Deviation(Epsilon)}{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* derived, float* x, float* dz, float* dx, int rows)");
        writer.Indented($"=> BatchNormalizationKernels.Backward<{Shape}, {Input.Activation.Name}>(dz, x, {Statistics}, {GradientSums}, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        string gamma = Gamma is null ? "" : "dgamma = Σ dz xhat, ", beta = Beta is null ? "" : "dbeta = Σ dz, ";
        writer.Line($"// {Layer.Name}, update: {gamma}{beta}moving averages: {Text.Number(Momentum)} of what they were, the rest from the batch");
        writer.Line($"private static void {Identifier}Update(float* parameters, float* derived, GradientSink gradients, int part, int parts)");
        using (writer.Block())
        {
            if (Gamma is not null)
                writer.Line($"BatchNormalizationKernels.UpdateScale<{Shape}>({GradientSums}, gradients, At.{Gamma.Property}, part, parts);");
            if (Beta is not null)
                writer.Line($"BatchNormalizationKernels.UpdateCenter<{Shape}>({GradientSums}, gradients, At.{Beta.Property}, part, parts);");
            writer.Line($"MovingAverageKernels.Update<{Shape}>({Statistics}, gradients, parameters + At.{MovingMean.Property}, parameters + At.{MovingVariance.Property}, {Text.Literal(Momentum)}, part);");
        }
    }

    public override void WriteInfer(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: what predictions multiply by, and what they add");
        writer.Line($"private static void {Identifier}Fold(float* parameters, float* prepared)");
        writer.Indented("=> " + Fold("prepared", Shift));
        writer.Line();
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. {NormalizationShape.Formula(Output, Gamma, Beta, Epsilon)}, of the moving averages");
        writer.Line($"private static void {InferName}(float* prepared, float* x, float* y, int rows)");
        writer.Indented($"=> BatchNormalizationKernels.Forward<{Shape}, {Output.Activation.Name}>(x, prepared, {Shift}, y, rows);");
    }

    /// <summary>The statement that makes of weights and moving averages what predictions multiply by and add.</summary>
    public string Fold(string scale, string shift)
        => $"BatchNormalizationKernels.Fold<{Shape}>({NormalizationShape.Place(Gamma)}, {NormalizationShape.Place(Beta)}, {NormalizationShape.Place(MovingMean)}, {NormalizationShape.Place(MovingVariance)}, {scale}, {shift});";

    public override string CallMeasure(string x) => $"{Identifier}Measure({x}, {Moments.Name}, rows);";

    public override string CallCombine => $"{Identifier}Combine({Moments.Name}, step.Derived, step.Batch);";

    public override string CallForward(string x, string y)
        => $"{Identifier}Forward({(Gamma is null && Beta is null ? "" : "parameters, ")}step.Derived, {x}, {y}, rows);";

    public override string CallMeasureGradient(string x, string dy) => NeedsSums ? $"{Identifier}Sum(step.Derived, {x}, {dy}, {Sums.Name}, rows);" : "";

    public override string CallCombineGradient
        => NeedsSums ? $"{Identifier}Total({(Gamma is null ? "" : "parameters, ")}step.Derived, {Sums.Name}, step.Batch);" : "";

    public override string CallBackward(string x, string y, string dx, string dy) => $"{Identifier}Backward(step.Derived, {x}, {dy}, {dx}, rows);";

    public override string CallUpdate(string x, string dy) => $"{Identifier}Update(parameters, step.Derived, step.Gradients, part, parts);";

    public override string CallPrepareInference(string prepared) => $"{Identifier}Fold(parameters, {prepared});";

    public override string CallInfer(string x, string y, string prepared) => $"{InferName}({prepared}, {x}, {y}, rows);";
}
