using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators;

/// <summary>
/// The first stage: from symbols and syntax to a <see cref="ModelDeclaration"/>. The only code that knows Roslyn's view of a program,
/// and the only one that knows that a layer's input is the layer written before it.
/// </summary>
/// <param name="reader">What reads attributes.</param>
internal sealed class ModelParser(AttributeReader reader)
{
    public const string ModelAttribute = "StaticNet.ModelAttribute";

    /// <summary>The first language that has all that generated code is written in: collection expressions are its latest part.</summary>
    public const LanguageVersion LowestLanguage = LanguageVersion.CSharp12;

    // Names as they are, without the @ of those that are keywords.
    private static readonly SymbolDisplayFormat _plainName = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether a node can carry the model attribute.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    /// <summary>Reads one model; null where there is no class to add to, of which the compiler itself tells.</summary>
    public ParsedModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context is not { TargetSymbol: INamedTypeSymbol { TypeKind: TypeKind.Class } type, TargetNode: TypeDeclarationSyntax declaration })
            return null;
        string space = NamespaceOf(type);
        ContainingType[] containers = ContainersOf(type);
        if (!HasName(type) || containers.Any(container => container.Name.Length == 0))
            return null;

        AttributeData[] attributes = reader.InOrder(type);

        // A class in several parts may be offered once a part; the one with the model attribute stands for all.
        AttributeData? model = attributes.FirstOrDefault(attribute => AttributeReader.WithoutSuffix(attribute.AttributeClass!.Name) == AttributeNames.Model);
        if (model is null || !IsInside(model, declaration))
            return null;

        bool severalParts = attributes.Any(attribute => !IsInside(attribute, declaration));
        attributes = [.. attributes.Where(attribute => IsInside(attribute, declaration))];
        cancellationToken.ThrowIfCancellationRequested();
        var blocks = new BlockReader(reader, context.SemanticModel.Compilation, cancellationToken);
        blocks.ReadUsed(attributes);

        MemberLocation[] members =
        [
            .. type.GetMembers()
                .Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared)
                .GroupBy(member => member.Name, StringComparer.Ordinal)
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => new MemberLocation(member.Key, member.First().Locations[0])),
        ];
        return new ParsedModel(
            new ModelDeclaration(
                space, new(containers), type.Name, new(members.Select(member => member.Name)),
                type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared && TakesSeed(constructor)),
                FlawOf(type, declaration, severalParts, cancellationToken),
                new(ProjectFlawsOf(type, declaration.SyntaxTree, context.SemanticModel.Compilation)),
                new(attributes.Select(attribute => reader.Read(attribute, context.SemanticModel.Compilation, cancellationToken))))
            {
                Blocks = blocks.Blocks,
            },
            new DeclarationLocations(
                declaration.Identifier.GetLocation(), new(attributes.Select(attribute => AttributeReader.Locate(attribute, cancellationToken))), new(members))
            {
                Blocks = blocks.Locations,
            });
    }

    /// <summary>The namespace of a class; empty for the global one.</summary>
    public static string NamespaceOf(INamedTypeSymbol type)
        => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(_plainName);

    /// <summary>The types around a class, outermost first.</summary>
    public static ContainingType[] ContainersOf(INamedTypeSymbol type)
        => [.. ContainingTypesOf(type).Reverse().Select(outer => new ContainingType(KeywordOf(outer), outer.Name))];

    /// <summary>Whether a class and its namespaces have names, which they may lack while code is typed.</summary>
    public static bool HasName(INamedTypeSymbol type)
    {
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            if (space.Name.Length == 0)
                return false;
        }

        return type.Name.Length > 0;
    }

    // Whether it stands where the generated constructor would.
    private static bool TakesSeed(IMethodSymbol constructor)
        => constructor.Parameters.Length == 1 && constructor.Parameters[0] is { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int32 };

    /// <summary>Whether an attribute stands on a part of a class.</summary>
    public static bool IsInside(AttributeData attribute, SyntaxNode declaration)
        => attribute.ApplicationSyntaxReference is { } application
            && application.SyntaxTree == declaration.SyntaxTree
            && declaration.Span.Contains(application.Span);

    // The project, not the class, is what generated code cannot be compiled in.
    private static IEnumerable<ClassFlaw> ProjectFlawsOf(INamedTypeSymbol type, SyntaxTree tree, Compilation compilation)
    {
        if (tree.Options is CSharpParseOptions { LanguageVersion: < LowestLanguage and var language })
            yield return new ClassFlaw(Rules.OldLanguage.Id, new([type.Name, language.ToDisplayString()]));
        if (compilation.Options is CSharpCompilationOptions { AllowUnsafe: false })
            yield return new ClassFlaw(Rules.UnsafeNotAllowed.Id, new([type.Name]));
    }

    private static ClassFlaw? FlawOf(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, bool severalParts, CancellationToken cancellationToken)
    {
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            return new ClassFlaw(Rules.NotPartial.Id, new([type.Name]));
        if (ContainingTypesOf(type).FirstOrDefault(outer => !IsPartial(outer, cancellationToken)) is { } notPartial)
            return new ClassFlaw(Rules.ContainerNotPartial.Id, new([type.Name, notPartial.Name]));
        string? kind = type.IsRecord ? "a record"
            : type.IsStatic ? "static"
            : type.IsAbstract ? "abstract"
            : type.IsGenericType ? (type.TypeParameters.Length > 0 ? "generic" : "nested in a generic type")
            : type.IsFileLocal || ContainingTypesOf(type).Any(outer => outer.IsFileLocal) ? "local to its file"
            : HasPrimaryConstructor(type, cancellationToken) ? "declared with a primary constructor"
            : type.BaseType is { SpecialType: not SpecialType.System_Object } derived ? $"derived from '{derived.Name}'"
            : null;
        return kind is not null ? new ClassFlaw(Rules.WrongClass.Id, new([type.Name, kind]))
            : severalParts ? new ClassFlaw(Rules.SeveralParts.Id, new([type.Name, AttributeNames.Model]))
            : null;
    }

    // On whichever part of the class it stands: a generated constructor would have to call it.
    private static bool HasPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: not null });

    /// <summary>Whether a part of a type says that there are others.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Any(
            part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The types around a class, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ContainingTypesOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    private static string KeywordOf(INamedTypeSymbol type)
        => (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
}
