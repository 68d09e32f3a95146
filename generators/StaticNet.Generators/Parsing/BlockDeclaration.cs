namespace StaticNet.Generators;

/// <summary>A block as its author wrote it. A declaration holds all blocks that it uses, those that they use included.</summary>
/// <param name="Key">What uses call it; no other block of the declaration has it.</param>
/// <param name="Name">The class's name.</param>
/// <param name="Origin">Where what is known of it comes from.</param>
/// <param name="Constants">Its constants, in the order in which they are written.</param>
/// <param name="Attributes">Its layers, and what else is written there, in source order.</param>
internal sealed record BlockDeclaration(
    string Key, string Name, BlockOrigin Origin, EquatableArray<BlockConstant> Constants, EquatableArray<AttributeDeclaration> Attributes)
{
    /// <summary>Why its class cannot be a block, if so.</summary>
    public ClassFlaw? Flaw { get; init; }

    /// <summary>Why nothing is known of it, in words; null where it is known.</summary>
    public string? Unknown { get; init; }

    /// <summary>Whether the compiler itself has something to say of an attribute.</summary>
    public bool IsBroken => Attributes.Any(attribute => attribute.IsBroken);
}

/// <summary>Where a block's declaration comes from.</summary>
internal enum BlockOrigin
{
    /// <summary>The source of the same project, which reports what is wrong with it.</summary>
    Source,

    /// <summary>Another assembly.</summary>
    Compiled,
}

/// <summary>A constant of a block.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type: <c>int</c>, or the name of an enum.</param>
/// <param name="Default">What it is where a use says nothing.</param>
internal sealed record BlockConstant(string Name, string Type, Expression Default);
