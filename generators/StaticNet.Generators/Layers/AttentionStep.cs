namespace StaticNet.Generators;

/// <summary>
/// The attention itself: y = p · value with p = softmax(query · keyᵀ · scale), head by head. Probabilities live for a few queries at a time: the
/// backward pass computes them anew from what each query saved, with ds = p ∘ (dy · valueᵀ - Σ dy y), dvalue = pᵀ · dy, dquery = ds · key · scale,
/// dkey = dsᵀ · query · scale.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Query">The queries, a row for each head of a step.</param>
/// <param name="Key">The keys.</param>
/// <param name="Value">The values.</param>
/// <param name="Output">The value it makes, in which heads lie one behind the other.</param>
/// <param name="Options">Its options.</param>
/// <param name="Masks">For each step of the three whether it counts; null where all do.</param>
/// <param name="Saved">What each query saves for the backward pass.</param>
/// <param name="Scratch">Memory that the kernels need while they run.</param>
internal sealed record AttentionStep(
    string Identifier, LayerSpec Layer, Value Query, Value Key, Value Value, Value Output, AttentionOptions Options, AttentionMasks Masks, Value Saved, Value Scratch)
    : PlanStep(Identifier, Layer, Query, Output)
{
    /// <summary>What is learned of how it makes scores; null where they are products alone.</summary>
    public AttentionScoreWeights? Learned { get; init; }

    public override long GradientBlock => Update is null ? 0 : Math.Max(AttentionSizes.SumsOfNumber, AttentionSizes.SumsOfWeights(Learned!.SharesWeight, Query.Width));

    public override IEnumerable<Value> Inputs => [Query, Key, Value];

    public override PlanStep WithInputs(Func<Value, Value> other)
        => this with { Input = other(Query), Query = other(Query), Key = other(Key), Value = other(Value) };

    public override IEnumerable<ShapeType> ShapeTypes
        => [SizesOf(Shape, Query, Value, Output, Options, Query.Shape[0], Key.Shape[0], Masks.HasAny, Scoring)];

    /// <summary>The sizes of an attention as a type.</summary>
    public static ShapeType SizesOf(string name, Value query, Value value, Value output, AttentionOptions options, int queries, int keys, bool hasMask,
        params (string Name, bool IsOn)[] scoring)
        => new(
            name, "IAttentionShape",
            new([
                ("Queries", queries), ("Keys", keys), ("Heads", options.Heads), ("KeyDim", query.Width), ("KeyStride", query.Stride),
                ("ValueDim", value.Width), ("ValueStride", value.Stride), ("OutputStride", output.Stride), ("Scale", options.Scale),
                ("IsCausal", options.IsCausal), ("HasMask", hasMask), ("ZeroesMasked", options.ZeroesMasked),
                .. scoring.Where(option => option.IsOn).Select(option => (ShapeMember)option),
            ]));

    /// <summary>What an attention computes, for comments.</summary>
    /// <param name="options">Its options.</param>
    /// <param name="score">How a query and a key make a score; null where that is their product.</param>
    public static string FormulaOf(AttentionOptions options, string? score = null)
        => string.Concat(
            $"y = softmax({score ?? $"queries · keysᵀ{(options.Scale == 1 ? "" : $" · {Text.Number(options.Scale)}")}"}) · values",
            options.Heads == 1 ? "" : $", {Text.Number(options.Heads)} heads", options.IsCausal ? ", of no later steps" : "");

    /// <summary>The step of an attention over three values whose rows are whole vectors.</summary>
    public static PlanStep Create(
        Lowering lowering, LayerSpec layer, Value query, Value key, Value value, Value output, AttentionOptions options, AttentionMasks masks,
        AttentionScoreWeights? learned = null)
    {
        string identifier = layer.Identifier + "Attend_";
        if (lowering.Window > 0)
            return KeptAttentionStep.Create(lowering, identifier, layer, query, key, value, output, options);
        int queries = query.Shape[0], keys = key.Shape[0];
        return new AttentionStep(
            identifier, layer, query, key, value, output, options, masks,
            lowering.AddSaved(identifier + "Saved", new([AttentionSizes.Saved(options.Heads, queries)])),
            lowering.AddScratch(identifier + "Scratch", AttentionSizes.Scratch(queries, keys, query.Width, value.Width)))
        {
            Learned = learned,
        };
    }

    public override Method Forward => NewMethod("Forward", SameShapeComment(Formula), Attend(Dropout, Optional(Saved, "saved")!));

    public override Method Infer => NewMethod("Infer", SameShapeComment(Formula), Attend("default", "null"));

    // An activation that is fused into what made one of the three has its slope applied behind.
    public override Method? Backward
        => !Inputs.Any(value => value.HasGradient) && Update is null ? null
            : NewMethod(
                "Backward", $"{Layer.Name}, backward: p computed again; {Slopes}",
                [
                    Call("AttentionKernels.Backward", [Shape], Taken, Dropout, Optional(Saved, "saved"), Optional(Scratch, "scratch"), Y, DY, Gradients, Samples()),
                    .. Members.Select((part, i) => !part.Value.HasGradient || part.Value.Activation == Activation.Linear ? null
                        : Call(
                            "ActivationKernels.Backward", ["Linear", part.Value.Activation.Name],
                            GradientBy(i, part.Value, part.Gradient), part.Operand, part.Operand, GradientBy(i, part.Value, part.Gradient), Samples(part.Value.Floats))),
                ]);

    public override Method? Update
        => Learned?.Sums is null ? null
            : NewMethod(
                "Update", $"{Layer.Name}, update: {string.Join(" and ", new[] { Learned.Scale, Learned.Weights }.OfType<ParameterPlan>().Select(parameter => "d" + parameter.Role))} from the sums of all samples",
                Learned.Scale is null ? null : Take("Scale", Learned.Scale), Learned.Weights is null ? null : Take("Weights", Learned.Weights));

    private string Formula => FormulaOf(Options, Learned?.Score);

    private string Slopes
        => $"ds = p ∘ (dy · valuesᵀ - Σ dy y){Scaled}, dvalues = pᵀ · dy, "
            + (Learned is null ? "dqueries = ds · keys, dkeys = dsᵀ · queries" : $"and ds by each part of s = {Learned.Score}");

    // What products alone have not.
    private (string Name, bool IsOn)[] Scoring
        =>
        [
            ("IsAdditive", Learned is { IsAdditive: true }), ("LearnsScale", Learned?.Scale is not null), ("LearnsWeights", Learned?.Weights is not null),
            ("SharesWeight", Learned is { SharesWeight: true }),
        ];

    private string Scaled => Options.Scale == 1 ? "" : $" · {Text.Number(Options.Scale)}";

    // In the plural, since the number that dropout draws from is called a key.
    private (string Name, Value Value, Operand Operand, string Gradient)[] Members
        =>
        [
            ("Query", Query, new ValueOperand(Query, "queries"), "dQueries"),
            ("Key", Key, new ValueOperand(Key, "keys"), "dKeys"),
            ("Value", Value, new ValueOperand(Value, "values"), "dValues"),
        ];

    private StructOperand Taken
        => new(new([
            .. Members.Select(part => (part.Name, part.Operand)),
            .. new[] { ("QueryMask", Masks.Query), ("KeyMask", Masks.Key), ("ValueMask", Masks.Value) }
                .Where(mask => mask.Item2 is not null).Select(mask => (mask.Item1, Optional(mask.Item2, Text.Camel(mask.Item1))!)),
            .. new[] { ("Scale", Learned?.Scale), ("Weights", Learned?.Weights) }.Where(learned => learned.Item2 is not null)
                .Select(learned => (learned.Item1, At(learned.Item2)!)),
        ]));

    private StructOperand Gradients
        => new(new(Members.Select((part, i) => (part.Name, part.Value, Gradient: (Operand)GradientBy(i, part.Value, part.Gradient)))
            .Where(part => part.Value.HasGradient).Select(part => (part.Name, part.Gradient))
            .Concat(Learned?.Sums is { } sums ? [("Sums", new ValueOperand(sums, "sums"))] : [])));

    private Operand Dropout
        => Options.Dropout == 0 ? "default"
            : new StructOperand(new([("Rate", Options.Dropout), ("Key", new KeyOperand(Output)), ("First", First())]));

    private KernelCall Take(string what, ParameterPlan parameter)
        => Call("AttentionKernels.Update" + what, [Shape], Optional(Learned!.Sums, "sums"), Sink, GradientAt(parameter), Batch(), Part, Parts);

    private KernelCall Attend(Operand dropout, Operand saved)
        => Call("AttentionKernels.Forward", [Shape], Taken, dropout, saved, Optional(Scratch, "scratch"), Y, Samples());
}

/// <summary>The options of an attention.</summary>
/// <param name="Heads">The heads.</param>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">Whether a query asks no later steps than its own.</param>
/// <param name="ZeroesMasked">Whether a query that its mask leaves out gets 0.</param>
/// <param name="Dropout">The part of the probabilities that falls while training.</param>
internal sealed record AttentionOptions(int Heads, float Scale, bool IsCausal, bool ZeroesMasked, float Dropout);

/// <summary>The masks over what an attention takes; null where all steps count.</summary>
/// <param name="Query">Over the queries.</param>
/// <param name="Key">Over the keys.</param>
/// <param name="Value">Over the values, where that is another.</param>
internal sealed record AttentionMasks(Value? Query, Value? Key, Value? Value)
{
    /// <summary>Whether there is one.</summary>
    public bool HasAny => Query is not null || Key is not null || Value is not null;
}
