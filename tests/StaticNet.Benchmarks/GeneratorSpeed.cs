using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generators;

namespace StaticNet.Benchmarks;

/// <summary>How long the generator takes and what it allocates: where nothing is known yet, and while somebody types.</summary>
internal static class GeneratorSpeed
{
    private const int Runs = 10;
    private const int SmallModels = 500;

    private static readonly string[] _layers =
    [
        "Conv2D(16, 3, Activation.ReLU, Padding = Padding.Same)", "BatchNormalization", "Activation(Activation.GELU)", "Dropout(0.1f)",
        "DepthwiseConv2D(3, Padding = Padding.Same)", "LayerNormalization", "Conv2D(24, 1, Activation.SiLU)", "MaxPooling2D(1)",
    ];

    // One for all compilations, so that the compiler reads assemblies once.
    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Prints a table of models of growing sizes, then what many small ones take.</summary>
    public static void Run()
    {
        Cost first = new(double.MaxValue, long.MaxValue);
        Generate(Driver(), Compilation(Model(1, 10)), ref first);
        Print($"The first run of a process, in which the generator itself is compiled: {first.Milliseconds:F0} ms. Then, the best of {Runs}:");
        Print($"");
        Print($"{"",10}|{"all new",23} |{"edit elsewhere",23} |{"edit of the model",23} |{"source",22}");
        foreach (int layers in (int[])[1, 20, 150, 500])
            PrintModel(layers);
        PrintSmallModels();
    }

    private static void PrintModel(int layers)
    {
        Cost fresh = new(double.MaxValue, long.MaxValue), elsewhere = fresh, edited = fresh;
        GeneratorDriver driver = Driver();
        string code = "";
        for (int run = 0; run < Runs; run++)
        {
            CSharpCompilation compilation = Compilation(Model(layers, 10 + run));
            string written = Generate(Driver(), compilation, ref fresh).Code;
            (driver, code) = Generate(driver, compilation, ref edited);
            if (code != written)
                throw new InvalidOperationException("After an edit the generator writes something else than at first.");
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Other(run + 1));
            (driver, written) = Generate(driver, compilation, ref elsewhere);
            if (!ReferenceEquals(code, written))
                throw new InvalidOperationException("An edit elsewhere has the generator write anew.");
        }

        Print($"{layers,3} layers| {fresh} | {elsewhere} | {edited} |{code.AsSpan().Count('\n'),7:N0} lines{code.Length / 1024,6:N0} KB");
    }

    // Many small models in one project, all new, against what the compiler itself takes for their code.
    private static void PrintSmallModels()
    {
        CSharpCompilation compilation = Compilation("using StaticNet;\n" + string.Concat(Enumerable.Range(0, SmallModels).Select(i =>
            $"[Model(16), Dense({8 + (i % 7)}, Activation.ReLU), Dense(10, Activation.Softmax), Loss(Loss.SparseCategoricalCrossentropy)] public partial class M{i};\n")));
        Cost cost = new(double.MaxValue, long.MaxValue);
        Generate(Driver(), compilation, ref cost);
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation written, out _);
        var byHand = CSharpCompilation.Create(
            "Models", written.SyntaxTrees.Select((tree, i) => CSharpSyntaxTree.ParseText(tree.ToString(), path: $"{i}.cs")), _references, (CSharpCompilationOptions)written.Options);
        long start = Stopwatch.GetTimestamp();
        if (!byHand.Emit(Stream.Null).Success)
            throw new InvalidOperationException("What is generated does not compile.");
        double compiled = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Print($"");
        Print($"{SmallModels} models of 2 layers, all new: {cost.ToString().Trim()}. The compiler takes {compiled:F0} ms for their code, as written by hand.");
    }

    // The driver as it is after the run, and what it has written: of a run that writes nothing anew, the same text.
    private static (GeneratorDriver Driver, string Code) Generate(GeneratorDriver driver, CSharpCompilation compilation, ref Cost best)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true), start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        best = best.Least(milliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is not null || result.Diagnostics.Length > 0 || result.GeneratedSources.Length == 0)
            throw new InvalidOperationException($"The generator gives {result.GeneratedSources.Length} files and {string.Join(", ", result.Diagnostics)}.", result.Exception);
        return (driver, result.GeneratedSources[0].SourceText.ToString());
    }

    private static string Model(int layers, int units)
    {
        string[] last = [.. new[] { "GlobalAveragePooling2D", $"Dense({units}, Activation.ReLU)", "Dense(10, Activation.Softmax)" }.TakeLast(layers)];
        IEnumerable<string> others = Enumerable.Range(0, layers - last.Length).Select(i => _layers[i % _layers.Length]);
        string shape = layers == 1 ? $"{units}" : "4, 4, 16";
        return $"using StaticNet;\n[Model({shape})]\n{string.Concat(others.Concat(last).Select(layer => $"[{layer}]\n"))}"
            + "[Loss(Loss.SparseCategoricalCrossentropy)]\npublic partial class M;";
    }

    // What else is in the project.
    private static SyntaxTree Other(int number) => CSharpSyntaxTree.ParseText($"static class Other {{ static int Number() => {number}; }}");

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(new StaticNetGenerator());

    private static CSharpCompilation Compilation(string source)
        => CSharpCompilation.Create(
            "Models", [CSharpSyntaxTree.ParseText(source), Other(0)], _references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private readonly record struct Cost(double Milliseconds, long Bytes)
    {
        public Cost Least(double milliseconds, long bytes) => new(Math.Min(Milliseconds, milliseconds), Math.Min(Bytes, bytes));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds,7:F1} ms{Bytes / 1024,9:N0} KB");
    }
}
