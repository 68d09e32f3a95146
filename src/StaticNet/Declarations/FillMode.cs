namespace StaticNet;

/// <summary>What a moved image shows where it has no pixels. The names are Keras'; the pixels of a row are a b c d.</summary>
public enum FillMode
{
    /// <summary>One value everywhere: k k k k | a b c d | k k k k.</summary>
    Constant,

    /// <summary>The pixel at the edge: a a a a | a b c d | d d d d.</summary>
    Nearest,

    /// <summary>The image mirrored at its edge, the edge pixel twice: d c b a | a b c d | d c b a.</summary>
    Reflect,

    /// <summary>The image again from its other side: a b c d | a b c d | a b c d.</summary>
    Wrap,
}
