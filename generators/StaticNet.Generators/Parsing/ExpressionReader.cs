using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators;

/// <summary>
/// Reads how the arguments of a block's attributes, and its constants, depend on its constants. The compiler folds them into one value, which is
/// right for the defaults alone.
/// </summary>
internal sealed class ExpressionReader(INamedTypeSymbol block, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _names = new(block.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Select(field => field.Name), StringComparer.Ordinal);

    /// <summary>An attribute with the arguments that depend on constants as they are computed.</summary>
    public AttributeDeclaration WithDependents(AttributeDeclaration declaration, AttributeData attribute)
    {
        if (declaration.IsBroken || _names.Count == 0
            || attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList.Arguments: var written })
        {
            return declaration;
        }

        EquatableArray<IParameterSymbol> parameters = new(attribute.AttributeConstructor!.Parameters);
        var arguments = declaration.Arguments.ToDictionary(argument => argument.Name, argument => argument.Values.ToArray());
        for (int i = 0; i < written.Count; i++)
        {
            if (!DependsOnConstants(written[i].Expression) || AttributeReader.NameOf(written[i], i, parameters) is not { } name)
                continue;
            IParameterSymbol? parameter = parameters.FirstOrDefault(parameter => parameter.Name == name);
            ITypeSymbol type = parameter?.Type ?? PropertyOf(attribute.AttributeClass!, name)!.Type;
            string scalar = TypeName(type is IArrayTypeSymbol array ? array.ElementType : type);
            ExpressionSyntax[]? parts = type is IArrayTypeSymbol ? PartsOf(written[i].Expression) : null;
            int first = parts is null && parameter is { IsParams: true } ? Math.Max(0, i - parameter.Ordinal) : 0;
            parts ??= [written[i].Expression];
            for (int part = 0; part < parts.Length && first + part < arguments[name].Length; part++)
            {
                if (DependsOnConstants(parts[part]))
                    arguments[name][first + part] = new Dependent(Read(parts[part]), scalar);
            }
        }

        return declaration with { Arguments = new(declaration.Arguments.Select(argument => new Argument(argument.Name, new(arguments[argument.Name])))) };
    }

    /// <summary>What an expression is computed from.</summary>
    public Expression Read(ExpressionSyntax expression, int depth = 0)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (depth > Expression.MaxDepth)
            return new UnsupportedExpression(expression.ToString());
        if (!DependsOnConstants(expression))
        {
            Optional<object?> constant = model.GetConstantValue(expression, cancellationToken);
            TypeInfo info = model.GetTypeInfo(expression, cancellationToken);
            return constant.HasValue && (info.Type ?? info.ConvertedType) is { } type
                ? new KnownValue(AttributeReader.ValueOf(type, constant.Value))
                : new UnsupportedExpression(expression.ToString());
        }

        return expression switch
        {
            IdentifierNameSyntax or MemberAccessExpressionSyntax when IsConstant(expression) => new ConstantReference(((expression as MemberAccessExpressionSyntax)?.Name ?? (SimpleNameSyntax)expression).Identifier.ValueText),
            ParenthesizedExpressionSyntax inner => Read(inner.Expression, depth + 1),
            BinaryExpressionSyntax binary when Evaluation.Signs.Contains(binary.OperatorToken.ValueText) => Of(binary.OperatorToken, binary.Left, binary.Right),
            PrefixUnaryExpressionSyntax unary when unary.OperatorToken.ValueText is "-" or "+" or "!" => Of(unary.OperatorToken, unary.Operand),
            ConditionalExpressionSyntax choice => new Computation("?:", new([Read(choice.Condition, depth + 1), Read(choice.WhenTrue, depth + 1), Read(choice.WhenFalse, depth + 1)])),
            CastExpressionSyntax cast when model.GetTypeInfo(cast, cancellationToken).Type is { } type => new Conversion(TypeName(type), Read(cast.Expression, depth + 1)),
            _ => new UnsupportedExpression(expression.ToString()),
        };

        Computation Of(SyntaxToken sign, params ExpressionSyntax[] operands) => new(sign.ValueText, new(operands.Select(operand => Read(operand, depth + 1))));
    }

    /// <summary>The name of a type: of a number as C# writes it, of an enum of ours its own, of any other with its namespace.</summary>
    public static string TypeName(ITypeSymbol type)
        => type.TypeKind != TypeKind.Enum ? type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString()
            : type is { ContainingType: null, ContainingNamespace: { Name: "StaticNet", ContainingNamespace.IsGlobalNamespace: true } } ? type.Name
            : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private bool DependsOnConstants(ExpressionSyntax expression)
        => expression.DescendantNodesAndSelf(node => node is not InvocationExpressionSyntax)
            .Any(node => node is IdentifierNameSyntax name && _names.Contains(name.Identifier.ValueText) && IsConstant(name));

    private bool IsConstant(ExpressionSyntax name)
        => model.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { IsConst: true } field && SymbolEqualityComparer.Default.Equals(field.ContainingType, block);

    private static ExpressionSyntax[]? PartsOf(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } written } => [.. written.Expressions],
        ImplicitArrayCreationExpressionSyntax { Initializer: var written } => [.. written.Expressions],
        CollectionExpressionSyntax written when written.Elements.All(element => element is ExpressionElementSyntax)
            => [.. written.Elements.Select(element => ((ExpressionElementSyntax)element).Expression)],
        _ => null,
    };

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol? attribute, string name)
        => attribute is null ? null : attribute.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() ?? PropertyOf(attribute.BaseType, name);
}
