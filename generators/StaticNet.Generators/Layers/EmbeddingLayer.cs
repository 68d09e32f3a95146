namespace StaticNet.Generators;

/// <summary><c>[Embedding]</c>: y = the row of each token in a table.</summary>
internal sealed class EmbeddingLayer : LayerKind
{
    public override string Name => "Embedding";

    public override bool TakesTokens => true;

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int? vocabulary = layer.GetPositive("inputDim"), width = layer.GetPositive("outputDim");
        Initializer initializer = layer.GetOption("EmbeddingsInitializer", Initializer.RandomUniform) ?? Initializer.RandomUniform;
        bool masksZero = layer.Get<bool>("MaskZero");
        if (!layer.IsFirst)
        {
            layer.Report(Rules.TokensFromLayer.Id, null, layer.Title, layer.InputName);
            return null;
        }

        if (masksZero && layer.InputShape.Count > 1)
        {
            layer.Report(
                Rules.WrongRank.Id, "MaskZero", layer.Title + " with MaskZero", "a sequence of tokens", Text.Shape(layer.InputShape), layer.InputName,
                $"leave MaskZero out or write [Model({layer.InputShape.Aggregate(1, (size, next) => size * next)})]");
            return null;
        }

        return vocabulary is null || width is null ? null
            : new EmbeddingSpec(layer.Name, new([.. layer.InputShape, width.Value]), vocabulary.Value, initializer, masksZero);
    }
}

/// <summary>A checked embedding.</summary>
internal sealed record EmbeddingSpec(string Name, EquatableArray<int> OutputShape, int InputDim, Initializer Initializer, bool MasksZero)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Embedding";

    public override string Description => $"{Kind} of {Text.Number(InputDim)} tokens{(MasksZero ? ", 0 masked" : "")}";

    public override int Vocabulary => InputDim;

    public override int ParameterCount => InputDim * Width;

    public override IEnumerable<string> ParameterRoles => ["embeddings"];

    public override MaskUse Mask => MasksZero ? MaskUse.Creates : MaskUse.Drops;

    public override StepReach Reach => StepReach.SameStep;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => true;

    private int Width => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan table = lowering.AddParameter(this, "embeddings", new([InputDim, Width]), Initializer, InputDim, Width, isTable: true);
        lowering.Mask = MasksZero ? lowering.AddSaved(Identifier + "Mask", input.Shape, isBytes: true) : null;
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        lowering.AddStep(new EmbeddingStep(Identifier, this, input, output, table, lowering.Mask));
        return output;
    }
}

/// <summary>The look-up in a table. Only the rows that a batch reads get gradients: dtable[token i] += dy[i].</summary>
internal sealed record EmbeddingStep(string Identifier, EmbeddingSpec Embedding, Value Input, Value Output, ParameterPlan Table, Value? Mask)
    : TableStep(Identifier, Embedding, Input, Output, Table)
{
    public override Method Forward
        => NewMethod(
            "Forward", ForwardComment($"y = the row of each token{(Mask is null ? "" : ", mask = whether it is not 0")}"),
            Call("EmbeddingKernels.Forward", [Shape], Tokens, At(Table), Y, Samples()),
            Mask is null ? null : FindMask());

    protected override Method OwnUpdate
        => NewMethod(
            "Update", $"{Layer.Name}, update: for each token of the batch, dtable = Σ dy at its places",
            Call("EmbeddingKernels.Update", [Shape], DY, TableRows, Sink, GradientAt(Table), Part, Parts));

    /// <summary>The call that writes the mask: which tokens count.</summary>
    public KernelCall FindMask() => Call("EmbeddingKernels.Mask", [Shape], Tokens, Optional(Mask, "mask"), Samples());
}
