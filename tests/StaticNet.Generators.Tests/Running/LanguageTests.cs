using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>Generated code compiles in every language from the lowest on, and calls of models mean the same in all of them.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData(Compilations.LowestLanguage)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void EveryLanguageFromTheLowest(LanguageVersion language)
    {
        using CompiledModels models = CompiledModels.Compile(InLanguage(language));
        Exercise.All(models.CreateAll());
    }

    [Theory]
    [InlineData(Compilations.LowestLanguage)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void CallsMeanTheSameInEveryLanguage(LanguageVersion language)
    {
        using CompiledModels models = CompiledModels.Compile(Compilations.CreateBare(
            language,
            Compilations.Usings,
            """
            using System.Collections.Generic;

            /// <summary>A model.</summary>
            [Model(2), Dense(3, ReLU, Name = "features"), Dense(2, Softmax), Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class M
            {
                private enum Kind { A, B }

                /// <summary>The types that data sets have, and what was called.</summary>
                public static object[] Call()
                {
                    var model = new M();
                    double[][] doubles = { new double[] { 1, 2 }, new double[] { 3, 4 } };
                    byte[,] bytes = { { 1, 2 }, { 3, 4 } };
                    var options = new FitOptions { Progress = ProgressDisplay.Silent };
                    model.Fit(doubles, new[] { 0, 1 }, options);
                    model.Fit(doubles, new byte[] { 0, 1 }, options);
                    model.Fit(new List<(float[], int)> { (new float[2], 1) }, options);
                    _ = model.PredictFeatures(new float[2]);
                    model.PredictFeatures(new float[2], new float[3]);
                    _ = model.Predict(new float[2]);
                    return new object[]
                    {
                        Dataset.From(doubles, new[] { 0, 1 }), Dataset.From(doubles, new byte[] { 0, 1 }), Dataset.From(doubles, new[] { "a", "b" }),
                        Dataset.From(doubles, new[] { Kind.A, Kind.B }), Dataset.From(bytes, new[] { true, false }), Dataset.From(new double[4], new List<int> { 1, 2 }),
                        Dataset.From(doubles, new double[] { 0, 1 }), Dataset.From(bytes, new float[] { 0, 1 }), Dataset.From(new int[2, 2], new byte[] { 0, 1 }),
                        model.PredictFeatures(doubles), model.PredictFeatures(bytes), model.Predict(doubles),
                    };
                }
            }
            """));
        var results = (object[])models.Assembly.GetType("M")!.GetMethod("Call")!.Invoke(null, null)!;
        Assert.All(results[..6], data => Assert.IsType<Dataset<float, int>>(data));
        Assert.All(results[6..8], data => Assert.IsType<Dataset<float, float>>(data));
        Assert.IsType<Dataset<int, int>>(results[8]);
        Assert.All(results[9..], data => Assert.IsType<float[,]>(data));
    }

    [Fact]
    public void TheLowestLanguageIsNotLower()
    {
        string[] files = [.. CompiledModels.Generate(InLanguage(Compilations.LowestLanguage)).SyntaxTrees.Select(tree => tree.ToString())];
        CSharpCompilation older = Compilations.CreateBare(Compilations.LowestLanguage - 100, files);
        Assert.Contains(older.GetDiagnostics(), diagnostic => diagnostic.GetMessage(null).Contains("collection expressions", StringComparison.Ordinal));
    }

    private static CSharpCompilation InLanguage(LanguageVersion language)
    {
        const string Source = """
            using StaticNet;

            /// <summary>A model.</summary>
            [Model(4), Dense(3, Activation.GELU), Dropout(0.5f), Dense(2, Activation.Softmax), Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class M
            {
            }
            """;
        CSharpParseOptions options = Compilations.ParseOptions.WithLanguageVersion(language);
        return Compilations.CreateBare().AddSyntaxTrees(CSharpSyntaxTree.ParseText(Source, options, "M.cs"));
    }
}
