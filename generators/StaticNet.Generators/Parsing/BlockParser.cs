using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators;

/// <summary>The first stage for blocks: what their own project tells others of them, and reports of them.</summary>
/// <param name="reader">What reads attributes.</param>
internal sealed class BlockParser(AttributeReader reader)
{
    /// <summary>Reads one block; null where there is no class to add to, of which the compiler itself tells.</summary>
    public ParsedBlock? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context is not { TargetSymbol: INamedTypeSymbol { TypeKind: TypeKind.Class } type, TargetNode: TypeDeclarationSyntax declaration })
            return null;
        ContainingType[] containers = ModelParser.ContainersOf(type);
        if (!ModelParser.HasName(type) || containers.Any(container => container.Name.Length == 0))
            return null;

        // A class in several parts may be offered once a part.
        AttributeData mark = type.GetAttributes().First(BlockReader.IsBlockAttribute);
        if (!ModelParser.IsInside(mark, declaration))
            return null;
        var blocks = new BlockReader(reader, context.SemanticModel.Compilation, cancellationToken);
        (BlockDeclaration block, DeclarationLocations locations) = blocks.Read(type);
        return new ParsedBlock(
            new ClassIdentity(ModelParser.NamespaceOf(type), new(containers), type.Name, HasSeedConstructor: false), block, blocks.Blocks,
            locations with { Blocks = blocks.Locations });
    }
}
