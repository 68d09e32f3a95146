namespace StaticNet;

/// <summary>What the layers of a block call the block itself.</summary>
/// <example>
/// <code>
/// [Block]
/// [LayerNormalization]
/// [Dense(Units, GELU)]
/// [Dense(Width)]
/// [Add(Block.Input)]
/// public partial class FeedForward
/// {
///     const int Width = 64, Units = Width * 4;
/// }
///
/// [Model(64)]
/// [Use&lt;FeedForward>(Times = 3)]
/// public partial class Stack;
/// </code>
/// </example>
public static class Block
{
    /// <summary>What comes into the block, for <see cref="LayerAttribute.From"/> and for merges: <c>[Add(Block.Input)]</c>.</summary>
    public const string Input = "input";
}
