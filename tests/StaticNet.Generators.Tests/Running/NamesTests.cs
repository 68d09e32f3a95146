using System.Reflection;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>No two generated names meet, and none meets one of the user's: what compiles trains, what does not is said where it was written.</summary>
public sealed class NamesTests
{
    [Fact]
    public void ModelsWhoseNamesDifferInCaseAlone() => CompileAndRun(
        """
        namespace A { [Model(4), Dense(3)] public partial class Tiny; [Model(4), Dense(3)] public partial class TINY; [Model(4), Dense(3)] public partial class tINY; }
        namespace a { [Model(4), Dense(3)] public partial class Tiny; }
        public partial class B { [Model(4), Dense(3)] public partial class C; }
        namespace b { [Model(4), Dense(3)] public partial class C; }
        """,
        "A.Tiny", "A.TINY", "A.tINY", "a.Tiny", "B+C", "b.C");

    [Fact]
    public void FilesOfModelsThatClashAreNumbered()
    {
        string[] names = [.. Compilations.GenerateAll("namespace A { [Model(4), Dense(3)] partial class Tiny; [Model(4), Dense(0)] partial class TINY; [Model(4), Dense(3)] partial class Other; }").Keys];
        Assert.Equal(["A.Other.g.cs", "A.TINY.g.cs", "A.Tiny.2.g.cs"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LettersThatNamesOfFilesMayNotHave() => CompileAndRun(
        "namespace Größe.名前 { [Model(4), Dense(3)] public partial class e\u0301t\u203Fe\u0301; [Model(4), Dense(3)] public partial class e\u0301tX; }",
        "Größe.名前.e\u0301t\u203Fe\u0301", "Größe.名前.e\u0301tX");

    [Theory]
    [InlineData("class", "record", "M")]
    [InlineData("namespace", "int", "file")]
    [InlineData("global", "System", "var")]
    [InlineData("StaticNet", "Kernels", "StaticNet")]
    [InlineData("Generated", "StaticNet", "System")]
    [InlineData("System", "Single", "Object")]
    [InlineData("A", "float", "Code")]
    [InlineData("A", "B", "At")]
    [InlineData("A", "B", "Parameters")]
    [InlineData("A", "B", "Info")]
    [InlineData("A", "B", "Parameter")]
    [InlineData("A", "B", "TrainableModel")]
    [InlineData("A", "B", "Model")]
    [InlineData("A", "B", "DenseKernels")]
    [InlineData("A", "B", "partial")]
    [InlineData("A", "B", "Fit")]
    public void NamespacesAndClassesOfAnyName(string outer, string inner, string name) => CompileAndRun(
        $$"""
        #pragma warning disable CS8981
        namespace @{{outer}}.@{{inner}}
        {
            [global::StaticNet.Model(4), global::StaticNet.Dense(3)]
            [global::StaticNet.Loss(global::StaticNet.Loss.MeanSquaredError)]
            public partial class @{{name}};
        }
        """,
        $"{outer}.{inner}.{name}");

    [Theory]
    [InlineData("System")]
    [InlineData("Kernels")]
    [InlineData("Object")]
    [InlineData("Single")]
    [InlineData("Loss")]
    public void ClassesOfTheGlobalNamespace(string name) => CompileAndRun(
        $"[global::StaticNet.Model(4), global::StaticNet.Dense(3), global::StaticNet.Loss(global::StaticNet.Loss.MeanSquaredError)] public partial class {name};", name);

    // What hides our namespace hides our attributes too.
    [Theory]
    [InlineData("[Model(4), Dense(3)] public partial class StaticNet;")]
    [InlineData("[global::StaticNet.Model(4), global::StaticNet.Dense(3)] public partial class StaticNet;")]
    public void AClassInPlaceOfOurNamespaceIsTheCompilersToTell(string source)
    {
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.CreateBare("using StaticNet;\n" + source));
        Assert.Empty(result.Diagnostics);
        Diagnostic[] errors = [.. generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("File0.cs", error.Location.SourceTree!.FilePath));
    }

    [Theory]
    [InlineData("LSTM(8, Dropout = 0.1f, ReturnSequences = true)", "LSTM(8, Dropout = 0.1f, Name = \"lstm_dropout\")")]
    [InlineData("Bidirectional(Name = \"a\"), LSTM(8, RecurrentDropout = 0.1f, ReturnSequences = true)", "LSTM(8, Name = \"a_from_start\", GoBackwards = true)")]
    [InlineData("Bidirectional(Name = \"a\"), LSTM(8, ReturnSequences = true)", "LSTM(8, Name = \"a_gradient_from_start\", Dropout = 0.2f)")]
    [InlineData("SeparableConv1D(8, 3, GELU, Name = \"a\")", "SeparableConv1D(8, 3, Name = \"a_depthwise\")")]
    [InlineData("DepthwiseConv1D(3, DepthMultiplier = 3, Name = \"a\")", "DepthwiseConv1D(3, Name = \"a_repeat\")")]
    [InlineData("Conv1D(8, 3, GELU, Name = \"a\")", "Conv1D(8, 3, GELU, Name = \"a_activation\")")]
    [InlineData("BatchNormalization(Name = \"inference\")", "Conv1D(8, 3, UseBias = false), BatchNormalization(Name = \"forward\")")]
    [InlineData("Dense(8, GELU, Name = \"forward_x\")", "Dense(8, GELU, Name = \"x_shape\")")]
    [InlineData("Dense(8, GELU, Name = \"x\")", "Dense(8, Name = \"x_output\"), Dense(8, Name = \"x_output_gradient\")")]
    public void LayersCalledLikePartsOfOthers(string one, string other) => CompileAndRun(
        $$"""
        [Model(12, 4)]
        [{{one}}]
        [{{other}}]
        [Flatten, Dense(3, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class M;

        [Model(12, 4)]
        [{{one}}]
        [{{other}}]
        [Flatten, Dense(3, Softmax)]
        public partial class Inference;
        """,
        "M", "Inference");

    [Fact]
    public void ATableAveragedBesideALayerOfItsName() => CompileAndRun(
        """
        [Model(6)]
        [Embedding(9, 8, Name = "a"), GlobalAveragePooling1D, Dense(4, Name = "a_average")]
        [Dense(1, Sigmoid, Name = "touch")]
        [Loss(Loss.BinaryCrossentropy)]
        public partial class M;
        """,
        []);

    [Fact]
    public void LayersCalledLikeWhatGeneratedCodeUses()
    {
        string[] names =
        [
            "inference", "parameters", "inputs", "outputs", "targets", "rows", "step", "first", "phase", "prepared", "workspace", "derived", "losses",
            "unused", "part", "parts", "head", "x", "y", "dz", "dx", "at", "info", "head_row", "object", "system", "static_net", "float", "class",
            "infer", "measure", "prepare", "derive", "propagate", "combine", "update", "forward", "touch", "prepare_inference", "propagate0",
            "dense_kernels", "i_dense_shape", "kernels", "loss", "initializer", "model_info", "global", "parameter", "m", "MCode", "Equals",
            "values", "val", "work", "columns", "scratch", "statistics", "count", "weights", "numbers",
        ];
        string layers = string.Concat(names.Select((name, i) => $"[{(i % 3 == 2 ? "BatchNormalization(" : i % 3 == 1 ? "Dense(4, GELU, " : "Dense(4, ReLU, ")}Name = \"{name}\")]\n"));
        CompileAndRun($"[Model(4)]\n{layers}[Loss(Loss.MeanSquaredError)]\npublic partial class M;", "M");
    }

    [Theory]
    [InlineData("[Model(12, 4)] [Bidirectional(Name = \"text\"), LSTM(4)] [Dense(4, {|SNET009:Name = \"text_forward\"|})]", "text_forward", "TextForwardKernel", 1)]
    [InlineData("[Model(12, 4)] [SeparableConv1D(4, 3, Name = \"block\")] [Dense(4, {|SNET009:Name = \"block_pointwise\"|})]", "block_pointwise", "BlockPointwiseKernel", 1)]
    [InlineData("[Model(12, 4)] [Dense(4)] [Dense(4, Name = \"lstm_recurrent\")] [{|SNET009:LSTM(4)|}]", "lstm", "LstmRecurrentKernel", 2)]
    public void LayersThatGiveOneProperty(string attributes, string name, string property, int owner) => Expect.Diagnostics(
        $"{attributes} public partial class M;",
        $"The name '{name}' gives '{property}', which already belongs to layer {owner}: give one of them another Name");

    // What gives the output of a layer would be called like another member: of every model, of a parameter, of another layer's output.
    [Fact]
    public void LayersWhoseOutputsAreCalledLikeOtherMembers() => CompileAndRun(
        """
        [Model(4)]
        [Dense(4, Name = "input")]
        [Dense(4, Name = "predict")]
        [Dense(4, Name = "kernel")]
        [Dense(4, Name = "size")]
        [Dense(4, Name = "classes")]
        [Dense(4, Name = "predict_classes")]
        [Dense(3, Softmax, Name = "output")]
        public partial class M
        {
            public static float[][] All(M m, float[] x) =>
            [
                m.PredictInput(x), m.PredictPredict(x), m.Predict_Kernel(x), m.Predict_Size(x), m.Predict_Classes(x), m.PredictPredictClasses(x), m.PredictOutput(x),
            ];

            public static int[] Sizes => [Input_Size, PredictSize, KernelSize, SizeSize, ClassesSize, PredictClassesSize, Output_Size, InputSize, OutputSize];
        }
        """,
        "M");

    [Theory]
    [InlineData("public partial class M { public int {|SNET017:PredictFirst|} => 3; }", "PredictFirst", "a member of the class", "that member or the layer")]
    [InlineData("public partial class M { public const int {|SNET017:FirstSize|} = 3; }", "FirstSize", "a member of the class", "that member or the layer")]
    [InlineData("public partial class {|SNET017:PredictFirst|};", "PredictFirst", "the class", "the class or the layer")]
    public void MembersAndClassesCalledLikeThoseOfALayersOutput(string declaration, string name, string what, string remedy) => Expect.Diagnostics(
        $"[Model(4)] [Dense(3, Name = \"first\")] [Dense(3)] {declaration}",
        $"'{name}' is the name of {what}, but the generated code of '{(declaration.Contains(" M ", StringComparison.Ordinal) ? "M" : name)}' has a member of that name: rename {remedy}");

    [Fact]
    public void InheritedMembersThatAnOutputsCouldHideAreKnown()
    {
        IEnumerable<string> inherited = new[] { typeof(Model), typeof(Model<>), typeof(TrainableModel<,>) }
            .SelectMany(type => type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(member => member is not MethodBase { IsFamily: false, IsPublic: false, IsFamilyOrAssembly: false } and not FieldInfo)
            .Select(member => member.Name)
            .Where(name => name != "Predict" && (name.StartsWith("Predict", StringComparison.Ordinal) || name.EndsWith("Size", StringComparison.Ordinal)));
        Assert.Equal(inherited.Except(["TargetSize"]).Distinct().Order(), OutputMembers.Inherited.Order());
    }

    [Theory]
    [InlineData("public new int Parameters => 3;")]
    [InlineData("public new sealed class Parameters { }")]
    [InlineData("public new int Info => 3; public new string Seed = \"\"; public new void Threads() { } internal new sealed class Predict { }")]
    [InlineData("public void Fit() { } public float Predict(string text) => text.Length; public static void Evaluate() { } public new int Summary => 3; public int TrainOnBatch(int width) => width;")]
    [InlineData("public int Model => 1; public int Object => 1; public int System => 1; public int Single => 1; public int Code => 1; public int MCode => 1;")]
    public void MembersLikeInheritedOnes(string members) => CompileAndRun(WithMembers(members), "M");

    [Theory]
    [InlineData("public M() { }")]
    [InlineData("public M() : this(5) { }")]
    [InlineData("public M(int seed) { }")]
    [InlineData("public M(int seed) : base(seed: seed) { }")]
    [InlineData("public M(int units = 3, string name = \"\") : this(units) => Name = name; public string Name { get; } = \"\";")]
    [InlineData("public M(string path) => Path = path; public string Path { get; } = \"\";")]
    [InlineData("static M() { } public M(float rate) { } public M(in int seed) : this((float)seed) { } ~M() { }")]
    public void ConstructorsOfTheUsers(string constructors) => CompileAndRun(WithMembers(constructors), "M");

    [Fact]
    public void AConstructorThatPassesOnASeedDrawsTheSameWeights()
    {
        using CompiledModels models = CompiledModels.Compile(
            WithMembers("public M(int seed) : base(seed: seed) { }"), WithMembers("public string Path { get; } = \"\";").Replace("class M", "class N", StringComparison.Ordinal));
        Assert.Equal(Exercise.Weights(models.Create("N")), Exercise.Weights(models.Create("M")));
        Assert.Equal(42, models.Create("M").Seed);
    }

    private static string WithMembers(string members) => $$"""
        #pragma warning disable CS1591
        [Model(4)]
        [Dense(3)]
        [Loss(Loss.MeanSquaredError)]
        public partial class M { {{members}} }
        """;

    private static void CompileAndRun(string source, params string[] types)
    {
        using CompiledModels models = CompiledModels.Compile("#pragma warning disable CS1591\n" + source);
        foreach (string type in types)
            Exercise.One(models.Create(type));
    }
}
