using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace StaticNet.Generators.Tests;

/// <summary>
/// Generated code and run time of different versions must not meet unnoticed: what they agree on may change only together with the number of
/// their contract.
/// </summary>
public sealed class ContractTests
{
    /// <summary>For each number what it stood for, the latest last.</summary>
    private const string History = "tests/StaticNet.Generators.Tests/_snapshots/Contract.verified.txt";

    [Fact]
    public void ANewAgreementHasANewNumber()
    {
        string[] lines = ProjectFiles.Read(History).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = [.. lines.Select(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture))];
        Assert.Equal(Enumerable.Range(1, lines.Length), numbers);
        string now = $"{NumberOfRunTime()} {Agreement()}";
        Assert.True(
            lines[^1] == now,
            $"Kernels' parameters, shapes or sizes are others than those of contract {numbers[^1]}. Raise Contract.Number, unless it was raised since the last release, and put this into {History}: {now}");
    }

    private static int NumberOfRunTime()
        => (int)typeof(Model).Assembly.GetType("StaticNet.Kernels.Contract")!.GetField("Number")!.GetRawConstantValue()!;

    // Everything that generated code can call or implement, and the files that state how much memory that takes.
    private static string Agreement()
    {
        IEnumerable<string> members = typeof(Model).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "StaticNet.Kernels" || type.IsAssignableTo(typeof(Model)))
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(member => member is MethodBase { IsPrivate: false, IsAssembly: false } or FieldInfo { IsPublic: true })
                .Select(member => $"{type} {member}"));
        IEnumerable<string> rooms = Directory.GetFiles(ProjectFiles.Locate("src/StaticNet/Sizes"), "*.cs")
            .Where(path => Path.GetFileName(path) != "Contract.cs")
            .Select(path => File.ReadAllText(path).ReplaceLineEndings("\n"));
        string text = string.Join('\n', members.Concat(rooms).Order(StringComparer.Ordinal));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
