using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators;

/// <summary>
/// Reads one attribute. One that is half typed, or that the compiler cannot make sense of, is read as far as it goes, so that the class
/// keeps as much of its shape as can be known.
/// </summary>
/// <param name="layers">The names of all kinds of layers.</param>
internal sealed class AttributeReader(IReadOnlyList<string> layers)
{
    private const string Suffix = "Attribute";

    /// <summary>Whether an attribute is part of a model's declaration, or may be meant as such.</summary>
    public bool IsOurs(AttributeData attribute) => attribute.ApplicationSyntaxReference is not null && KindOf(attribute) is not null;

    /// <summary>The attributes of a declaration as they are written, of which Roslyn promises no order.</summary>
    public AttributeData[] InOrder(INamedTypeSymbol type)
        =>
        [
            .. type.GetAttributes()
                .Where(IsOurs)
                .OrderBy(attribute => attribute.ApplicationSyntaxReference!.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(attribute => attribute.ApplicationSyntaxReference!.Span.Start),
        ];

    /// <summary>What was written.</summary>
    public AttributeDeclaration Read(AttributeData attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        string kind = KindOf(attribute)!;
        bool isBroken = attribute.AttributeConstructor is null
            || attribute.AttributeClass!.TypeArguments.Any(argument => argument.TypeKind == TypeKind.Error)
            || attribute.ConstructorArguments.Any(HasError) || attribute.NamedArguments.Any(named => HasError(named.Value));
        IMethodSymbol constructor = attribute.AttributeConstructor
            ?? TypeOf(kind, compilation)!.InstanceConstructors[0];
        IEnumerable<Argument> arguments = constructor.Parameters.Select((parameter, i) => new Argument(
            parameter.Name,
            new(i < attribute.ConstructorArguments.Length && !HasError(attribute.ConstructorArguments[i])
                ? ValuesOf(attribute.ConstructorArguments[i])
                : SmallestOf(parameter))));
        IEnumerable<Argument> named = attribute.NamedArguments.Where(named => !HasError(named.Value))
            .Select(named => new Argument(named.Key, new(ValuesOf(named.Value))));
        return new AttributeDeclaration(kind, new([.. isBroken ? Guesses(attribute, cancellationToken) : [], .. arguments, .. named]))
        {
            IsBroken = isBroken,
            Block = kind == AttributeNames.Use ? KeyOf(attribute.AttributeClass!.TypeArguments.FirstOrDefault()) : null,
        };
    }

    /// <summary>What a block is called in a declaration that uses it.</summary>
    public static string? KeyOf(ITypeSymbol? block) => block is null ? null : $"{block.ContainingAssembly?.Name}/{block.ToDisplayString()}";

    /// <summary>The class of an attribute of ours; null where there is none.</summary>
    public static INamedTypeSymbol? TypeOf(string kind, Compilation compilation)
        => compilation.GetTypeByMetadataName($"StaticNet.{kind}{Suffix}{(kind == AttributeNames.Use ? "`1" : "")}");

    /// <summary>Whether an attribute is a layer's.</summary>
    public bool IsLayer(string kind) => kind == AttributeNames.Share || layers.Contains(kind);

    /// <summary>Where it stands.</summary>
    public static AttributeLocations Locate(AttributeData attribute, CancellationToken cancellationToken)
    {
        SyntaxNode syntax = attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
        var arguments = new List<ArgumentLocation>();
        if (attribute.AttributeConstructor is { Parameters: var parameters } && syntax is AttributeSyntax { ArgumentList.Arguments: var written })
        {
            for (int i = 0; i < written.Count; i++)
            {
                if (NameOf(written[i], i, parameters) is { } name)
                    arguments.Add(new ArgumentLocation(name, written[i].GetLocation()));
            }
        }

        return new AttributeLocations(syntax.GetLocation(), new(arguments));
    }

    /// <summary>The parameter or property that a written argument is for.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="place">Its place among all that are written.</param>
    /// <param name="parameters">The parameters of the attribute's constructor.</param>
    public static string? NameOf(AttributeArgumentSyntax argument, int place, IReadOnlyList<IParameterSymbol> parameters)
        => argument.NameEquals?.Name.Identifier.ValueText
            ?? argument.NameColon?.Name.Identifier.ValueText
            ?? (parameters.Count > 0 ? parameters[Math.Min(place, parameters.Count - 1)].Name : null);

    // The name without "Attribute"; of one that is not there, the layer whose name it may be on the way to.
    private string? KindOf(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return null;
        if (type.TypeKind == TypeKind.Error)
        {
            return attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { Name: var name }
                ? Nearest(WithoutSuffix(name.DescendantTokens().Last().ValueText))
                : null;
        }

        return type is { ContainingNamespace: { Name: "StaticNet", ContainingNamespace.IsGlobalNamespace: true } }
            && (WithoutSuffix(type.Name) is AttributeNames.Model or AttributeNames.Loss or AttributeNames.Input or AttributeNames.Output or AttributeNames.Block || IsLayer(type))
            ? WithoutSuffix(type.Name)
            : null;
    }

    /// <summary>The layer, or other part of a declaration, whose name is on its way or misspelt; null where none is near.</summary>
    private string? Nearest(string written)
    {
        string[] names = [.. layers, AttributeNames.Loss, AttributeNames.Output];
        return names.Where(name => written.Length > 1 && name.StartsWith(written, StringComparison.OrdinalIgnoreCase)).OrderBy(name => name.Length).FirstOrDefault()
            ?? names.Where(name => written.Length > 3 && Text.Distance(name, written) <= 2).OrderBy(name => Text.Distance(name, written)).FirstOrDefault();
    }

    private static bool IsLayer(INamedTypeSymbol? attribute)
        => attribute is not null && (WithoutSuffix(attribute.Name) == AttributeNames.Layer || IsLayer(attribute.BaseType));

    /// <summary>The name of an attribute as it is mostly written: <c>Dense</c>.</summary>
    public static string WithoutSuffix(string name)
        => name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    // A name and a loss can be told from the text, whatever is wrong beside them.
    private static IEnumerable<Argument> Guesses(AttributeData attribute, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var written })
            yield break;
        foreach (AttributeArgumentSyntax argument in written)
        {
            if (argument is { NameEquals.Name.Identifier.ValueText: "Name", Expression: LiteralExpressionSyntax { Token.Value: string name } })
                yield return new Argument("Name", new([name]));
            if (argument.Expression.ToString().Contains("Sparse"))
                yield return new Argument("loss", new([new EnumValue(nameof(Loss), nameof(Loss.SparseCategoricalCrossentropy), true)]));
        }
    }

    // What stands for an argument that is not known: its default, or a number that is right wherever one is.
    private static IEnumerable<object?> SmallestOf(IParameterSymbol parameter)
        => parameter.HasExplicitDefaultValue ? [ValueOf(parameter.Type, parameter.ExplicitDefaultValue)]
            : parameter.Type.TypeKind == TypeKind.Array ? []
            : parameter.Type.SpecialType == SpecialType.System_Double ? [0.0]
            : [ValueOf(parameter.Type, parameter.Type.TypeKind == TypeKind.Enum ? 0 : 1)];

    private static bool HasError(TypedConstant value)
        => value.Kind == TypedConstantKind.Error
            || (value.Kind == TypedConstantKind.Array && !value.IsNull && value.Values.Any(HasError));

    private static IEnumerable<object?> ValuesOf(TypedConstant value)
        => value.Kind == TypedConstantKind.Array ? (value.IsNull ? [] : value.Values.SelectMany(ValuesOf))
            : value.Kind == TypedConstantKind.Type ? [new OtherValue("Type")]
            : [ValueOf(value.Type!, value.Value)];

    /// <summary>A value of a constant.</summary>
    public static object? ValueOf(ITypeSymbol type, object? value)
    {
        if (type.TypeKind != TypeKind.Enum)
            return value is null or int or double or float or bool or string ? value : new OtherValue(ExpressionReader.TypeName(type));
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        return new EnumValue(ExpressionReader.TypeName(type), member?.Name ?? Convert.ToString(value, CultureInfo.InvariantCulture), member is not null);
    }
}
