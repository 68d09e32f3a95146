namespace StaticNet.Datasets;

/// <summary>What is done to a text before it is split, Keras' <c>standardize</c>.</summary>
public enum Standardization
{
    /// <summary>Makes letters small and leaves punctuation out; the default.</summary>
    LowerAndStripPunctuation,

    /// <summary>Makes letters small.</summary>
    Lower,

    /// <summary>Leaves punctuation out.</summary>
    StripPunctuation,

    /// <summary>Nothing.</summary>
    None,
}
