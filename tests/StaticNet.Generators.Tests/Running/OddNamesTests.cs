using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>
/// Random odd names for namespaces, classes, members and layers: each model compiles and trains, or the generator says at the user's own word what
/// is wrong; a generated file never has an error.
/// </summary>
public sealed class OddNamesTests
{
    private const int Models = 40;

    // Words that generated code, its layers' parts and the language use, to be joined at random.
    private static readonly string[] _words =
    [
        "forward", "backward", "update", "infer", "prepare", "shape", "rows", "output", "gradient", "sums", "from_start", "from_end", "dropout", "gates",
        "states", "kernel", "bias", "recurrent", "pointwise", "depthwise", "activation", "average", "mask", "repeat", "dense", "lstm", "text", "a", "A",
        "inputs", "parameters", "step", "head", "row", "at", "info", "object", "class", "float", "x1", "1", "__", "code", "input", "size", "train",
        "record", "file", "static_net", "system", "model", "base", "value", "inference", "measure",
    ];

    // ~ stands for where they are.
    private static readonly string[] _layers =
    [
        "~Dense(4{0})", "~Dense(4, ~Activation.GELU{0})", "~Dense(4, ~Activation.Softmax{0})", "~Conv1D(4, 3, ~Activation.ReLU, Padding = ~Padding.Same{0})", "~BatchNormalization({1})",
        "~LayerNormalization({1})", "~LSTM(4, Dropout = 0.1f, ReturnSequences = true{0})", "~GRU(4, RecurrentDropout = 0.1f, ReturnSequences = true{0})", "~Masking(0{0})",
        "~Bidirectional({1}), ~LSTM(4, ReturnSequences = true)", "~SeparableConv1D(4, 3, Padding = ~Padding.Same{0})", "~DepthwiseConv1D(3, DepthMultiplier = 2, Padding = ~Padding.Same{0})",
        "~Dropout(0.1f{0})", "~Activation(~Activation.Tanh{0})", "~MaxPooling1D(2, Strides = 1, Padding = ~Padding.Same{0})", "~SpatialDropout1D(0.1f{0})",
    ];

    // The parameters of an input's or output's name stand beside those that generated members have anyway.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void InputsAndOutputsCompileOrAreRefusedByAWord(int seed)
    {
        var random = new Random(seed);
        string[] words = [.. _words, "options", "validation", "cancellation_token", "data", "outputs", "targets", "losses", "workspace", "prepared", "Item1", "Rest", "to_string", "predict", "titles", "mixed"];
        string Name() => string.Join("_", Enumerable.Range(0, random.Next(1, 3)).Select(_ => words[random.Next(words.Length)]));
        string source = "using StaticNet;\n#pragma warning disable\n" + string.Concat(Enumerable.Range(0, Models).Select(i =>
        {
            string[] names = [Name(), Name(), Name(), Name()];
            return $"""

                [Model, Input("{names[0]}", 4, Tokens = 9), Input("{names[1]}", 3), Dense(5, Name = "own"), Embedding(9, 2, From = "{names[0]}"), Flatten, Concatenate("own")]
                [Dense(2, Name = "{names[2]}"), Output(Loss.Huber), Dense(3, Activation.Softmax, Name = "{names[3]}"), Output(Loss.SparseCategoricalCrossentropy, Weight = 0.5)]
                public partial class M{i};

                """;
        }));
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.CreateBare(source));

