using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>Every rule is documented, and what its page says is so.</summary>
public sealed partial class DocumentationTests
{
    // The one that a build target reports, where there is no generator.
    private const string BuildRule = "SNET031";

    public static TheoryData<string> Ids => [.. Rules.ById.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void ARuleHasAPageUnderItsTitle(string id)
    {
        DiagnosticDescriptor rule = Rules.ById[id];
        Assert.StartsWith($"# {id}: {rule.Title}\n", Page(id), StringComparison.Ordinal);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePagesExampleTriggersItAndTheMendedOneDoesNot(string id)
    {
        string[] examples = [.. Example().Matches(Page(id)).Select(match => match.Groups["code"].Value)];
        Assert.True(examples.Length >= 2, "Expected an example and the same mended.");
        Assert.Contains(id, Expect.Run(Broken(id, examples[0])).Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(examples[1..], example => Expect.NoDiagnostics(example));
        Assert.All(examples, example => Assert.DoesNotContain(
            Compilations.Create(example).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageQuotesTheMessageOfItsExample(string id)
    {
        string page = Page(id);
        Diagnostic diagnostic = Expect.Run(Broken(id, Example().Match(page).Groups["code"].Value)).Diagnostics.First(d => d.Id == id);
        Assert.Contains($"\n> {diagnostic.GetMessage(null)}\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TheIndexListsEveryRule()
    {
        IEnumerable<string> expected = InOrder().Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title} |")
            .Append($"| [{BuildRule}]({BuildRule}.md) | Warning | {Page(BuildRule).Split('\n')[0][$"# {BuildRule}: ".Length..]} |")
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, Rows("docs/diagnostics/README.md", "| [SNET"));
    }

    [Fact]
    public void TheReleaseFilesListEveryRule()
    {
        IEnumerable<string> expected = InOrder().Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}");
        Assert.Equal(
            expected,
            [.. Rows("generators/StaticNet.Generators/AnalyzerReleases.Shipped.md", "SNET"), .. Rows("generators/StaticNet.Generators/AnalyzerReleases.Unshipped.md", "SNET")]);
    }

    [Fact]
    public void EveryPageBelongsToARule() => Assert.Equal(
        InOrder().Select(rule => rule.Id).Append(BuildRule).Order(StringComparer.Ordinal).Append("README"),
        Directory.EnumerateFiles(ProjectFiles.Locate("docs/diagnostics")).Select(path => Path.GetFileNameWithoutExtension(path))
            .OrderBy(name => name == "README").ThenBy(name => name, StringComparer.Ordinal));

    [Fact]
    public void TheBuildsRuleIsReportedAsItsPageQuotesIt()
    {
        string targets = ProjectFiles.Read("src/StaticNet/build/StaticNet.targets");
        string message = Quoted().Match(targets).Groups["text"].Value.Replace("$(_StaticNetLanguage)", "F#", StringComparison.Ordinal);
        Assert.Contains($"Code=\"{BuildRule}\"", targets, StringComparison.Ordinal);
        Assert.Contains($"/docs/diagnostics/{BuildRule}.md\"", targets, StringComparison.Ordinal);
        Assert.Contains($"\n> {message}\n", Page(BuildRule), StringComparison.Ordinal);
    }

    // What is wrong may be the project that an example stands in.
    private static CSharpCompilation Broken(string id, string example) => id switch
    {
        "SNET029" => WithoutUnsafe(Compilations.Create(example)),
        "SNET030" => Compilations.CreateBare(LanguageVersion.CSharp11, Compilations.Usings, example),
        _ => Compilations.Create(example),
    };

    private static CSharpCompilation WithoutUnsafe(CSharpCompilation compilation) => compilation.WithOptions(compilation.Options.WithAllowUnsafe(false));

    private static IEnumerable<DiagnosticDescriptor> InOrder() => Rules.ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    private static string Page(string id) => ProjectFiles.Read($"docs/diagnostics/{id}.md");

    private static IEnumerable<string> Rows(string path, string start)
        => ProjectFiles.Read(path).Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(" Text=\"(?<text>[^\"]*)\"")]
    private static partial Regex Quoted();
}
