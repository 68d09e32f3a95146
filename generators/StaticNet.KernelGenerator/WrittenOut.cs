using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace StaticNet.KernelGenerator;

/// <summary>
/// A method whose arrays of vectors become locals, which the just-in-time compiler keeps in registers, and whose loops over them are written out.
/// </summary>
internal static class WrittenOut
{
    /// <summary>The attribute of a method with such arrays.</summary>
    public const string Attribute = "StaticNet.Kernels.WrittenOutAttribute";

    private const string Registers = "Registers";

    /// <summary>The same method, written out.</summary>
    public static Member Of(GeneratorAttributeSyntaxContext found)
    {
        var method = (MethodDeclarationSyntax)found.TargetNode;
        string[] arrays = [.. Declared(method).SelectMany(local => local.Declaration.Variables).Select(variable => variable.Identifier.ValueText)];
        SyntaxNode body = new Writer(found.SemanticModel, arrays, (int)found.Attributes[0].ConstructorArguments[1].Value!).Visit(method.Body!)!;
        IEnumerable<string> attributes = method.AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute => attribute.Name.ToString() != nameof(WrittenOut)).Select(attribute => $"    [{attribute}]\n");
        return Member.Beside(method, $"    {Member.Mark}\n{string.Concat(attributes)}    {Member.Signature(method, NameOf(method))}\n{body.NormalizeWhitespace()}\n");
    }

    /// <summary>The name under which a method is called: with the attribute that of the method that is written.</summary>
    public static string NameOf(MethodDeclarationSyntax method)
    {
        AttributeSyntax? attribute = method.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(own => own.Name.ToString() == nameof(WrittenOut));
        return attribute is null ? method.Identifier.ValueText : ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Token.ValueText;
    }

    private static IEnumerable<LocalDeclarationStatementSyntax> Declared(MethodDeclarationSyntax method)
        => method.Body!.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Where(IsArray);

    private static bool IsArray(LocalDeclarationStatementSyntax local)
        => local.Declaration.Type is GenericNameSyntax { Identifier.ValueText: Registers };

    private sealed class Writer(SemanticModel model, string[] arrays, int count) : CSharpSyntaxRewriter
    {
        // The variables of the loops that are being written out, with their values.
        private readonly Dictionary<string, int> _values = [];

        // An array becomes so many locals, each with what the array was to be filled with.
        public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
        {
            if (!IsArray(node))
                return base.VisitLocalDeclarationStatement(node);
            TypeSyntax type = ((GenericNameSyntax)node.Declaration.Type).TypeArgumentList.Arguments[0];
            IEnumerable<VariableDeclaratorSyntax> locals = node.Declaration.Variables.SelectMany(variable => Enumerable.Range(0, count)
                .Select(i => VariableDeclarator(variable.Identifier.ValueText + i).WithInitializer(EqualsValueClause(Filling(variable)))));
            return LocalDeclarationStatement(VariableDeclaration(type, SeparatedList(locals)));
        }

        // default, or Registers<…>.Of(what each is to be).
        private static ExpressionSyntax Filling(VariableDeclaratorSyntax variable)
            => variable.Initializer!.Value is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } only } ? only[0].Expression : variable.Initializer.Value;

        public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
        {
            if (node.Declaration?.Variables is not { Count: 1 } variables || !IsOverArrays(node, variables[0].Identifier.ValueText, out int times))
                return base.VisitForStatement(node);
            List<StatementSyntax> statements = [];
            for (int i = 0; i < times; i++)
            {
                _values[variables[0].Identifier.ValueText] = i;
                statements.Add((StatementSyntax)Visit(node.Statement)!);
            }

            _values.Remove(variables[0].Identifier.ValueText);
            return Block(statements);
        }

        private bool IsOverArrays(ForStatementSyntax node, string variable, out int times)
        {
            times = node.Condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } condition
                && model.GetConstantValue(condition.Right).Value is int bound && bound <= count ? bound : 0;
            return times > 0 && node.Statement.DescendantNodes().OfType<ElementAccessExpressionSyntax>()
                .Any(access => IsElement(access) && access.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable));
        }

        public override SyntaxNode? VisitElementAccessExpression(ElementAccessExpressionSyntax node)
            => IsElement(node) ? IdentifierName(((IdentifierNameSyntax)node.Expression).Identifier.ValueText + Number(node.ArgumentList.Arguments[0].Expression))
                : base.VisitElementAccessExpression(node);

        private bool IsElement(ElementAccessExpressionSyntax node)
            => node.Expression is IdentifierNameSyntax name && arrays.Contains(name.Identifier.ValueText);

        private int Number(ExpressionSyntax index) => index switch
        {
            LiteralExpressionSyntax literal => (int)literal.Token.Value!,
            IdentifierNameSyntax name when _values.TryGetValue(name.Identifier.ValueText, out int value) => value,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Number(sum.Left) + Number(sum.Right),
            _ => throw new NotSupportedException($"An element of Registers is to be that of a loop from 0 to a constant of at most {count}, or a sum with it, not {index}."),
        };

        public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
            => _values.TryGetValue(node.Identifier.ValueText, out int value)
                ? LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(value))
                : base.VisitIdentifierName(node);
    }
}
