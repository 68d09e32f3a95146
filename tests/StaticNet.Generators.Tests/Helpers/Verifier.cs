using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace StaticNet.Generators.Tests;

/// <summary>
/// Compares generated files with snapshots, by the conventions of Verify.SourceGenerators: <c>Class.Test#HintName.verified.cs</c> in
/// <c>_snapshots</c>, and a <c>.received.cs</c> beside it where they differ. Nothing is ever accepted on its own.
/// </summary>
internal static partial class Verifier
{
    private const string Rename = "If the new output is right, rename the received file to .verified.cs:";

    /// <summary>Compares all that a driver generated with the snapshots of the calling test.</summary>
    public static Task Verify(GeneratorDriver driver, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        string folder = Path.Combine(ProjectFiles.ProjectDirectory, "_snapshots");

        // A deterministic build may have been made on a system with other separators.
        string prefix = $"{Path.GetFileName(file.Replace('\\', '/')).Split('.')[0]}.{test}#";
        var expected = Directory.EnumerateFiles(folder, prefix + "*.verified.cs").Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);
        var failures = new List<string>();
        foreach (GeneratedSourceResult source in driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources))
        {
            string name = prefix + Path.GetFileNameWithoutExtension(source.HintName);
            expected.Remove(name + ".verified.cs");
            string received = VersionOfGenerator().Replace($"//HintName: {source.HintName}\n{source.SourceText}", "$1{version}");
            if (Compare(Path.Combine(folder, name), received) is { } failure)
                failures.Add(failure);
        }

        failures.AddRange(expected.Select(name => $"{name} is no longer generated: delete it if that is right."));
        return failures.Count == 0 ? Task.CompletedTask : throw new XunitException(string.Join("\n\n", failures));
    }

    private static string? Compare(string path, string received)
    {
        string verifiedFile = path + ".verified.cs", receivedFile = path + ".received.cs";
        string verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : "";
        if (verified == received)
        {
            File.Delete(receivedFile);
            return null;
        }

        File.WriteAllText(receivedFile, received);
        return $"{Path.GetFileName(verifiedFile)} {(verified.Length == 0 ? "does not exist" : "differs")}. {Rename}\n{receivedFile}\n{Difference(verified, received)}";
    }

    // The changed lines with two lines around each, as in a unified diff.
    private static string Difference(string verified, string received)
    {
        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received).Lines;
        var text = new StringBuilder();
        bool skipping = false;
        for (int i = 0; i < lines.Count; i++)
        {
            bool near = lines.Skip(i - 2).Take(Math.Min(i, 2) + 3).Any(line => line.Type != ChangeType.Unchanged);
            if (near)
                text.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " }).AppendLine(lines[i].Text);
            else if (!skipping)
                text.AppendLine("  ...");
            skipping = !near;
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(StaticNet |\(""StaticNet"", "")\d+\.\d+\.\d+")]
    private static partial Regex VersionOfGenerator();
}
