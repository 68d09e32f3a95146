namespace StaticNet.Datasets;

/// <summary>The end of a sequence where it is padded or truncated.</summary>
public enum SequenceSide
{
    /// <summary>At the beginning; Keras' default.</summary>
    Pre,

    /// <summary>At the end.</summary>
    Post,
}
