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
    /// <summary>The loss whose targets are labels.</summary>
    public const string SparseLoss = "SparseCategoricalCrossentropy";

    private const string Suffix = "Attribute";

    /// <summary>Whether an attribute is part of a model's declaration, or may be meant as such.</summary>
    public bool IsOurs(AttributeData attribute) => attribute.ApplicationSyntaxReference is not null && KindOf(attribute) is not null;

    /// <summary>What was written.</summary>
    public AttributeDeclaration Read(AttributeData attribute, Compilation compilation, CancellationToken cancellationToken)
    {
        string kind = KindOf(attribute)!;
        bool isBroken = attribute.AttributeConstructor is null
            || attribute.ConstructorArguments.Any(HasError) || attribute.NamedArguments.Any(named => HasError(named.Value));
        IMethodSymbol constructor = attribute.AttributeConstructor
            ?? compilation.GetTypeByMetadataName($"StaticNet.{kind}{Suffix}")!.InstanceConstructors[0];
        IEnumerable<Argument> arguments = constructor.Parameters.Select((parameter, i) => new Argument(
            parameter.Name,
            new(i < attribute.ConstructorArguments.Length && !HasError(attribute.ConstructorArguments[i])
                ? ValuesOf(attribute.ConstructorArguments[i])
                : SmallestOf(parameter))));
        IEnumerable<Argument> named = attribute.NamedArguments.Where(named => !HasError(named.Value))
            .Select(named => new Argument(named.Key, new(ValuesOf(named.Value))));
        return new AttributeDeclaration(kind, new([.. isBroken ? Guesses(attribute, cancellationToken) : [], .. arguments, .. named])) { IsBroken = isBroken };
    }

    /// <summary>Where it stands.</summary>
    public static AttributeLocations Locate(AttributeData attribute, CancellationToken cancellationToken)
    {
        SyntaxNode syntax = attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
        var arguments = new List<ArgumentLocation>();
        if (attribute.AttributeConstructor is { Parameters: var parameters } && syntax is AttributeSyntax { ArgumentList.Arguments: var written })
        {
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
            && (type.Name is "ModelAttribute" or "LossAttribute" or "InputAttribute" or "OutputAttribute" || IsLayer(type)) ? WithoutSuffix(type.Name) : null;
    }

    /// <summary>The layer, or other part of a declaration, whose name is on its way or misspelt; null where none is near.</summary>
    private string? Nearest(string written)
    {
        string[] names = [.. layers, "Loss", "Output"];
        return names.Where(name => written.Length > 1 && name.StartsWith(written, StringComparison.OrdinalIgnoreCase)).OrderBy(name => name.Length).FirstOrDefault()
            ?? names.Where(name => written.Length > 3 && Text.Distance(name, written) <= 2).OrderBy(name => Text.Distance(name, written)).FirstOrDefault();
    }

    private static bool IsLayer(INamedTypeSymbol? attribute)
        => attribute is not null && (attribute.Name == "LayerAttribute" || IsLayer(attribute.BaseType));

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
                yield return new Argument("loss", new([new EnumValue("Loss", SparseLoss, true)]));
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
            : [ValueOf(value.Type!, value.Value)];

    private static object? ValueOf(ITypeSymbol type, object? value)
    {
        if (type.TypeKind != TypeKind.Enum)
            return value;
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        return new EnumValue(type.Name, member?.Name ?? Convert.ToString(value, CultureInfo.InvariantCulture), member is not null);
    }
}
