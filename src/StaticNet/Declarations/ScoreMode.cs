namespace StaticNet;

/// <summary>How a query and a key of an <see cref="AttentionAttribute"/> make a score.</summary>
public enum ScoreMode
{
    /// <summary>Their product, the sum of what is multiplied number by number.</summary>
    Dot,

    /// <summary>
    /// The sum of tanh(query + key), number by number, times a number that is learned, the parameter concat_score_weight of shape (), which starts
    /// from 1.
    /// </summary>
    Concat,
}
