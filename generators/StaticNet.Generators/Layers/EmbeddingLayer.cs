namespace StaticNet.Generators;

/// <summary><c>[Embedding]</c>: y = the row of each token in a table.</summary>
internal sealed class EmbeddingLayer : LayerKind
{
    public override string Name => "Embedding";

    public override LayerSpec? Check(LayerChecking layer)
    {
        int? vocabulary = layer.GetPositive("inputDim"), width = layer.GetPositive("outputDim");
        string initializer = layer.GetOption("EmbeddingsInitializer", "RandomUniform") ?? "RandomUniform";
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
internal sealed record EmbeddingSpec(string Name, EquatableArray<int> OutputShape, int InputDim, string Initializer, bool MasksZero)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Embedding";

    public override string Description => $"{Kind} of {Text.Number(InputDim)} tokens{(MasksZero ? ", 0 masked" : "")}";

    public override int Vocabulary => InputDim;

    public override int ParameterCount => InputDim * Width;

    public override IEnumerable<string> ParameterRoles => ["embeddings"];

    public override MaskUse Mask => MasksZero ? MaskUse.Makes : MaskUse.Drops;

    private int Width => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan table = lowering.AddParameter(this, "embeddings", new([InputDim, Width]), Initializer, InputDim, Width, isTable: true);
        lowering.Mask = MasksZero ? lowering.AddNote(Identifier + "Mask", input.Shape, isBytes: true) : null;
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        lowering.AddStep(new EmbeddingStep(Identifier, this, input, output, table, lowering.Mask));
        return output;
    }
}

/// <summary>The look-up in a table. Only the rows that a batch reads get gradients: dtable[token i] += dy[i].</summary>
internal sealed record EmbeddingStep(string Identifier, EmbeddingSpec Embedding, Value Input, Value Output, ParameterPlan Table, Value? Mask)
    : TableStep(Identifier, Embedding, Input, Output, Table)
{
    public override IEnumerable<Value> Work(Pass pass) => Mask is not null && pass is (Pass.Forward or Pass.Inference) ? [Mask] : [];

    public override PlanStep? Absorb(PlanStep next, bool inference)
        => next switch
        {
            GlobalAveragePooling1DStep average when average.Mask == Mask
                => new AveragedEmbeddingStep($"{Identifier}Average_", Embedding, Input, next.Output, Table, average.Scales),
            RecurrentStep recurrence when inference && recurrence.Mask == Mask && recurrence.Tabulates(this)
                => recurrence with { Input = Input, Embedding = this },
            BidirectionalStep both when inference && both.Mask == Mask && both.First.Tabulates(this)
                => both with { Input = Input, First = both.First with { Embedding = this }, Second = both.Second with { Embedding = this } },
            _ => null,
        };

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = the row of each token{(Mask is null ? "" : ", mask = whether it is not 0")}");
        string mask = Mask is null ? "" : "byte* mask, ";
        writer.Line($"private static void {ForwardName}(float* parameters, int* tokens, {mask}float* y, int rows)");
        writer.Body(
            $"EmbeddingKernels.Forward<{Shape}>(tokens, parameters + At.{Table.Property}, y, rows);",
            Mask is null ? null : $"EmbeddingKernels.Mask<{Shape}>(tokens, mask, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: for each token of the batch, dtable = Σ dy at its places");
        writer.Line($"private static void {Identifier}Update(float* dy, TouchedRows touched, GradientSink gradients, int part, int parts)");
        writer.Indented($"=> EmbeddingKernels.Update<{Shape}>(dy, touched, gradients, At.{Table.Property}, part, parts);");
    }

    public override string CallForward(string x, string y)
        => $"{ForwardName}(parameters, {x}, {(Mask is null ? "" : Mask.Name + ", ")}{y}, rows);";

    public override string CallUpdate(string x, string dy) => $"{Identifier}Update({dy}, step.Table(0), step.Gradients, part, parts);";
}
