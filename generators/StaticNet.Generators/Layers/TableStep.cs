namespace StaticNet.Generators;

/// <summary>A step that reads rows of a table by tokens.</summary>
internal abstract record TableStep(string Identifier, EmbeddingSpec Embedding, Value Input, Value Output, ParameterPlan Table)
    : PlanStep(Identifier, Embedding, Input, Output)
{
    public override long GradientBlock => EmbeddingRoom.Block(Table.Stride);

    public override IEnumerable<SizesType> Sizes
        =>
        [
            new(
                Shape, "IEmbeddingShape",
                new([
                    ("Vocabulary", Embedding.InputDim), ("Places", (int)Input.Floats), ("Stride", Table.Stride), ("Averages", Averages),
                    ("MasksZero", Embedding.MasksZero),
                ])),
        ];

    /// <summary>Whether the rows of a sample are averaged.</summary>
    protected virtual bool Averages => false;

    /// <summary>The input.</summary>
    protected Operand Tokens => new ValueOperand(Input, "tokens", IsTokens: true);

    /// <summary>The rows that the batch reads.</summary>
    protected Operand Touched => new TouchedOperand(Table.Table!.Value);

    public override KernelCall Touch => Call("EmbeddingKernels.Touch", [], Tokens, Touched, Part);
}
