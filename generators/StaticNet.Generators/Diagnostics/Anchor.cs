namespace StaticNet.Generators;

/// <summary>What a diagnostic points at, without saying where that stands.</summary>
/// <param name="Attribute">The attribute's number in the declaration; -1 for the class.</param>
/// <param name="Target">
/// The argument, or the class's member; null, or one that is not written, for the whole attribute or the class's name.
/// </param>
/// <param name="Index">Which of the values that an argument is given one by one, from 0.</param>
internal sealed record Anchor(int Attribute, string? Target, int Index = 0)
{
    /// <summary>The key of the block in which the attribute stands; null in the declaration itself.</summary>
    public string? Block { get; init; }

    /// <summary>What puts that block in place.</summary>
    public Anchor? Use { get; init; }

    /// <summary>The class's name.</summary>
    public static Anchor Class { get; } = new(-1, null);

    /// <summary>A member of the class.</summary>
    public static Anchor Member(string name) => new(-1, name);
}
