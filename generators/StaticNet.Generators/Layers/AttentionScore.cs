namespace StaticNet.Generators;

/// <summary>How a query and a key of an attention make a score.</summary>
internal enum AttentionScore
{
    /// <summary>By their product.</summary>
    Dot,

    /// <summary>By the sum of tanh(query + key) times one number.</summary>
    Concat,

    /// <summary>By the same with a weight for each summand.</summary>
    Additive,
}
