namespace StaticNet.Generators;

/// <summary>A part of a declaration whose blocks are in place: a layer, or a block with what is in it.</summary>
/// <param name="Attribute">What is written, every argument a value.</param>
/// <param name="At">Where.</param>
internal abstract record Expanded(AttributeDeclaration Attribute, Anchor At);

/// <summary>A layer.</summary>
internal sealed record ExpandedLayer(AttributeDeclaration Attribute, Anchor At) : Expanded(Attribute, At);

/// <summary>A block.</summary>
/// <param name="Attribute">What puts it in place.</param>
/// <param name="At">Where that is written.</param>
/// <param name="Block">The block's class.</param>
/// <param name="Times">How many stand one behind the other.</param>
/// <param name="Body">What is in each.</param>
internal sealed record ExpandedUse(AttributeDeclaration Attribute, Anchor At, string Block, int Times, IReadOnlyList<Expanded> Body) : Expanded(Attribute, At)
{
    /// <summary>The use, for messages.</summary>
    public string Title => $"Use<{Block}>";

    /// <summary>The name that its author has given it, if any.</summary>
    public string? Name => Attribute.Find("Name")?.Values[0] as string;

    /// <summary>The layers in all of them.</summary>
    public long Layers => Times * CountOf(Body);

    /// <summary>The layers in a list.</summary>
    public static long CountOf(IEnumerable<Expanded> written) => written.Sum(part => part is ExpandedUse use ? use.Layers : 1L);
}
