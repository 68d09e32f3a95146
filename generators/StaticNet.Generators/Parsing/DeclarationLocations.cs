using Microsoft.CodeAnalysis;

namespace StaticNet.Generators;

/// <summary>
/// Where the parts of a declaration stand. Only the diagnostics' branch of the pipeline sees it: real locations are what
/// <c>#pragma warning</c> and editors go by, but they change with every keystroke.
/// </summary>
/// <param name="Class">The class's name.</param>
/// <param name="Attributes">The attributes, in the order of the declaration.</param>
/// <param name="Members">The members that the class's author wrote.</param>
internal sealed record DeclarationLocations(
    Location Class, EquatableArray<AttributeLocations> Attributes, EquatableArray<MemberLocation> Members)
{
    /// <summary>Where the blocks stand that it uses, of those whose source is at hand.</summary>
    public EquatableArray<BlockLocations> Blocks { get; init; }

    /// <summary>
    /// The location that a diagnostic's anchor stands for. What stands in a block is shown there where its source is at hand, and else at its use.
    /// </summary>
    public Location Resolve(Anchor anchor)
    {
        if (anchor.Block is not null)
        {
            return Blocks.FirstOrDefault(block => block.Key == anchor.Block) is { } block
                ? block.Locations.Resolve(anchor with { Block = null })
                : Resolve(anchor.Use!);
        }

        if (anchor.Attribute < 0)
            return Members.FirstOrDefault(member => member.Name == anchor.Target)?.Location ?? Class;
        AttributeLocations attribute = Attributes[anchor.Attribute];
        ArgumentLocation[] arguments = [.. attribute.Arguments.Where(argument => argument.Name == anchor.Target)];
        return arguments.Length == 0 ? attribute.Location : arguments[Math.Min(anchor.Index, arguments.Length - 1)].Location;
    }

    /// <summary>Where the block is put in place in which an anchor stands, from the innermost use on; nothing outside of blocks.</summary>
    public IEnumerable<Location> UsesOf(Anchor anchor)
    {
        for (Anchor? use = anchor.Use; use is not null; use = use.Use)
            yield return Resolve(use);
    }
}

/// <summary>Where the parts of a block stand.</summary>
internal sealed record BlockLocations(string Key, DeclarationLocations Locations);

/// <summary>Where an attribute and its written arguments stand.</summary>
internal sealed record AttributeLocations(Location Location, EquatableArray<ArgumentLocation> Arguments);

/// <summary>Where a member stands.</summary>
internal sealed record MemberLocation(string Name, Location Location);

/// <summary>Where an argument stands.</summary>
internal sealed record ArgumentLocation(string Name, Location Location);
