namespace StaticNet.Generators;

/// <summary><c>[Attention]</c>: each query takes a mean of values, weighed by its products with their keys; nothing is learned.</summary>
internal sealed class AttentionLayer : LayerKind
{
    public override string Name => "Attention";

    public override LayerSpec? Check(LayerChecking layer)
    {
        float dropout = layer.GetNumber("Dropout", 0, rate => rate >= 0 && rate < 1, "at least 0 and less than 1");
        if (AttentionInputs.Check(layer) is not { } inputs)
            return null;
        (CheckedInput query, CheckedInput key) = (layer.Inputs[0], layer.Inputs[inputs.Key]);
        if (query.Shape[1] == key.Shape[1])
        {
            return new AttentionSpec(
                layer.Name, new([query.Shape[0], layer.Inputs[inputs.Value].Shape[1]]), inputs, query.Shape[1] * (long)key.Shape[0], layer.Get<bool>("Causal"), dropout);
        }

        string argument = inputs.Key == inputs.Value ? "Value" : "Key";
        layer.Report(
            Rules.OutOfRange.Id, argument, layer.Title, argument, $"{key.Title} with keys of {Text.Number(key.Shape[1])} numbers",
            $"keys as long as the queries, of which {query.Title} gives {Text.Number(query.Shape[1])} numbers each");
        return null;
    }
}

/// <summary>A checked attention.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Inputs">Which of the values that it takes are what.</param>
/// <param name="Products">The products of a query with all keys.</param>
/// <param name="IsCausal">Whether a query asks no later steps than its own.</param>
/// <param name="Dropout">The part of the probabilities that falls while training.</param>
internal sealed record AttentionSpec(
    string Name, EquatableArray<int> OutputShape, AttentionInputs Inputs, long Products, bool IsCausal, float Dropout)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Attention";

    public override string Description => IsCausal ? $"{Kind}, causal" : Kind;

    public override MaskUse Mask => MaskUse.PassesFirst;

    public override StepReach Reach => IsCausal ? StepReach.Before : StepReach.All;

    public override long Operations => 2L * OutputShape[0] * Products;

    public override Value Lower(Lowering lowering, Value input)
    {
        var whole = new Dictionary<int, Value>();
        Value query = Whole(lowering.Inputs[0], "Query"), key = Whole(lowering.Inputs[Inputs.Key], "Key"), value = Whole(lowering.Inputs[Inputs.Value], "Value");

        // Its rows are whole vectors also where no weights lie before it, which only values with a gradient may be.
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        var options = new AttentionOptions(1, 1, IsCausal, ZeroesMasked: true, Dropout);
        lowering.AddStep(AttentionStep.Create(lowering, this, query, key, value, output, options, Inputs.MasksOf(lowering.Masks, heedsKeys: false)));
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
}
