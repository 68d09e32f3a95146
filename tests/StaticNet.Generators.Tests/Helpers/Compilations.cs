using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>Compilations of test sources against StaticNet and the running framework.</summary>
internal static class Compilations
{
    /// <summary>The lowest language that the generated code compiles in: it uses collection expressions.</summary>
    public const LanguageVersion LowestLanguage = ModelParser.LowestLanguage;

    /// <summary>What users of these tests' models have in every file.</summary>
    public const string Usings = "global using StaticNet;\nglobal using static StaticNet.Activation;\n";

    /// <summary>StaticNet and the running framework.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsOfFramework(path) || Path.GetFileName(path) is "StaticNet.dll" or "System.Numerics.Tensors.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>How the sources are compiled.</summary>
    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, checkOverflow: true,
        allowUnsafe: true);

    /// <summary>How the sources are parsed: the lowest language, documentation comments read.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LowestLanguage, DocumentationMode.Diagnose);

    /// <summary>A compilation of files File0.cs, File1.cs …, and of the usings above.</summary>
    public static CSharpCompilation Create(params string[] sources)
        => CreateBare([Usings, .. sources]);

    /// <summary>A compilation without usings.</summary>
    public static CSharpCompilation CreateBare(params string[] sources) => CreateBare(LowestLanguage, sources);

    /// <summary>A compilation without usings in a language.</summary>
    public static CSharpCompilation CreateBare(LanguageVersion language, params string[] sources)
        => CSharpCompilation.Create(
            "Models",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions.WithLanguageVersion(language), $"File{i}.cs")), References, Options);

    /// <summary>A driver with the generator.</summary>
    public static GeneratorDriver CreateDriver(CSharpParseOptions? parseOptions = null, bool trackSteps = false)
        => CSharpGeneratorDriver.Create(
            [new StaticNetGenerator().AsSourceGenerator()], parseOptions: parseOptions ?? ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Whether a file stands in for the code of a model in error.</summary>
    public static bool IsSkeleton(GeneratedSourceResult source) => source.SourceText.ToString().Contains(" in place of the code of ", StringComparison.Ordinal);

    /// <summary>A driver that has run over sources.</summary>
    public static GeneratorDriver Run(params string[] sources) => CreateDriver().RunGenerators(Create(sources));

    /// <summary>The only file that is generated from a source.</summary>
    public static string Generate(string source) => Assert.Single(GenerateAll(source)).Value;

    /// <summary>The files that are generated from sources, by hint name.</summary>
    public static Dictionary<string, string> GenerateAll(params string[] sources)
    {
        GeneratorRunResult result = Assert.Single(Run(sources).GetRunResult().Results);
        Assert.Null(result.Exception);
        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }

    private static bool IsOfFramework(string path) => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);
}
