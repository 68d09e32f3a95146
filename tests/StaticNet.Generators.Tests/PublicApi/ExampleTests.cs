using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests.PublicApi;

/// <summary>The examples in the packages' documentation: whoever copies one gets what compiles.</summary>
public sealed class ExampleTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Globalization;
        global using System.IO;
        global using System.Linq;
        global using System.Numerics.Tensors;
        global using System.Threading;
        global using StaticNet;
        global using StaticNet.Datasets;
        global using StaticNet.Images;
        global using static StaticNet.Activation;
        """;

    /// <summary>What examples take as given; one that declares such a name itself hides it.</summary>
    private const string Given = """
        #pragma warning disable CS1591
        namespace Examples;

        [Model(28, 28, 1)] [Conv2D(8, 3, ReLU)] [Flatten] [Dense(10, Softmax)] [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class MnistCnn;

        [Model(200)] [Embedding(10_000, 32)] [GlobalAveragePooling1D] [Dense(1, Sigmoid)] [Loss(Loss.BinaryCrossentropy)]
        public partial class ImdbGap;

        [Model(2)] [Dense(1)] [Loss(Loss.MeanSquaredError)]
        public partial class Regression;

        [Model(64)] [Embedding(68, 32)] [GRU(64, ReturnSequences = true)] [Dense(68, Softmax)]
        public partial class Poet;

        internal abstract class Given
        {
            protected readonly MnistCnn model = new(), student = new(), teacher = new();
            protected readonly Regression regression = new();
            protected readonly Poet poet = new();
            protected readonly Optimizer optimizer = new Adam();
            protected readonly Dataset<float, int> data = new(new float[784], new int[1], 1), train = Digits.Load(), validation = Digits.Load(), test = Digits.Load();
            protected readonly float[] images = new float[784], others = new float[784], sample = new float[784];
            protected readonly int[] labels = new int[1];
        }
        """;

    /// <summary>Types that have a public constructor, but that the library makes and a user reads.</summary>
    private static readonly string[] _results =
        ["BatchResult", "ClassProbability", "InputInfo", "LayerInfo", "ModelInfo", "OutputInfo", "Review", "ShapeMismatch"];

    [Fact]
    public void EveryExampleCompiles()
    {
        (string Member, string Code)[] examples = Packages.Examples;
        Assert.True(examples.Length > 80, $"{examples.Length} examples were found.");
        CSharpCompilation compilation = Compilations.CreateBare(LanguageVersion.CSharp13, [Usings, Given, .. examples.Select((example, i) => Embed(example.Code, i))])
            .AddReferences(Packages.Assemblies[1..].Select(assembly => MetadataReference.CreateFromFile(assembly.Location)));
        GeneratorDriver driver = Compilations.CreateDriver((CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation compiled, out _);
        IEnumerable<Diagnostic> complaints = compiled.GetDiagnostics().Concat(driver.GetRunResult().Diagnostics)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);
        string told = string.Join('\n', complaints.Select(complaint => $"{MemberOf(complaint)}: {complaint}"));
        Assert.True(told.Length == 0, told);

        string MemberOf(Diagnostic diagnostic)
        {
            int place = Array.IndexOf([.. compilation.SyntaxTrees], diagnostic.Location.SourceTree) - 2;
            return place < 0 ? "none" : examples[place].Member;
        }
    }

    [Fact]
    public void EveryTypeThatAUserStartsFromHasAnExample()
    {
        IEnumerable<string> without = Packages.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.Namespace != "StaticNet.Kernels" && IsStartedFrom(type) && !_results.Contains(type.Name))
            .Select(type => type.FullName!)
            .Where(type => !Packages.Examples.Any(example => example.Member[2..] == type || example.Member[2..].StartsWith(type + ".", StringComparison.Ordinal)));
        Assert.Empty(without);
    }

    private static bool IsStartedFrom(Type type)
    {
        bool isStatic = type is { IsAbstract: true, IsSealed: true };
        if (type.IsEnum || type.IsInterface || type.IsAbstract && !isStatic || type.IsAssignableTo(typeof(Delegate)) || type.IsAssignableTo(typeof(Exception)))
            return false;
        return isStatic || type.GetConstructors().Length > 0;
    }

    // Declarations as they are, statements in a method; each example by itself.
    private static string Embed(string code, int number) => code.StartsWith('[')
        ? $"#pragma warning disable CS1591\nnamespace Examples.Example{number};\n{code}"
        : $"namespace Examples.Example{number};\n#pragma warning disable CS0219\ninternal sealed class Example : Given\n{{\n    public void Run()\n    {{\n{code}\n    }}\n}}";
}
