using System.Text.RegularExpressions;

namespace StaticNet.Generators.Tests;

/// <summary>What the README and the guides name is there: files and folders between backticks and in commands, and where links lead.</summary>
public sealed partial class DocumentedPathsTests
{
    // The layer that architecture.md adds for an example: its files are to come into folders that are there.
    private const string ExampleLayer = "Scale";

    private static readonly string[] _built = ["bin", "obj", ".git"];

    // What the names of weights end with; between backticks they look like paths.
    private static readonly string[] _weights = ["kernel", "bias"];

    private static readonly HashSet<string> _known = [.. Folder("").SelectMany(Endings)];

    public static TheoryData<string> Pages =>
    [
        "README.md", .. Directory.EnumerateFiles(ProjectFiles.Locate("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(ProjectFiles.Locate(""), path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryPathIsThere(string page)
    {
        string text = ProjectFiles.Read(page);
        Assert.DoesNotContain(Paths(text), path => !IsThere(path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsToAFile(string page)
    {
        string folder = Path.GetDirectoryName(ProjectFiles.Locate(page))!;
        IEnumerable<string> links = Link().Matches(ProjectFiles.Read(page)).Select(match => match.Groups["path"].Value);
        Assert.DoesNotContain(links, link => !link.Contains(':', StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, link)));
    }

    [Theory]
    [InlineData("see `Kernels/Nowhere`", "Kernels/Nowhere")]
    [InlineData("see `src/StaticNet/Kernels`, `Crew.cs` and `NoSuchFile.cs`", "NoSuchFile.cs")]
    [InlineData("```\ndotnet run --project samples/Nowhere\n```", "samples/Nowhere")]
    [InlineData("run `dotnet test tests/Nowhere --filter Name`", "tests/Nowhere")]
    [InlineData("`src/Nowhere/ScaleKernels.cs`", "src/Nowhere/ScaleKernels.cs")]
    public void APathThatIsNotThereIsFound(string text, string missing) => Assert.Equal([missing], Paths(text).Where(path => !IsThere(path)));

    [Theory]
    [InlineData("`dense_1/kernel`, `.npy`, `.received.cs`, `1/10`, `src/StaticNet/bin/Release`, `model.Fit(x)`, `Model<int>`, `mnist.safetensors`")]
    [InlineData("`src/StaticNet/Kernels/ScaleKernels.cs` and `StaticNet.sln`")]
    [InlineData("```csharp\nint half = 1/2;\n```")]
    public void WhatIsNoPathOrThereIsNot(string text) => Assert.DoesNotContain(Paths(text), path => !IsThere(path));

    // Words of what is between backticks, and of blocks in no language, which are commands.
    private static IEnumerable<string> Paths(string text)
    {
        IEnumerable<string> commands = Block().Matches(text).Where(block => block.Groups["language"].Length == 0).Select(block => block.Groups["code"].Value);
        IEnumerable<string> spans = Inline().Matches(Block().Replace(text, "")).Select(span => span.Groups["code"].Value);
        return commands.Concat(spans).SelectMany(code => code.Split([' ', '\n', '\''], StringSplitOptions.RemoveEmptyEntries)).Where(IsPath).Distinct();
    }

    private static bool IsPath(string word)
        => (PathOfFile().IsMatch(word) || PathOfFolder().IsMatch(word)) && !_built.Intersect(word.Split('/')).Any() && !_weights.Contains(word[(word.LastIndexOf('/') + 1)..]);

    // Pages name a file by as much of its path as tells it from others.
    private static bool IsThere(string path)
    {
        path = path.TrimEnd('/');
        int name = path.LastIndexOf('/') + 1;
        if (path[name..].StartsWith(ExampleLayer, StringComparison.Ordinal))
            path = path[..Math.Max(0, name - 1)];
        return path.Length == 0 || _known.Contains(path);
    }

    private static IEnumerable<string> Folder(string path)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(ProjectFiles.Locate(path)))
        {
            string name = Path.GetFileName(entry), own = path.Length == 0 ? name : $"{path}/{name}";
            if (_built.Contains(name))
                continue;
            yield return own;
            if (!Directory.Exists(entry))
                continue;
            foreach (string inner in Folder(own))
                yield return inner;
        }
    }

    private static IEnumerable<string> Endings(string path)
    {
        yield return path;
        for (int slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return path[(slash + 1)..];
    }

    [GeneratedRegex("^```(?<language>.*)\n(?<code>(.*\n)*?)```", RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex Inline();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^[A-Za-z][\w./{}+-]*\.(cs|csproj|md|props|py|sln|targets)$")]
    private static partial Regex PathOfFile();

    [GeneratedRegex(@"^\.?[A-Za-z][\w.{}+-]*(/[\w.{}+-]+)+/?$")]
    private static partial Regex PathOfFolder();
}
