using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.KernelGenerator;

/// <summary>A method to be added to a type.</summary>
/// <param name="Type">The names of its file and of the type, for that of the file that is written.</param>
/// <param name="Head">What comes before its members: usings, the namespace, the types that it stands in.</param>
/// <param name="Tail">What comes behind.</param>
/// <param name="Text">The method.</param>
internal sealed record Member(string Type, string Head, string Tail, string Text)
{
    /// <summary>The attributes by which tools know that code is generated.</summary>
    public const string Mark
        = "[global::System.CodeDom.Compiler.GeneratedCode(\"StaticNet.KernelGenerator\", \"\"), global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";

    /// <summary>A method beside another.</summary>
    public static Member Beside(MethodDeclarationSyntax method, string text)
    {
        StringBuilder head = new();
        foreach (UsingDirectiveSyntax use in ((CompilationUnitSyntax)method.SyntaxTree.GetRoot()).Usings)
            head.Append(use.ToString()).Append('\n');
        string name = Path.GetFileNameWithoutExtension(method.SyntaxTree.FilePath), tail = "";
        foreach (SyntaxNode node in method.Ancestors().Reverse())
        {
            if (node is BaseNamespaceDeclarationSyntax space)
                head.Append($"namespace {space.Name}\n{{\n");
            else if (node is TypeDeclarationSyntax type)
                head.Append($"unsafe partial {Kind(type)} {type.Identifier}{type.TypeParameterList}\n{{\n");
            else
                continue;
            tail += "}\n";
            if (node is TypeDeclarationSyntax last)
                name += "-" + last.Identifier;
        }

        return new(name, head.ToString(), tail, text);
    }

    private static string Kind(TypeDeclarationSyntax type)
        => type is RecordDeclarationSyntax record ? $"record {record.ClassOrStructKeyword}".TrimEnd() : type.Keyword.ToString();

    /// <summary>The beginning of a method, up to its body, with other type parameters and some parameters more in front.</summary>
    /// <param name="method">The method.</param>
    /// <param name="name">Its new name.</param>
    /// <param name="without">The type parameter that is left out; null for none.</param>
    /// <param name="parameters">Parameters in front, each with a comma behind.</param>
    public static string Signature(MethodDeclarationSyntax method, string name, string? without = null, string parameters = "")
    {
        IEnumerable<string> types = method.TypeParameterList!.Parameters.Select(type => type.Identifier.ToString()).Where(type => type != without);
        string list = string.Join(", ", types);
        IEnumerable<string> constraints = method.ConstraintClauses
            .Where(clause => clause.Name.ToString() != without).Select(clause => "\n        " + clause.NormalizeWhitespace());
        IEnumerable<string> own = method.ParameterList.Parameters
            .Select(parameter => parameter.WithAttributeLists(default).WithDefault(null).NormalizeWhitespace().ToString());
        MethodDeclarationSyntax declared = ((TypeDeclarationSyntax)method.Parent!).Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(IsDeclared) ?? method;
        return $"{string.Join(" ", declared.Modifiers.Select(modifier => modifier.ValueText))} {method.ReturnType} {name}{(list.Length > 0 ? $"<{list}>" : "")}"
            + $"({parameters}{string.Join(", ", own)}){string.Concat(constraints)}";

        // A partial method says what else is to be known of it, documentation for one.
        bool IsDeclared(MethodDeclarationSyntax other)
            => other.Identifier.ValueText == name && other.Modifiers.Any(SyntaxKind.PartialKeyword) && (other.TypeParameterList?.Parameters.Count ?? 0) == types.Count()
                && other.ParameterList.Parameters.Count == method.ParameterList.Parameters.Count;
    }

    /// <summary>A statement that calls a method with its own parameters, and with something else for a type parameter, and returns its result if there is one.</summary>
    public static string Call(MethodDeclarationSyntax method, string name, string type, string instead)
    {
        IEnumerable<string> types = method.TypeParameterList!.Parameters.Select(own => own.Identifier.ToString()).Select(own => own == type ? instead : own);
        IEnumerable<string> arguments = method.ParameterList.Parameters.Select(parameter => Passed(parameter.Modifiers) + parameter.Identifier);
        return $"{(method.ReturnType.ToString() == "void" ? "" : "return ")}{name}<{string.Join(", ", types)}>({string.Join(", ", arguments)});";
    }

    private static string Passed(SyntaxTokenList modifiers)
        => modifiers.Any(SyntaxKind.OutKeyword) ? "out " : modifiers.Any(SyntaxKind.RefKeyword) ? "ref " : modifiers.Any(SyntaxKind.InKeyword) ? "in " : "";
}
