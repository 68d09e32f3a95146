namespace StaticNet.Generators;

/// <summary>A step that reads rows of a table by tokens.</summary>
internal abstract record TableStep(string Identifier, EmbeddingSpec Embedding, Value Input, Value Output, ParameterPlan Table)
    : PlanStep(Identifier, Embedding, Input, Output)
{
    public override bool HasWeights => true;

    public override long GradientBlock => EmbeddingRoom.Block(Table.Stride);

    public override bool HasShape => true;

    /// <summary>Whether the rows of a sample are averaged.</summary>
    protected virtual bool Averages => false;

    /// <summary>The name of the type of its sizes.</summary>
    protected string Shape => $"{Identifier}Shape";

    public override void WriteShape(SourceWriter writer)
        => writer.Shape(
            Shape, "IEmbeddingShape", ("Vocabulary", Embedding.InputDim), ("Places", (int)Input.Floats), ("Stride", Table.Stride), ("Averages", Averages),
            ("MasksZero", Embedding.MasksZero));

    public override string CallTouch(string x) => $"EmbeddingKernels.Touch({x}, step.Table(0), part);";
}
