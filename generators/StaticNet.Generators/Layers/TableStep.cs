namespace StaticNet.Generators;

/// <summary>A step that reads rows of a table by tokens.</summary>
internal abstract record TableStep(string Identifier, EmbeddingSpec Embedding, Value Input, Value Output, ParameterPlan Table)
    : PlanStep(Identifier, Embedding, Input, Output)
{
    public override int? ReadsTable => Table.Table;

    public override long GradientBlock => EmbeddingSizes.Block(Table.Stride);

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IEmbeddingShape",
                new([
                    ("Vocabulary", Embedding.InputDim), ("Tokens", Places), ("Stride", Table.Stride), ("Averages", Averages),
                    ("MasksZero", Embedding.MasksZero),
                ])),
        ];

    /// <summary>Whether the rows of a sample are averaged.</summary>
    protected virtual bool Averages => false;

    /// <summary>What each sample's rows are multiplied by, where that differs.</summary>
    protected virtual Value? SampleScales => null;

    /// <summary>The input.</summary>
    protected Operand Tokens => new ValueOperand(Input, "tokens", IsTokens: true);

    /// <summary>The rows that the batch reads.</summary>
    protected Operand TableRows => new TableRowsOperand(Table.Table!.Value);

    /// <summary>The update of a table that nothing else reads.</summary>
    protected abstract Method OwnUpdate { get; }

    private int Places => (int)Input.Floats;

    // Those before this one, in the order in which their tokens are looked at.
    private IEnumerable<TableStep> ReadersBefore => Readers.Cast<TableStep>().TakeWhile(reader => reader.Identifier != Identifier);

    public override KernelCall FindTableRows => Readers.Count == 0
        ? Call("EmbeddingKernels.FindRows", [], Tokens, TableRows, Part)
        : Call("EmbeddingKernels.FindRows", [], Tokens, TableRows, $"before: {Text.Literal(ReadersBefore.Sum(reader => reader.Places))}", $"count: {Text.Literal(Places)}", Part);

    public override Method? Update => Readers.Count == 0 ? OwnUpdate : ReadersBefore.Any() ? null : UpdateForAll();

    private Method UpdateForAll()
        => NewMethod(
            "Update",
            $"{Layer.Name}, update: for each token of the batch, dtable = Σ of what its places got in {Text.Number(Readers.Count)} readings: {string.Join(", ", Readers.Select(reader => reader.Layer.Name))}",
            Call(
                "SharedTableKernels.Update", [Shape], DY, Optional(SampleScales, "scales"),
                new ListOperand(new(Readers.Cast<TableStep>().Select((reader, at) => (reader, at)).Skip(1).Select(reading => (Operand)reading.reader.Reading(reading.at + 1)))),
                TableRows, Sink, GradientAt(Table), Part, Parts));

    // What the update for all is told of another reading.
    private StructOperand Reading(int number)
    {
        var members = new List<(string, Operand)> { ("Gradient", new ValueOperand(Output, $"dy{Text.Number(number)}", IsGradient: true)), ("Tokens", Places) };
        if (Averages)
            members.Add(("Averages", true));
        if (SampleScales is { } scales)
            members.Add(("Scales", new ValueOperand(scales, $"scales{Text.Number(number)}")));
        return new StructOperand(new(members));
    }
}
