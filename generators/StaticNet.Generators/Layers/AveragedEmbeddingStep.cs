namespace StaticNet.Generators;

/// <summary>
/// An embedding and the average over its steps in one pass: rows are added up as they are read, and the gradient of a row is that of the
/// samples that it stands in. With MaskZero each sample has a scale of its own, 1 / the number of its tokens that are not 0.
/// </summary>
internal sealed record AveragedEmbeddingStep(string Identifier, EmbeddingSpec Embedding, Value Input, Value Output, ParameterPlan Table, Value? Scales)
    : TableStep(Identifier, Embedding, Input, Output, Table)
{
    protected override bool Averages => true;

    public override IEnumerable<Value> Work(Pass pass) => Scales is not null && pass != Pass.Backward ? [Scales] : [];

    public override void WriteForward(SourceWriter writer)
    {
        string which = Scales is null ? "all rows of its tokens" : "the rows of its tokens that are not 0";
        writer.Line($"// {Layer.Name} and average: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = the mean of {which}");
        writer.Line($"private static void {ForwardName}(float* parameters, int* tokens, {(Scales is null ? "" : "float* scales, ")}float* y, int rows)");
        writer.Indented($"=> EmbeddingKernels.Average<{Shape}>(tokens, parameters + At.{Table.Property}, {(Scales is null ? "" : "scales, ")}y, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        string scale = Scales is null ? $" / {Text.Number(Input.Floats)}" : " · scale";
        writer.Line($"// {Layer.Name} and average, update: for each token of the batch, dtable = Σ dy{scale} of the samples at its places");
        writer.Line($"private static void {Identifier}Update(float* dy, {(Scales is null ? "" : "float* scales, ")}TouchedRows touched, GradientSink gradients, int part, int parts)");
        writer.Indented($"=> EmbeddingKernels.Update<{Shape}>(dy, {(Scales is null ? "" : "scales, ")}touched, gradients, At.{Table.Property}, part, parts);");
    }

    public override string CallForward(string x, string y)
        => $"{ForwardName}(parameters, {x}, {(Scales is null ? "" : Scales.Name + ", ")}{y}, rows);";

    public override string CallUpdate(string x, string dy)
        => $"{Identifier}Update({dy}, {(Scales is null ? "" : Scales.Name + ", ")}step.Table(0), step.Gradients, part, parts);";
}
