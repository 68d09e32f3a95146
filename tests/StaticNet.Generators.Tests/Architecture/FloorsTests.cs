namespace StaticNet.Generators.Tests;

/// <summary>Folders stand in floors, as docs/architecture.md draws them: each takes what is below it and nothing from above.</summary>
public sealed class FloorsTests
{
    private const string RunTime = "src/StaticNet", Compiler = "generators/StaticNet.Generators", Sizes = "src/StaticNet/Sizes";

    private static readonly Lazy<IReadOnlyCollection<Arrow>> _ofRunTime = new(() => Arrows.Of(RunTime));

    [Fact]
    public void TheRunTimeStandsInFloors() => AssertFloors(RunTime, _ofRunTime.Value);

    [Fact]
    public void KernelsStandInFloors()
        => AssertFloors(
            $"{RunTime}/Kernels",
            [.. _ofRunTime.Value.Where(arrow => IsKernel(arrow.From) && IsKernel(arrow.To)).Select(arrow => new Arrow(Inside(arrow.From), Inside(arrow.To), arrow.Name))]);

    // The one circle that the page defends: which steps are fused stands in one table, so that no layer's file names another's.
    [Fact]
    public void TheCompilerStandsInFloors()
        => AssertFloors(Compiler, [.. Arrows.Of(Compiler, Sizes).Where(arrow => !arrow.From.StartsWith("Planning/Fusions/", StringComparison.Ordinal) || Folder(arrow.To) != "Layers")]);

    private static bool IsKernel(string path) => path.StartsWith("Kernels/", StringComparison.Ordinal);

    private static string Inside(string path) => path["Kernels/".Length..];

    private static string? Folder(string path) => path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0] : null;

    private static void AssertFloors(string house, IReadOnlyCollection<Arrow> arrows)
    {
        Dictionary<string, int> floors = Drawn(house);
        Assert.Equal(
            Directory.GetDirectories(ProjectFiles.Locate(house)).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj" or "build")).Order(StringComparer.Ordinal),
            floors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(arrows, arrow => Folder(arrow.From) != Folder(arrow.To));
        string[] wrong = [.. arrows.Where(arrow => PointsUp(arrow, floors)).Select(arrow => $"{arrow.From} takes {arrow.Name} from {arrow.To}").Order(StringComparer.Ordinal)];
        Assert.True(wrong.Length == 0, $"Not from a floor below, as docs/architecture.md draws them: {string.Join("; ", wrong)}");
    }

    // Files outside the folders stand on top.
    private static bool PointsUp(Arrow arrow, Dictionary<string, int> floors)
    {
        string? from = Folder(arrow.From), to = Folder(arrow.To);
        return from is not null && from != to && !arrow.To.StartsWith("../", StringComparison.Ordinal) && (to is null || floors[to] <= floors[from]);
    }

    // The folders that the picture shows, by their lines, counted from above. Lines begin with names and may go on with what is in them.
    private static Dictionary<string, int> Drawn(string house)
    {
        string[] page = ProjectFiles.Read("docs/architecture.md").Split('\n');
        var floors = new Dictionary<string, int>();
        int first = Array.FindIndex(page, line => line.StartsWith($"{house} ", StringComparison.Ordinal));
        for (int line = first + 2; page[line].StartsWith("  ", StringComparison.Ordinal); line++)
        {
            foreach (string name in page[line].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!Directory.Exists(ProjectFiles.Locate($"{house}/{name}")))
                    break;
                floors.Add(name, line);
            }
        }

        return floors;
    }
}
