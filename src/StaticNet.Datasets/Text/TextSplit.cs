namespace StaticNet.Datasets;

/// <summary>What a text is split into, Keras' <c>split</c>.</summary>
public enum TextSplit
{
    /// <summary>Words: what stands between white space; the default.</summary>
    Whitespace,

    /// <summary>Single characters of Unicode, white space among them.</summary>
    Character,

    /// <summary>Nothing: the whole text is one token.</summary>
    None,
}
