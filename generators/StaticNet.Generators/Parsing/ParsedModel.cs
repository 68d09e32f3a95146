namespace StaticNet.Generators;

/// <summary>What Parse gives: what was written, and where.</summary>
internal sealed record ParsedModel(ModelDeclaration Declaration, DeclarationLocations Locations);
