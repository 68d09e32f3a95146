using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>Every rule is documented, and what its page says is so.</summary>
public sealed partial class DocumentationTests
{
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
        Assert.Contains(id, Reported(examples[0]));
        Assert.All(examples[1..], example => Expect.NoDiagnostics(example));
        Assert.All(examples, example => Assert.DoesNotContain(
            Compilations.Create(example).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ThePageQuotesTheMessageOfItsExample(string id)
    {
        string page = Page(id);
        Diagnostic diagnostic = Expect.Run(Compilations.Create(Example().Match(page).Groups["code"].Value)).Diagnostics.First(d => d.Id == id);
        Assert.Contains($"\n> {diagnostic.GetMessage(null)}\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void TheIndexListsEveryRule()
    {
        IEnumerable<string> expected = InOrder().Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title} |");
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
        InOrder().Select(rule => rule.Id).Append("README"),
        Directory.EnumerateFiles(ProjectFiles.Locate("docs/diagnostics")).Select(path => Path.GetFileNameWithoutExtension(path))
            .OrderBy(name => name == "README").ThenBy(name => name, StringComparer.Ordinal));

    private static IEnumerable<DiagnosticDescriptor> InOrder() => Rules.ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    private static string Page(string id) => ProjectFiles.Read($"docs/diagnostics/{id}.md");

    private static IEnumerable<string> Rows(string path, string start)
        => ProjectFiles.Read(path).Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<string> Reported(string source) => Expect.Run(Compilations.Create(source)).Diagnostics.Select(diagnostic => diagnostic.Id);

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
