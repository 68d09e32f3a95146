namespace StaticNet.Generators;

/// <summary>What becomes of a mask, which says for each step of a sequence whether it counts, at a layer; the rules are Keras'.</summary>
internal enum MaskUse
{
    /// <summary>The layer knows nothing of masks: it treats all steps alike, and its output has none.</summary>
    Drops,

    /// <summary>It heeds the mask, and its output has no steps any more.</summary>
    Consumes,

    /// <summary>Its output has the same mask, whether it heeds it or works on each step alone.</summary>
    Passes,

    /// <summary>It heeds the masks of all that it takes, and its output has that of the first.</summary>
    PassesFirst,

    /// <summary>It makes a mask of its own.</summary>
    Creates,
}
