namespace StaticNet.Generators;

/// <summary>
/// An embedding and the average over its steps in one pass: rows are added up as they are read, and the gradient of a row is that of the
/// samples that it stands in. With MaskZero each sample has a scale of its own, 1 / the number of its tokens that are not 0.
/// </summary>
internal sealed record AveragedEmbeddingStep(string Identifier, EmbeddingSpec Embedding, Value Input, Value Output, ParameterPlan Table, Value? Scales)
    : TableStep(Identifier, Embedding, Input, Output, Table)
{
    protected override bool Averages => true;

    protected override Value? SampleScales => Scales;

    private Operand? Scale => Optional(Scales, "scales");

    public override Method Forward
        => NewMethod(
            "Forward",
            $"{Layer.Name} and average: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = the mean of {(Scales is null ? "all rows of its tokens" : "the rows of its tokens that are not 0")}",
            Call("EmbeddingKernels.Average", [Shape], Tokens, At(Table), Scale, Y, Samples()));

    protected override Method OwnUpdate
        => NewMethod(
            "Update",
            $"{Layer.Name} and average, update: for each token of the batch, dtable = Σ dy{(Scales is null ? $" / {Text.Number(Input.Floats)}" : " · scale")} of the samples at its places",
            Call("EmbeddingKernels.Update", [Shape], DY, Scale, TableRows, Sink, GradientAt(Table), Part, Parts));
}
