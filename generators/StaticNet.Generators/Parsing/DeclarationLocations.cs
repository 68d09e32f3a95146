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
    /// <summary>The location that a diagnostic's anchor stands for.</summary>
    public Location Resolve(Anchor anchor)
    {
        if (anchor.Attribute < 0)
            return Members.FirstOrDefault(member => member.Name == anchor.Part)?.Location ?? Class;
        AttributeLocations attribute = Attributes[anchor.Attribute];
        ArgumentLocation[] arguments = [.. attribute.Arguments.Where(argument => argument.Name == anchor.Part)];
        return arguments.Length == 0 ? attribute.Location : arguments[Math.Min(anchor.Place, arguments.Length - 1)].Location;
    }
}

/// <summary>Where an attribute and its written arguments stand.</summary>
internal sealed record AttributeLocations(Location Location, EquatableArray<ArgumentLocation> Arguments);

/// <summary>Where a member stands.</summary>
internal sealed record MemberLocation(string Name, Location Location);

/// <summary>Where an argument stands.</summary>
internal sealed record ArgumentLocation(string Name, Location Location);
