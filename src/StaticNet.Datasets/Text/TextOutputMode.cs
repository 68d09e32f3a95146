namespace StaticNet.Datasets;

/// <summary>What becomes of the tokens of a text, Keras' <c>output_mode</c>.</summary>
public enum TextOutputMode
{
    /// <summary>A whole number for each token, for an embedding; the default.</summary>
    Int,

    /// <summary>A row as long as the vocabulary, 1 where the token occurs and else 0.</summary>
    MultiHot,

    /// <summary>A row as long as the vocabulary that says how often each token occurs.</summary>
    Count,

    /// <summary>Like <see cref="Count"/>, multiplied by how rare the texts are that have the token.</summary>
    TfIdf,
}
