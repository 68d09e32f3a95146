using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.KernelGenerator;

/// <summary>The choice of the widest vectors that the machine has.</summary>
internal static class EveryWidth
{
    /// <summary>The attribute of a method that is written over a vector.</summary>
    public const string Attribute = "StaticNet.Kernels.EveryWidthAttribute";

    /// <summary>The same method without the type of the vector.</summary>
    public static Member Of(GeneratorAttributeSyntaxContext found)
    {
        var method = (MethodDeclarationSyntax)found.TargetNode;
        string name = method.Identifier.ValueText, vector = method.ConstraintClauses.First(IsVector).Name.ToString();
        return Member.Beside(method, $$"""
                /// <summary>The same at the width of this machine.</summary>
                {{Member.Mark}}
                {{Member.Signature(method, name, vector)}}
                {
                    if (Simd.Is512) {{Call("Simd512")}}
                    else if (Simd.Is256) {{Call("Simd256")}}
                    else {{Call("Simd128")}}
                }

            """);

        string Call(string width) => Member.Call(method, name, vector, width);
    }

    private static bool IsVector(TypeParameterConstraintClauseSyntax clause)
        => clause.Constraints.Any(constraint => constraint is TypeConstraintSyntax { Type: GenericNameSyntax { Identifier.ValueText: "ISimd" } });
}
