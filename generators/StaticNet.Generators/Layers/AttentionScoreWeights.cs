namespace StaticNet.Generators;

/// <summary>What is learned of how an attention makes scores.</summary>
/// <param name="IsAdditive">Whether they are sums of tanh(query + key) instead of products.</param>
/// <param name="Scale">What products, or queries + keys, are multiplied by, if anything.</param>
/// <param name="Weights">The weights of the summands, or their one, if anything.</param>
/// <param name="Sums">What the gradients by those are made of; null where nothing is learned.</param>
internal sealed record AttentionScoreWeights(bool IsAdditive, ParameterPlan? Scale, ParameterPlan? Weights, Value? Sums)
{
    /// <summary>Whether summands have one weight in common.</summary>
    public bool SharesWeight => Weights is { Shape.Count: 0 };

    /// <summary>Scores by queries and keys, for comments.</summary>
    public string Score
        => !IsAdditive ? "scale · queries · keysᵀ"
            : string.Concat(
                SharesWeight ? "weight · " : "", "Σ ", Weights is null || SharesWeight ? "" : "scale · ", "tanh(",
                Scale is null ? "queries + keys" : "scale · (queries + keys)", ")");
}
