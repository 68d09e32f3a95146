namespace StaticNet;

/// <summary>What the layers of a block call the block itself.</summary>
public static class Block
{
    /// <summary>What comes into the block, for <see cref="LayerAttribute.From"/> and for merges: <c>[Add(Block.Input)]</c>.</summary>
    public const string Input = "input";
}
