using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit.Sdk;

namespace StaticNet.Generators.Tests;

/// <summary>
/// Sources compiled with what is generated from them, without a single warning at the highest level, and loaded. What fails to
/// compile is shown with its lines numbered.
/// </summary>
internal sealed class CompiledModels : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Models", isCollectible: true);

    private CompiledModels(Stream assembly) => Assembly = _context.LoadFromStream(assembly);

    public Assembly Assembly { get; }

    /// <summary>Compiles files that have the usings of <see cref="Compilations.Usings"/>.</summary>
    public static CompiledModels Compile(params string[] sources) => Compile(Compilations.Create(sources));

    public static CompiledModels Compile(CSharpCompilation compilation) => Load(Generate(compilation));

    /// <summary>Compiles a source with errors that the generator alone reports, as though they were none.</summary>
    public static CompiledModels CompileInError(string source)
    {
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create("#pragma warning disable CS1591\n" + source));
        Assert.NotEmpty(result.Diagnostics);
        return Load(generated);
    }

    /// <summary>Loads what compiles without a complaint.</summary>
    public static CompiledModels Load(Compilation compiled)
    {
        using var stream = new MemoryStream();
        EmitResult emitted = compiled.Emit(stream);
        Diagnostic[] complaints = [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];
        if (complaints.Length > 0)
            throw new XunitException(Describe(complaints));
        stream.Position = 0;
        return new CompiledModels(stream);
    }

    /// <summary>The compilation with the generated files, in which the generator has nothing to report.</summary>
    public static Compilation Generate(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new StaticNetGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation compiled, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics.Where(diagnostic => !diagnostic.IsSuppressed));
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        return compiled;
    }

    /// <summary>Makes a model, with fresh weights drawn from 42.</summary>
    public Model Create(string type) => (Model)Activator.CreateInstance(Assembly.GetType(type, throwOnError: true)!, [42])!;

    /// <summary>All models of the compilation.</summary>
    public IEnumerable<Model> CreateAll()
        => Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Model))).Select(type => Create(type.FullName!));

    public void Dispose() => _context.Unload();

    private static string Describe(Diagnostic[] complaints)
    {
        var text = new StringBuilder();
        foreach (Diagnostic complaint in complaints.Take(20))
            text.Append(complaint).Append('\n');
        foreach (SyntaxTree tree in complaints.Select(complaint => complaint.Location.SourceTree).OfType<SyntaxTree>().Distinct().Take(3))
        {
            text.Append('\n').Append(tree.FilePath).Append('\n');
            string[] lines = tree.ToString().Split('\n');
            for (int i = 0; i < lines.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"{i + 1,4}: {lines[i]}\n");
        }

        return text.ToString();
    }
}
