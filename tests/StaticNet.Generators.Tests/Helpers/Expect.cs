using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>What a source is expected to lead to.</summary>
internal static class Expect
{
    private static readonly string[] _warnings = ["SNET016", "SNET026"];

    /// <summary>
    /// The generator reports exactly the marked diagnostics, in the order of the source, with these messages. Each is an error but
    /// SNET016 and SNET026. What is wrong is for the generator to say: the compiler finds nothing, neither in the source nor in what is
    /// generated.
    /// </summary>
    public static void Diagnostics(string markedSource, params string[] messages)
        => Diagnostics([markedSource], messages);

    /// <summary>As above, of several files.</summary>
    public static void Diagnostics(string[] markedSources, params string[] messages)
    {
        MarkedSource[] sources = [.. markedSources.Select(source => new MarkedSource(source))];
        CSharpCompilation compilation = Compilations.Create([.. sources.Select(source => source.Text)]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        IEnumerable<string> expected = sources
            .SelectMany((source, file) => source.Marks.Select(mark => (mark.Id, Place: $"File{file + 1}.cs {mark.Span}: {source.Text.Substring(mark.Span.Start, mark.Span.Length)}")))
            .Zip(messages, (mark, message) => $"{mark.Id} {(_warnings.Contains(mark.Id) ? "Warning" : "Error")} {mark.Place}\n{message}");
        Assert.Equal(messages.Length, sources.Sum(source => source.Marks.Count));
        (GeneratorRunResult result, Compilation generated) = RunAndCompile(compilation);
        Assert.Equal(
            expected,
            result.Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(Describe));
        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>The generator reports nothing and generates code.</summary>
    public static void NoDiagnostics(string source) => NoDiagnostics(Compilations.Create(source));

    /// <summary>As above, of a compilation.</summary>
    public static void NoDiagnostics(CSharpCompilation compilation)
    {
        GeneratorRunResult result = Run(compilation);
        Assert.Empty(result.Diagnostics);
        Assert.NotEmpty(result.GeneratedSources);
        Assert.DoesNotContain(result.GeneratedSources, Compilations.IsSkeleton);
    }

    /// <summary>Runs the generator, which must not fail.</summary>
    public static GeneratorRunResult Run(CSharpCompilation compilation) => RunAndCompile(compilation).Result;

    /// <summary>Runs the generator, which must not fail, and adds what it generates.</summary>
    public static (GeneratorRunResult Result, Compilation Generated) RunAndCompile(CSharpCompilation compilation)
    {
        GeneratorDriver driver = Compilations.CreateDriver((CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return (result, generated);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        Location location = diagnostic.Location;
        return $"{diagnostic.Id} {diagnostic.Severity} {location.SourceTree?.FilePath} {location.SourceSpan}: {location.SourceTree?.GetText().ToString(location.SourceSpan)}\n"
            + diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }
}
