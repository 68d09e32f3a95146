using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>A model in error keeps its shape: code that uses it adds no errors of its own.</summary>
public sealed partial class CascadeTests
{
    // Nothing can be added to a class that is not partial or not a plain one, and nothing is known of one that is no model.
    private static readonly string[] _withoutSkeleton = ["SNET001", "SNET002", "SNET003", "SNET032"];

    public static TheoryData<string> Ids => [.. Rules.ById.Keys.Except([.. _withoutSkeleton, "SNET029", "SNET030"]).Order(StringComparer.Ordinal)];

    private const string Block = "[Block] [Dense(Units)] [Dense(Units, Name = \"body\")] public partial class B { const int Units = 3; }";

    [Theory]
    [MemberData(nameof(Ids))]
    public void NothingFollowsFromADocumentedMistake(string id)
    {
        string example = Example().Match(ProjectFiles.Read($"docs/diagnostics/{id}.md")).Groups["code"].Value;
        string uses = string.Concat(Class().Matches(example).Select(match => match.Groups["name"].Value).Distinct().Select(model => UsesOf(model, example)));
        Assert.NotEmpty(uses);
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create(example, uses));
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Id == id);
        Assert.Empty(Errors(generated));
    }

    [Theory]
    [InlineData("[Model(8)] [{|SNET007:Dense(0)|}] [Dense(3)]", "DenseKernel DenseBias Dense1Kernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3, Name = \"head\")] [{|SNET007:Dropout(-1f)|}] [Dense(3)]", "HeadKernel Dense1Bias")]
    [InlineData("[{|SNET006:Model|}] [Conv2D(8, 3)] [Flatten] [Dense(3)]", "Conv2dKernel DenseBias")]
    [InlineData("[Model(784)] [{|SNET011:Conv2D(8, 3)|}] [MaxPooling2D] [Conv2D(8, 3, Groups = 4)] [Flatten] [Dense(3)]", "Conv2dKernel Conv2d1Bias DenseKernel")]
    [InlineData("[Model(4, 4, 1)] [{|SNET018:Conv2D(8, 5)|}] [BatchNormalization] [Conv2D(8, 5)] [Flatten] [Dense(3)]", "Conv2dKernel BatchNormalizationMovingMean Conv2d1Kernel DenseKernel")]
    [InlineData("[Model(30, 4)] [{|SNET025:Bidirectional|}] [Dense(3)] [LSTM(8)] [Dense(3)]", "DenseKernel LstmRecurrentKernel Dense1Bias")]
    [InlineData("[Model(30)] [Dense(8)] [{|SNET027:Embedding(100, 8)|}] [LSTM(8)] [Dense(3)]", "DenseKernel EmbeddingEmbeddings LstmBias Dense1Kernel")]
    [InlineData("[Model(30, 4)] [{|SNET007:GRU(0)|}] [RepeatVector(4)] [Bidirectional, LSTM(8)] [Dense(3)]", "GruKernel BidirectionalForwardKernel BidirectionalBackwardBias DenseKernel")]
    [InlineData("[Model(8)] [{|SNET015:Dense(600_000_000)|}] [Dense(3)]", "DenseKernel Dense1Kernel")]
    [InlineData("[Model(8)] [Dense(3)] [Dense(3, {|SNET010:Name = \"3rd\"|})] [Dense(3)]", "DenseKernel Dense2Kernel")]
    [InlineData("[Model(8)] [Dense(3, Name = \"a\")] [Dense(3, {|SNET009:Name = \"A\"|})] [Dense(3)]", "AKernel Dense2Kernel")]
    [InlineData("[Model(8)] [Dense(3, Name = \"a\")] [Dense(4)] [Add({|SNET036:\"a\"|})] [Dense(3)]", "AKernel Dense1Bias Dense2Kernel")]
    [InlineData("[Model(28, 28, 1)] [GlobalAveragePooling2D] [{|SNET007:Dense(0)|}] [Conv2D(8, 3, From = \"input\")] [Flatten] [Concatenate(\"dense\")] [Dense(3)]", "Conv2dKernel DenseKernel Dense1Kernel")]
    [InlineData("[Model(8)] [Dense(3)] [Add({|SNET033:\"missing\"|})] [Dense(3, From = \"nowhere\")]", "DenseKernel Dense1Kernel")]
    [InlineData("[Model(8)] [Use<B>(Times = 2)] [{|SNET007:Dense(0)|}]", "BDenseKernel BBodyBias B1BodyKernel DenseKernel")]
    [InlineData("[Model(8)] [Dense(3)] [Use<B>(\"Units\", 5, {|SNET033:From = \"missing\"|}, Name = \"part\")] [Dense(3)]", "DenseKernel PartBodyBias Dense1Kernel")]
    [InlineData("[Model(8)] [Use<B>({|SNET041:\"Unit\"|}, 5)] [Dense(3)]", "DenseKernel")]
    public void TheParametersOfLayersBesideAMistakeStay(string attributes, string properties)
    {
        var source = new MarkedSource($"{attributes}\npublic partial class M;");
        string uses = $"public static class Uses {{ public static void Use() {{ var m = new M(seed: 1); {string.Concat(properties.Split(' ').Select(property => $"_ = m.{property}.Values;"))} }} }}";
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create(source.Text, uses, UsesOf("M", ""), Block));
        Assert.Contains(source.Marks[0].Id, result.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(Errors(generated));
    }

    [Theory]
    [InlineData("int", "[Model(8)] [Embedding(30, 8)] [{|SNET007:Dense(0)|}] [MultiHeadAttention(2, 4, Causal = true)] [Dense(30)]")]
    [InlineData("int", "[Model(8)] [Embedding(30, 8)] [{|SNET007:MultiHeadAttention(0, 4, Causal = true)|}] [Dense(30)]")]
    [InlineData("float", "[Model(8, 3)] [{|SNET007:GRU(0, ReturnSequences = true)|}] [Dense(3)]")]
    public void WhatPredictsStepByStepStays(string type, string attributes)
    {
        var source = new MarkedSource($"{attributes}\npublic partial class M;");
        string uses = $"public static class Uses {{ public static void Use() {{ StaticNet.Decoder<{type}> decoder = new M(seed: 1).StartDecoding(); decoder.Reset(); }} }}";
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create(source.Text, uses));
        Assert.Contains(source.Marks[0].Id, result.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(Errors(generated));
    }

    [Theory]
    [InlineData("[Input(\"words\", 6)] [Input(\"tags\", 3)] [Embedding(0, 4, From = \"words\"), LSTM(0, Name = \"read\")] [Concatenate(\"tags\")] [Dense(1, Name = \"one\"), Output(Loss.Huber)] [Dense(0, Name = \"two\"), Output(Loss.Huber)]")]
    [InlineData("[Input(\"words\")] [Input(\"tags\", 0)] [Embedding(8, 4, From = \"words\"), LSTM(4, Name = \"read\")] [Concatenate(\"tags\")] [Dense(1, Name = \"one\"), Output(Loss.Huber)] [Dense(2, Name = \"two\"), Output((Loss)99)]")]
    [InlineData("[Input(\"words\", 6)] [Input(\"tags\", 3)] [Embedding(8, 4, Name = \"table\", From = \"words\")] [Share(\"table\", From = \"words\", Name = \"read\"), Flatten] [Concatenate(\"tags\")] [Dense(1, Name = \"one\"), Output(Loss.Huber)] [Dense(0, Name = \"two\"), Output(Loss.Huber)]")]
    [InlineData("[Input(\"words\", 6, Tokens = 5)] [Input(\"tags\", 3)] [LSTM(4, Name = \"read\")] [Dense(1, Name = \"one\"), Output(Loss.Huber)] [Dense(2, Name = \"two\"), Output]")]
    [InlineData("[Input(\"words\", 6, Tokens = 5)] [Input(\"tags\", 3)] [Dense(4, Name = \"read\")] [Dense(Relu, Name = \"one\"), Output(Loss.Huber)] [Dense(2, Name = \"two\"), Output(Loss.Huber, Weight = -1)]")]
    public void TheParametersOfInputsAndOutputsBesideAMistakeStay(string attributes)
    {
        const string Uses = """
            public static class Uses
            {
                public static void Use(int[] words, float[,] tags, float[] room, string[] names)
                {
                    M m = new(seed: 2);
                    (float[,] one, float[,] two) = m.Predict(words, tags);
                    m.Predict(words, room, room, room);
                    m.PredictRead(words, room, room);
                    _ = m.PredictRead(words, tags).Length + M.ReadSize;
                    Dataset<Mixed, Mixed> data = M.Data(words, tags, room, names);
                    History history = m.Fit(words, tags, room, names, new FitOptions(), validation: data);
                    _ = m.Evaluate(words, tags, one, two).Metrics["one_loss"];
                    TrainableModel<Mixed, Mixed> model = m;
                }
            }
            """;
        (GeneratorRunResult _, Compilation generated) = Expect.RunAndCompile(Compilations.Create($"[Model]\n{attributes}\npublic partial class M;", Uses));
        Assert.DoesNotContain(generated.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath != "File1.cs");
    }

    [Theory]
    [InlineData("[Model(8)] [Dense(0, Name = \"first\")] [Dense(3, Name = \"classes\")]", "PredictFirst Predict_Classes", "float")]
    [InlineData("[Model(8)] [Dense(3, Name = \"a\")] [Dense(3, Name = \"A\")] [Dense(3, Name = \"_\")]", "PredictA", "float")]
    [InlineData("[Model(8)] [Embedding(0, 4, Name = \"words\")] [Bidirectional(Name = \"both\"), GRU(4)] [Dense(3)]", "PredictWords PredictBoth", "int")]
    [InlineData("[Model(8)] [Dense(3, Relu, Name = \"first\")] [Dense(3)]", "PredictFirst", "float")]
    [InlineData("[Model(8)] [Dense(3)] [Add(\"missing\", Name = \"sum\")] [Subtract(Name = \"difference\")] [Dense(3)]", "PredictSum PredictDifference", "float")]
    [InlineData("[Model(8)] [Dense(3)] [Subtract(\"input\", \"dense\", Name = \"difference\")] [Dense(3)]", "PredictDifference", "float")]
    [InlineData("[Model(8)] [Dense(3)] [Concatenate(\"input\", Axis = 5, Name = \"both\")] [Dense(3)]", "PredictBoth", "float")]
    [InlineData("[Model(8)] [Dense(0)] [Concatenate(\"input\", Axis = 1, Name = \"both\")] [Reshape(3, 3, Name = \"image\")] [Dense(3)]", "PredictBoth PredictImage", "float")]
    [InlineData("[Model(2, 2, 2)] [GlobalAveragePooling2D] [Dense(0)] [Reshape(8, From = \"input\", Name = \"row\")] [Dense(3)]", "PredictRow", "float")]
    [InlineData("[Model(8)] [Dense(0)] [Use<B>(Name = \"part\")] [Dense(3)]", "PredictPart", "float")]
    [InlineData("[Model(8)] [Use<B>(Name = \"part\", Times = 3)] [Dense(0)]", "PredictPart", "float")]
    [InlineData("[Model(8)] [Dense(8, Name = \"read\")] [Share(\"read\", Name = \"again\")] [Dense(0)]", "PredictRead PredictAgain", "float")]
    [InlineData("[Model(8)] [Dense(8)] [Share(\"dens\", Name = \"again\")] [Share(\"again\", Name = \"more\")] [Dense(3)]", "PredictAgain PredictMore", "float")]
    [InlineData("[Model(8)] [Use<B>(Name = \"part\")] [Share(\"part\", From = \"input\", Name = \"again\")] [Share(\"again\", Name = \"more\")] [Dense(0)]", "PredictPart PredictAgain PredictMore", "float")]
    [InlineData("[Model(8)] [Bidirectional(Name = \"both\"), GRU(4)] [Share(\"both\", Name = \"again\")] [Dense(0)]", "PredictBoth PredictAgain", "float")]
    [InlineData("[Model(8)] [Embedding(9, 4, Name = \"words\")] [Share(\"words\", From = \"input\", Name = \"again\")] [Dense(0)]", "PredictWords PredictAgain", "int")]
    public void TheOutputsOfNamedLayersBesideAMistakeStay(string attributes, string methods, string input)
    {
        string calls = string.Concat(methods.Split(' ').Select(method => $"m.{method}(new {input}[8], new float[3]); _ = m.{method}(new {input}[8]).Length + M.{method["Predict".Length..].Trim('_')}Size;"));
        (GeneratorRunResult _, Compilation generated) = Expect.RunAndCompile(Compilations.Create(
            $"{attributes}\npublic partial class M;", $"public static class Uses {{ public static void Use() {{ var m = new M(seed: 1); {calls} }} }}", Block));
        Assert.DoesNotContain(generated.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath != "File1.cs");
    }

    [Theory]
    [InlineData("[Model(8)] [Dense(3, Relu)] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3, Relu, Name = \"first\")] [Dense(3)]", "FirstKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dens(3)] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Desne(3)] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3,)] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3, Name = )] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3) Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8, 8, 1)] [Croping2D(1)] [Cropping2D(1, 2, 3)] [Flatten] [Dense(3)]", "DenseKernel")]
    [InlineData("[Model(8)] [Dense(3, (Activation)Missing)] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Dense(", "DenseKernel")]
    [InlineData("[Model(8)] [Dense(3)] [Dense", "DenseKernel")]
    [InlineData("[Model(8)] [Dense(3)] [", "DenseKernel")]
    [InlineData("[Model(Missing)] [Dense(3)]", "DenseKernel")]
    [InlineData("[Model(28, 28, )] [Conv2D(3, 3)] [Flatten] [Dense(3)]", "Conv2dKernel DenseBias")]
    [InlineData("[Model(28, 28, 1)] [Conv2D(8)] [Flatten] [Dense(3)]", "Conv2dKernel Conv2dBias DenseBias")]
    [InlineData("[Model(28, 28, 1)] [Conv2D(8, 3, Padding = Same)] [Flatten] [Dense(3)]", "Conv2dKernel DenseBias")]
    [InlineData("[Model(28, 28, 1)] [Activation] [Flatten] [Dense(3)]", "DenseBias")]
    [InlineData("[Model(30, 4)] [Bidirectional, LSTM] [Dense(3)]", "BidirectionalForwardKernel DenseBias")]
    [InlineData("[Model(30, 4)] [LSTM(8, Relu)] [Dense(3)]", "LstmKernel DenseBias")]
    [InlineData("[Model(8)] [Dense(3)] [Loss(Loss.Mse)]", "DenseKernel")]
    [InlineData("[Model(8)] [Dense(3)] [Loss]", "DenseKernel")]
    [InlineData("[Model(8)] [Dense(3)] [Los(Loss.MeanSquaredError)]", "DenseKernel")]
    [InlineData("[Model(8)] [Dense(3)] [Add(3)] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Add(missing)] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Ad(\"dense\")] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Merge(\"dense\")] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Layer(From = \"dense\")] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Concatenate(\"input\", Axis = )] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3, From = )] [Dense(3, From = 3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3, From = \"input\", From = \"input\")] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Add(with: )] [Dense(3)]", "DenseKernel Dense1Bias")]
    [InlineData("[Model(8)] [Dense(3)] [Add(With = [\"dense\"])] [Dense(3)]", "DenseKernel Dense1Bias")]
    public void AHalfTypedAttributeIsTheOnlyError(string attributes, string properties)
    {
        string loss = attributes.Contains("Los", StringComparison.Ordinal) ? "Loss" : "";
        string uses = $"public static class Uses {{ public static void Use() {{ var m = new M(seed: 1); {string.Concat(properties.Split(' ').Select(property => $"_ = m.{property}.Values;"))} }} }}";
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(
            Compilations.Create($"{attributes}\npublic partial class M;", uses, UsesOf("M", loss)));
        Assert.Empty(result.Diagnostics);
        Diagnostic[] errors = [.. Errors(generated)];
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("File1.cs", error.Location.SourceTree!.FilePath));
    }

    // From [Model on, without which there is no model; what is typed comes before a class that is there already.
    [Theory]
    [InlineData("[Model(28, 28, 1)] [Conv2D(32, 3, ReLU, Padding = Padding.Same)] [MaxPooling2D(2)] [Flatten, Dense(10, Softmax, Name = \"head\")]")]
    [InlineData("[Model(30, 4)] [Bidirectional(MergeMode.Sum), LSTM(8, Dropout = 0.1f)] [Cropping1D(1)]")]
    [InlineData("[Model(8)] [Use<B>(\"Units\", 4, Times = 2, Name = \"a\")] [Dense(4)]")]
    [InlineData("[Model(8)] [Dense(8, Name = \"a\")] [Dense(8, From = \"input\")] [Add(\"a\", \"input\")] [Concatenate(\"a\", Axis = -1, Name = \"b\")]")]
    public void AtNoKeystrokeDoesCodeThatUsesIt(string attributes)
    {
        const string Uses = "public static class Uses { public static float[] Use() => new M(seed: 1) { Threads = 1 }.Predict(new float[M.InputSize]); }";
        var wrong = new List<string>();
        for (int typed = "[Model".Length; typed <= attributes.Length; typed++)
        {
            string source = attributes[..typed];
            (_, Compilation generated) = Expect.RunAndCompile(Compilations.Create($"{source}\npublic partial class M;", Uses, Block));
            wrong.AddRange(Errors(generated).Where(error => error.Location.SourceTree!.FilePath != "File1.cs").Select(error => $"{source}: {error}"));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("[Model(8)] [Dense(0)]", typeof(Model<float>))]
    [InlineData("[Model(8)] [Embedding(0, 8)]", typeof(Model<int>))]
    [InlineData("[Model(8)] [Dense(0)] [Loss(Loss.MeanSquaredError)]", typeof(TrainableModel<float, float>))]
    [InlineData("[Model(8)] [Dense(0)] [Loss(Loss.SparseCategoricalCrossentropy)]", typeof(TrainableModel<float, int>))]
    [InlineData("[Model(8)] [Embedding(9, 8)] [Flatten] [Dense(0)] [Loss(Loss.SparseCategoricalCrossentropy)]", typeof(TrainableModel<int, int>))]
    [InlineData("[Model(8)] [Embedding(9, 8)] [Flatten] [Dense(3)] [Loss(Loss.BinaryCrossentropy)]", typeof(TrainableModel<int, float>))]
    public void ItsBaseIsTheOneThatItWillHaveAndItSaysWhyItDoesNotRun(string attributes, Type expected)
    {
        using CompiledModels models = CompiledModels.CompileInError(
            attributes.Contains("Dense(3)", StringComparison.Ordinal)
                ? $"{attributes} public partial class M {{ internal int InputSize => 3; }}"
                : $"{attributes} public partial class M;");
        Type type = models.Assembly.GetType("M")!;
        Assert.Equal(expected, type.BaseType);
        var thrown = Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(type, [42])).InnerException);
        Assert.Equal("'M' has no generated code, since its declaration has errors: mend them and build again.", thrown.Message);
    }

    [Fact]
    public void MembersOfTheUsersStandInPlaceOfGeneratedOnes()
    {
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create(
            """
            [Model(8)] [Dense(3)]
            public partial class M
            {
                public M(int units) => Units = units;
                public int Units { get; }
                public int DenseKernel => 3;
                public static string InputSize() => "";
                private sealed class Update;
            }
            """));
        Assert.Equal(["DenseKernel", "InputSize", "Update"], result.Diagnostics.Select(diagnostic => diagnostic.GetMessage(null).Split('\'')[1]).Order());
        Assert.Empty(Errors(generated));
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation)
        => compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // What every model and, with a loss, every trainable one offers.
    private static string UsesOf(string model, string declaration)
    {
        string input = TokensFirst().IsMatch(declaration) ? "int" : "float";
        string target = declaration.Contains("Sparse", StringComparison.Ordinal) ? "int" : "float";
        string trains = !declaration.Contains("Loss", StringComparison.Ordinal) ? ""
            : $"TrainableModel<{input}, {target}> trainable = m; m.Fit(data); m.Evaluate(data); m.TrainOnBatch(inputs, targets, new Adam());";
        string predicts = "_ = m.Predict(inputs).Length + m.PredictClasses(inputs).Length";
        if (Output().Count(declaration) > 1)
        {
            target = "Mixed";
            predicts = "(float[,] one, float[,] two) = m.Predict(inputs); m.Predict(inputs, _room, _room); _ = m.Predict((System.ReadOnlySpan<float>)inputs).Length";
            trains = $"m.Fit(inputs, _room, _room, new FitOptions()); m.Fit({model}.Data(inputs, _room, new int[3])); _ = m.Evaluate(inputs, _room, _room).Metrics[\"loss\"];";
        }

        return $$"""
            public static class UsesOf{{model}}
            {
                private static readonly float[] _room = new float[{{model}}.InputSize + {{model}}.OutputSize + {{model}}.ParameterCount];

                public static void Use({{input}}[] inputs, {{target}}[] targets, Dataset<{{input}}, {{target}}> data)
                {
                    var m = new {{model}}(seed: 3) { Threads = 1 };
                    Model<{{input}}> model = new {{model}}();
                    m.Predict(inputs, _room);
                    {{predicts}} + m.Parameters.Count + m.Info.InputSize + m.Summary().Length;
                    {{trains}}
                }
            }
            """;
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\bOutput[(\]]")]
    private static partial Regex Output();

    [GeneratedRegex(@"\[Model\([^]]*\]\s*\[Embedding")]
    private static partial Regex TokensFirst();

    [GeneratedRegex(@"\[Model[^;{]*?partial class (?<name>\w+)")]
    private static partial Regex Class();
}
