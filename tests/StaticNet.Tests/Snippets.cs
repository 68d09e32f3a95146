namespace StaticNet.Tests;

/// <summary>The snippets of pages: they stand word by word in tests that run them.</summary>
internal static class Snippets
{
    /// <summary>Requires each snippet of a page, or each of those that are chosen, to stand in a file named DocumentationTests.cs of some test project.</summary>
    public static void AssertRun(string page, Func<string, bool>? isChosen = null)
    {
        DirectoryInfo root = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "StaticNet.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("no folder above has the solution");
        string[] code =
        [
            .. Directory.EnumerateFiles(Path.Combine(root.FullName, "tests"), "DocumentationTests.cs", SearchOption.AllDirectories)
                .Select(path => Joined(File.ReadAllText(path))),
        ];
        string[] snippets =
        [
            .. File.ReadAllText(Path.Combine(root.FullName, page)).Split("```csharp\n")[1..]
                .Select(snippet => snippet[..snippet.IndexOf("```", StringComparison.Ordinal)]).Where(snippet => isChosen?.Invoke(snippet) != false),
        ];
        Assert.NotEmpty(snippets);
        foreach (string snippet in snippets)
            Assert.True(code.Any(text => text.Contains(Joined(snippet), StringComparison.Ordinal)), $"{page}: no test runs this:\n{snippet}");
    }

    // Lines without what may differ: the blanks around them and empty ones between.
    private static string Joined(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
