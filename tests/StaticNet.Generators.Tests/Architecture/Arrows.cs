using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators.Tests;

/// <summary>What the files of a project take from each other, as the compiler sees it; documentation aside.</summary>
internal static class Arrows
{
    // What the projects have in every file.
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using StaticNet.Kernels;";

    private static readonly CSharpParseOptions _options = new(LanguageVersion.Preview, DocumentationMode.None);

    /// <summary>The arrows among the files of a folder, given from the root of the repository.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="also">Other files that are compiled with them.</param>
    public static IReadOnlyCollection<Arrow> Of(string folder, string? also = null)
    {
        string root = ProjectFiles.Locate(folder);
        IEnumerable<SyntaxTree> trees = Files(root).Concat(also is null ? [] : Files(ProjectFiles.Locate(also)))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), _options, Path.GetRelativePath(root, path).Replace('\\', '/')));
        var compilation = CSharpCompilation.Create(
            "House", trees.Append(CSharpSyntaxTree.ParseText(Usings, _options)), References(), Compilations.Options);
        var arrows = new ConcurrentDictionary<Arrow, bool>();
        Parallel.ForEach(compilation.SyntaxTrees, tree => Find(compilation, tree, arrows));
        return [.. arrows.Keys];
    }

    private static IEnumerable<string> Files(string root)
        => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    // StaticNet is what is looked at.
    private static IEnumerable<MetadataReference> References()
        => Compilations.References.Where(reference => Path.GetFileName(reference.Display) != "StaticNet.dll")
            .Append(MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location))
            .Append(MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location));

    private static void Find(CSharpCompilation compilation, SyntaxTree tree, ConcurrentDictionary<Arrow, bool> arrows)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is not (SimpleNameSyntax or ConstructorInitializerSyntax or ImplicitObjectCreationExpressionSyntax))
                continue;
            ISymbol? symbol = model.GetSymbolInfo(node).Symbol?.OriginalDefinition;
            if (symbol is IMethodSymbol { ReducedFrom: { } extension })
                symbol = extension;
            if (symbol is not (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol))
                continue;

            // Members that nobody wrote, such as constructors, are where their type is.
            ISymbol written = symbol.DeclaringSyntaxReferences.IsEmpty ? symbol.ContainingType ?? symbol : symbol;
            foreach (SyntaxReference place in written.DeclaringSyntaxReferences)
                arrows.TryAdd(new Arrow(tree.FilePath, place.SyntaxTree.FilePath, symbol.Name), true);
        }
    }
}
