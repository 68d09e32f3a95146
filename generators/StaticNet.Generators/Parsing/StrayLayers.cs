using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators;

/// <summary>
/// A class with layers but without the attribute that makes it a model. Names alone tell which classes to look at, so that this costs nothing
/// where there is none.
/// </summary>
/// <param name="Class">The class's name.</param>
/// <param name="Attribute">The first of its attributes that is part of a declaration, without "Attribute".</param>
/// <param name="Location">Where that stands.</param>
internal sealed record StrayLayers(string Class, string Attribute, Location Location)
{
    /// <summary>Whether a node carries what may be a layer or a loss, and nothing that may be the attribute of a model or block.</summary>
    public static bool IsCandidate(SyntaxNode node, IReadOnlyList<string> layers)
    {
        if (node is not TypeDeclarationSyntax { AttributeLists.Count: > 0 } type)
            return false;
        bool isCandidate = false;
        foreach (AttributeSyntax attribute in type.AttributeLists.SelectMany(list => list.Attributes))
        {
            string name = AttributeReader.WithoutSuffix(NameOf(attribute).Identifier.ValueText);
            if (name is AttributeNames.Model or AttributeNames.Block)
                return false;
            isCandidate = isCandidate || name is AttributeNames.Loss or AttributeNames.Output or AttributeNames.Use or AttributeNames.Share || layers.Contains(name);
        }

        return isCandidate;
    }

    private static SimpleNameSyntax NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax qualified => qualified.Name,
        var name => (SimpleNameSyntax)name,
    };

    /// <summary>What stands there; null where all is well, or where the compiler itself tells of an attribute, which may be meant as the model's.</summary>
    public static StrayLayers? Find(GeneratorSyntaxContext context, AttributeReader reader, CancellationToken cancellationToken)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, cancellationToken) is not INamedTypeSymbol { TypeKind: TypeKind.Class, Name.Length: > 0 } type)
            return null;
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        if (attributes.Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error }))
            return null;
        AttributeData[] ours = [.. attributes.Where(reader.IsOurs)];
        AttributeData? first = ours
            .Where(attribute => ModelParser.IsInside(attribute, context.Node))
            .OrderBy(attribute => attribute.ApplicationSyntaxReference!.Span.Start)
            .FirstOrDefault();
        return first is null || ours.Any(attribute => AttributeReader.WithoutSuffix(attribute.AttributeClass!.Name) is AttributeNames.Model or AttributeNames.Block)
            ? null
            : new StrayLayers(
                type.Name, AttributeReader.WithoutSuffix(first.AttributeClass!.Name), first.ApplicationSyntaxReference!.GetSyntax(cancellationToken).GetLocation());
    }
}
