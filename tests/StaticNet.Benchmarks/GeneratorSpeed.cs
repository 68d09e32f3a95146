using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generators;

namespace StaticNet.Benchmarks;

/// <summary>How long the generator takes while somebody types: a constant of a model is changed, and its code written anew.</summary>
internal static class GeneratorSpeed
{
    private const int Edits = 10;

    private static readonly string[] _layers =
    [
        "Conv2D(16, 3, Activation.ReLU, Padding = Padding.Same)", "BatchNormalization", "Activation(Activation.GELU)", "Dropout(0.1f)",
        "DepthwiseConv2D(3, Padding = Padding.Same)", "LayerNormalization", "Conv2D(24, 1, Activation.SiLU)", "MaxPooling2D(1)",
    ];

    /// <summary>Prints the best time of an edit for models of so many layers.</summary>
    public static void Run()
    {
        foreach (int layers in (int[])[3, 20, 150, 500])
        {
            (double milliseconds, int characters) = Edit(layers);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layers,4} layers{milliseconds,10:F1} ms{characters / 1024,8:N0} KB of source"));
        }

        // Many small models in one project, all new.
        string project = string.Concat(Enumerable.Range(0, 500).Select(i =>
            $"[Model(16), Dense({8 + (i % 7)}, Activation.ReLU), Dense(10, Activation.Softmax), Loss(Loss.SparseCategoricalCrossentropy)] public partial class M{i};\n"));
        (double first, int total) = Time(Driver(), Compilation(project), out _);
        Driver().RunGeneratorsAndUpdateCompilation(Compilation(project), out Compilation written, out _);
        var byHand = CSharpCompilation.Create(
            "Models", written.SyntaxTrees.Select((tree, i) => CSharpSyntaxTree.ParseText(tree.ToString(), path: $"{i}.cs")), written.References, (CSharpCompilationOptions)written.Options);
        long start = Stopwatch.GetTimestamp();
        if (!byHand.Emit(Stream.Null).Success)
            throw new InvalidOperationException("What is generated does not compile.");
        double compiled = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $" 500 models of 2 layers{first,10:F1} ms{total / 1024,8:N0} KB of source, which as written by hand compile in {compiled:F0} ms"));
    }

    private static (double Milliseconds, int Characters) Edit(int layers)
    {
        GeneratorDriver driver = Driver();
        CSharpCompilation compilation = Compilation(Model(layers, 10));
        Time(driver, compilation, out driver);
        double best = double.MaxValue;
        int characters = 0;
        for (int edit = 0; edit < Edits; edit++)
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Model(layers, 11 + edit)));
            (double now, characters) = Time(driver, compilation, out driver);
            best = Math.Min(best, now);
        }

        return (best, characters);
    }

    private static (double Milliseconds, int Characters) Time(GeneratorDriver driver, CSharpCompilation compilation, out GeneratorDriver after)
    {
        long start = Stopwatch.GetTimestamp();
        after = driver.RunGenerators(compilation);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GeneratorRunResult result = after.GetRunResult().Results[0];
        if (result.Exception is not null || result.Diagnostics.Length > 0 || result.GeneratedSources.Length == 0)
            throw new InvalidOperationException($"The generator gives {result.GeneratedSources.Length} files and {string.Join(", ", result.Diagnostics)}.", result.Exception);
        return (milliseconds, result.GeneratedSources.Sum(source => source.SourceText.Length));
    }

    private static string Model(int layers, int units)
        => "using StaticNet;\n[Model(4, 4, 16)]\n"
            + string.Concat(Enumerable.Range(0, layers - 3).Select(i => $"[{_layers[i % _layers.Length]}]\n"))
            + $"[GlobalAveragePooling2D]\n[Dense({units}, Activation.ReLU)]\n[Dense(10, Activation.Softmax)]\n[Loss(Loss.SparseCategoricalCrossentropy)]\npublic partial class M;";

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(new StaticNetGenerator());

    private static CSharpCompilation Compilation(string source)
        => CSharpCompilation.Create(
            "Models", [CSharpSyntaxTree.ParseText(source.StartsWith("using", StringComparison.Ordinal) ? source : "using StaticNet;\n" + source)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
}
