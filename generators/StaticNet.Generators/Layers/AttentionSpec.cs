namespace StaticNet.Generators;

/// <summary>A checked attention over what layers give, without projections of its own.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Inputs">Which of the values that it takes are what.</param>
/// <param name="Keys">The keys.</param>
/// <param name="KeyDim">Numbers of a query or key.</param>
internal sealed record AttentionSpec(string Name, EquatableArray<int> OutputShape, string Kind, AttentionInputs Inputs, int Keys, int KeyDim)
    : PlannedLayer(Name, OutputShape)
{
    // A hyperbolic tangent is a polynomial, a division and what goes around them.
    private const long OperationsOfTangent = 20;

    public override string Kind { get; } = Kind;

    /// <summary>How a query and a key make a score.</summary>
    public AttentionScore Score { get; init; }

    /// <summary>Whether a scale is learned.</summary>
    public bool UseScale { get; init; }

    /// <summary>Whether a query asks no later steps than its own.</summary>
    public bool IsCausal { get; init; }

    /// <summary>The part of the probabilities that falls while training.</summary>
    public float Dropout { get; init; }

    public override string Description
        => string.Concat(Kind, Score == AttentionScore.Concat ? ", concat" : "", IsCausal ? ", causal" : "");

    public override MaskUse Mask => MaskUse.PassesFirst;

    // Scores with weights of their own are not kept from step to step.
    public override StepReach Reach => IsCausal && Score == AttentionScore.Dot && !UseScale ? StepReach.Causal : StepReach.All;

    public override int ParameterCount => (UseScale ? ScaleShape.Aggregate(1, (size, next) => size * next) : 0) + (Score == AttentionScore.Concat ? 1 : 0);

    public override IEnumerable<string> ParameterRoles
    {
        get
        {
            if (UseScale)
                yield return "scale";
            if (Score == AttentionScore.Concat)
                yield return "concat_score_weight";
        }
    }

    public override long Operations
        => OutputShape[0] * (long)Keys * (((Score == AttentionScore.Dot ? 2 : OperationsOfTangent) * KeyDim) + (2L * OutputShape[1]));

    private EquatableArray<int> ScaleShape => Score == AttentionScore.Additive ? new([KeyDim]) : new([]);

    /// <summary>Reads and checks what all such attentions are declared with; null, with a diagnostic, where that does not go together.</summary>
    public static AttentionSpec? Check(LayerCheckContext layer, string kind, AttentionScore score, bool useScale)
    {
        float dropout = layer.GetNumber("Dropout", 0, rate => rate >= 0 && rate < 1, "at least 0 and less than 1");
        if (AttentionInputs.Check(layer) is not { } inputs)
            return null;
        (CheckedInput query, CheckedInput key) = (layer.Inputs[0], layer.Inputs[inputs.Key]);
        if (query.Shape[1] == key.Shape[1])
        {
            return new AttentionSpec(
                layer.Name, new([query.Shape[0], layer.Inputs[inputs.Value].Shape[1]]), kind, inputs, key.Shape[0], key.Shape[1])
            {
                Score = score,
                UseScale = useScale,
                IsCausal = layer.Get<bool>("Causal"),
                Dropout = dropout,
            };
        }

        string argument = inputs.Key == inputs.Value ? "Value" : "Key";
        layer.Report(
            Rules.OutOfRange.Id, argument, layer.Title, argument, $"{key.Title} with keys of {Text.Number(key.Shape[1])} numbers",
            $"keys as long as the queries, of which {query.Title} gives {Text.Number(query.Shape[1])} numbers each");
        return null;
    }

    public override Value Lower(Lowering lowering, Value input)
    {
        var whole = new Dictionary<int, Value>();
        Value query = Whole(lowering.Inputs[0], "Query"), key = Whole(lowering.Inputs[Inputs.Key], "Key"), value = Whole(lowering.Inputs[Inputs.Value], "Value");

        // Its rows are whole vectors also where no weights lie before it, which only values with a gradient may be.
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        var options = new AttentionOptions(1, 1, IsCausal, ZeroesMasked: true, Dropout);
        lowering.AddStep(AttentionStep.Create(lowering, this, query, key, value, output, options, Inputs.MasksOf(lowering.Masks, heedsKeys: false), Learned(lowering)));
        return output;

        // What comes from before all weights has no gaps between its rows; kernels see whole vectors.
        Value Whole(Value taken, string part)
        {
            if (taken.Stride % Layout.Vector == 0)
                return taken;
            if (whole.TryGetValue(taken.Id, out Value? known))
                return known;
            Value copy = lowering.AddValue(Identifier + part, taken.Shape, hasGradient: true) with { HasGradient = false };
            lowering.AddStep(new CopyRowsStep($"{Identifier}{part}_", this, taken, copy));
            whole.Add(taken.Id, copy);
            return copy;
        }
    }

    // Fans of a row are Keras', which takes it for a row of units that each have as many inputs.
    private AttentionScoreWeights? Learned(Lowering lowering)
    {
        ParameterPlan? scale = !UseScale ? null
            : Score == AttentionScore.Additive ? lowering.AddParameter(this, "scale", ScaleShape, Initializer.GlorotUniform, KeyDim, KeyDim)
            : lowering.AddParameter(this, "scale", ScaleShape, Initializer.Ones, 1, 1, rowAxes: 0);
        ParameterPlan? weight = Score == AttentionScore.Concat ? lowering.AddParameter(this, "concat_score_weight", new([]), Initializer.Ones, 1, 1, rowAxes: 0) : null;
        bool isAdditive = Score != AttentionScore.Dot;
        (ParameterPlan? factor, ParameterPlan? weights) = Score == AttentionScore.Additive ? (null, scale) : (scale, weight);
        if (factor is null && weights is null)
            return isAdditive ? new(isAdditive, null, null, null) : null;
        int sums = AttentionSizes.Sums(factor is not null, weights is not null, weight is not null, KeyDim);
        return new(isAdditive, factor, weights, lowering.AddSaved(Identifier + "Sums", new([sums])));
    }
}
