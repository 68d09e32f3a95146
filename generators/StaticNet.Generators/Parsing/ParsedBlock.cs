namespace StaticNet.Generators;

/// <summary>A block of the project: what was written, and where.</summary>
/// <param name="Identity">Where its class lives.</param>
/// <param name="Block">The block.</param>
/// <param name="Used">The blocks that it uses, and those that they use.</param>
/// <param name="Locations">Where all of that stands.</param>
internal sealed record ParsedBlock(ClassIdentity Identity, BlockDeclaration Block, EquatableArray<BlockDeclaration> Used, DeclarationLocations Locations);