        // Of two inputs of one name a layer takes the second.
        Assert.All(result.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "SNET009", "SNET010", "SNET017", "SNET034", "SNET037" }));
        Diagnostic[] complaints = [.. generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)];
        Assert.True(complaints.Length == 0, $"{string.Join("\n", complaints.Take(10))}\n{source}");
        Assert.InRange(result.GeneratedSources.Count(Compilations.IsSkeleton), 1, Models - 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void CompileOrAreRefusedByAWord(int seed)
    {
        var random = new Random(seed);
        string source = "#pragma warning disable\n" + string.Concat(Enumerable.Range(0, Models).Select(i => Model(random, i)));
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.CreateBare(source));
        Assert.All(result.Diagnostics, diagnostic => Assert.Contains(diagnostic.Id, new[] { "SNET009", "SNET010", "SNET017", "SNET026" }));
        Assert.Equal(Models, result.GeneratedSources.Length);

        // The user's file is free of errors, and so is each that was made from it.
        Diagnostic[] complaints = [.. generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)];
        Assert.True(complaints.Length == 0, $"{string.Join("\n", complaints.Take(10))}\n{source}");
        int refused = result.GeneratedSources.Count(Compilations.IsSkeleton);
        Assert.InRange(refused, 1, Models - 10);
        using CompiledModels models = CompiledModels.Load(generated);
        int trained = 0;
        foreach (Type type in models.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Model)) && !type.IsAbstract))
        {
            if (result.GeneratedSources.Any(file => Compilations.IsSkeleton(file) && file.HintName.StartsWith(type.FullName!.Split('.')[0] + ".", StringComparison.Ordinal)))
                continue;
            Exercise.One((Model)Activator.CreateInstance(type, [seed])!);
            trained++;
        }

        Assert.Equal(Models - refused, trained);
    }

    // Each in a namespace of its own, so that the user's own code is right whatever the names.
    private static string Model(Random random, int number)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"namespace N{number}.@{Identifier(random)}\n{{\n");
        bool isNested = random.Next(3) == 0;
        string outer = Identifier(random), name = Identifier(random);
        while (name == outer)
            name = Identifier(random);
        if (isNested)
            text.Append(CultureInfo.InvariantCulture, $"public partial class @{outer}\n{{\n");
        text.Append("[~Model(6, 4)]\n");
        for (int i = random.Next(2, 6); i > 0; i--)
        {
            string written = random.Next(3) == 0 ? "" : $"Name = \"{Word(random)}\"";
            text.Append('[').AppendFormat(CultureInfo.InvariantCulture, _layers[random.Next(_layers.Length)], written.Length == 0 ? "" : ", " + written, written).Append("]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"[~Flatten]\n[~Dense(3{(random.Next(2) == 0 ? "" : $", Name = \"{Word(random)}\"")})]\n");
        if (random.Next(4) > 0)
            text.Append("[~Loss(~Loss.MeanSquaredError)]\n");
        text.Append(CultureInfo.InvariantCulture, $"public partial class @{name}\n{{\n");
        HashSet<string> members = [name];
        for (int i = random.Next(3); i > 0; i--)
        {
            string member = random.Next(3) == 0 ? Inherited(random) : Identifier(random);
            if (members.Add(member))
                text.Append(CultureInfo.InvariantCulture, $"    public {(random.Next(2) == 0 ? "int @" + member + " => 1;" : "sealed class @" + member + ";")}\n");
        }

        return text.Append(isNested ? "}\n}\n}\n" : "}\n}\n").Replace("~", "global::StaticNet.").ToString();
    }

    private static string Word(Random random)
        => string.Join(random.Next(3) == 0 ? "" : "_", Enumerable.Range(0, random.Next(1, 4)).Select(_ => _words[random.Next(_words.Length)]));

    // As a class or member is called: in words run together, as they are, or in one that is generated or inherited.
    private static string Identifier(Random random)
    {
        string word = Word(random), pascal = Text.Pascal(word);
        string name = random.Next(3) == 0 ? word : pascal.Length == 0 ? word : pascal;
        return char.IsDigit(name[0]) ? "_" + name : name;
    }

    private static string Inherited(Random random)
    {
        string[] names = ["Parameters", "Info", "Seed", "Threads", "Predict", "Fit", "Evaluate", "InputSize", "Infer", "Update", "DenseKernel", "DenseBias", "Summary", "StaticNet", "System"];
        return names[random.Next(names.Length)];
    }
}
