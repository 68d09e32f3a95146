namespace StaticNet.Generators;

/// <summary>What a diagnostic points at, without saying where that stands.</summary>
/// <param name="Attribute">The attribute's number in the declaration; -1 for the class's name.</param>
/// <param name="Argument">The argument; null, or one that is not written, for the whole attribute.</param>
internal sealed record Anchor(int Attribute, string? Argument)
{
    /// <summary>The class's name.</summary>
    public static Anchor Class { get; } = new(-1, null);
}
