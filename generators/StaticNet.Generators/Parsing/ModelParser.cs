using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators;

/// <summary>
/// The first stage: from symbols and syntax to a <see cref="ModelDeclaration"/>. The only code that knows Roslyn's view of a program,
/// and the only one that knows that a layer's input is the layer written before it.
/// </summary>
internal static class ModelParser
{
    public const string ModelAttribute = "StaticNet.ModelAttribute";

    // Names as they are, without the @ of those that are keywords.
    private static readonly SymbolDisplayFormat _plainName = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether a node can carry the model attribute.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    /// <summary>Reads one model; null where the compiler itself already reports what is wrong.</summary>
    public static ParsedModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context is not { TargetSymbol: INamedTypeSymbol type, TargetNode: TypeDeclarationSyntax declaration })
            return null;

        // GetAttributes promises no order: what was written first is found by position.
        AttributeData[] attributes =
        [
            .. type.GetAttributes()
                .Where(attribute => IsOurs(attribute.AttributeClass) && attribute.ApplicationSyntaxReference is not null)
                .OrderBy(attribute => attribute.ApplicationSyntaxReference!.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(attribute => attribute.ApplicationSyntaxReference!.Span.Start),
        ];

        // A class in several parts may be offered once a part; the one with the model attribute stands for all.
        AttributeData? model = attributes.FirstOrDefault(attribute => attribute.AttributeClass!.Name == "ModelAttribute");
        if (model is null || !IsInside(model, declaration))
            return null;

        bool severalParts = attributes.Any(attribute => !IsInside(attribute, declaration));
        attributes = [.. attributes.Where(attribute => IsInside(attribute, declaration))];
        cancellationToken.ThrowIfCancellationRequested();

        var parsed = new List<AttributeDeclaration>();
        var locations = new List<AttributeLocations>();
        foreach (AttributeData attribute in attributes)
        {
            if (ReadArguments(attribute) is not { } arguments)
                return null;
            parsed.Add(new AttributeDeclaration(KindOf(attribute), arguments));
            locations.Add(ReadLocations(attribute, cancellationToken));
        }

        return new ParsedModel(
            new ModelDeclaration(
                type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(_plainName),
                new(ContainingTypesOf(type).Reverse().Select(outer => new ContainingType(KeywordOf(outer), outer.Name))),
                type.Name,
                new(type.GetMembers()
                    .Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared)
                    .Select(member => member.Name)
                    .Distinct()
                    .OrderBy(name => name, StringComparer.Ordinal)),
                FlawOf(type, declaration, severalParts, cancellationToken),
                new(parsed)),
            new DeclarationLocations(declaration.Identifier.GetLocation(), new(locations)));
    }

    private static bool IsOurs(INamedTypeSymbol? attribute)
        => attribute is { ContainingNamespace: { Name: "StaticNet", ContainingNamespace.IsGlobalNamespace: true } }
            && (attribute.Name is "ModelAttribute" or "LossAttribute" || IsLayer(attribute));

    private static bool IsLayer(INamedTypeSymbol? attribute)
        => attribute is not null && (attribute.Name == "LayerAttribute" || IsLayer(attribute.BaseType));

    private static bool IsInside(AttributeData attribute, SyntaxNode declaration)
        => attribute.ApplicationSyntaxReference is { } application
            && application.SyntaxTree == declaration.SyntaxTree
            && declaration.Span.Contains(application.Span);

    private static string KindOf(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.Name;
        return name.Substring(0, name.Length - "Attribute".Length);
    }

    private static EquatableArray<Argument>? ReadArguments(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is not { } constructor)
            return null;
        var arguments = constructor.Parameters.Zip(attribute.ConstructorArguments, (parameter, value) => (parameter.Name, Value: value))
            .Concat(attribute.NamedArguments.Select(named => (Name: named.Key, named.Value)))
            .ToArray();
        return arguments.Any(argument => HasError(argument.Value))
            ? null
            : new(arguments.Select(argument => new Argument(argument.Name, new(ValuesOf(argument.Value)))));
    }

    private static bool HasError(TypedConstant value)
        => value.Kind == TypedConstantKind.Error
            || (value.Kind == TypedConstantKind.Array && !value.IsNull && value.Values.Any(HasError));

    private static IEnumerable<object?> ValuesOf(TypedConstant value)
        => value.Kind == TypedConstantKind.Array ? (value.IsNull ? [] : value.Values.SelectMany(ValuesOf))
            : value.Kind == TypedConstantKind.Enum ? [EnumValueOf(value)]
            : [value.Value];

    private static EnumValue EnumValueOf(TypedConstant value)
    {
        IFieldSymbol? member = value.Type!.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value));
        return new EnumValue(
            value.Type.Name, member?.Name ?? Convert.ToString(value.Value, CultureInfo.InvariantCulture), member is not null);
    }

    private static AttributeLocations ReadLocations(AttributeData attribute, CancellationToken cancellationToken)
    {
        SyntaxNode syntax = attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
        var arguments = new List<ArgumentLocation>();
        if (syntax is AttributeSyntax { ArgumentList.Arguments: var written })
        {
            var parameters = attribute.AttributeConstructor!.Parameters;
            for (int i = 0; i < written.Count; i++)
            {
                string? name = written[i].NameEquals?.Name.Identifier.ValueText
                    ?? written[i].NameColon?.Name.Identifier.ValueText
                    ?? (parameters.Length > 0 ? parameters[Math.Min(i, parameters.Length - 1)].Name : null);
                if (name is not null)
                    arguments.Add(new ArgumentLocation(name, written[i].GetLocation()));
            }
        }

        return new AttributeLocations(syntax.GetLocation(), new(arguments));
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
            : declaration.ParameterList is not null ? "declared with a primary constructor"
            : type.BaseType is { SpecialType: not SpecialType.System_Object } derived ? $"derived from '{derived.Name}'"
            : null;
        return kind is not null ? new ClassFlaw(Rules.WrongClass.Id, new([type.Name, kind]))
            : severalParts ? new ClassFlaw(Rules.SeveralParts.Id, new([type.Name]))
            : null;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.Any(
            part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<INamedTypeSymbol> ContainingTypesOf(INamedTypeSymbol type)
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
