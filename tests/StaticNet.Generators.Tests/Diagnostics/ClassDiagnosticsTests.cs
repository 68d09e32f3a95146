using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticNet.Generators.Tests;

/// <summary>SNET001 to SNET006 and SNET017: what can be wrong with the class and its input.</summary>
public sealed class ClassDiagnosticsTests
{
    private const string PlainClass = ": a model must be a non-generic class that is no record, neither static nor abstract nor file-local, and has neither base class nor primary constructor";

    [Fact]
    public void AModelMustBePartial() => Expect.Diagnostics(
        """
        [Model(4)]
        [Dense(2)]
        public class {|SNET001:Classifier|};
        """,
        "'Classifier' is not partial: write 'partial class Classifier', so that its code can be generated");

    [Fact]
    public void TheTypesAroundItMustBePartial() => Expect.Diagnostics(
        """
        public partial class Outer
        {
            public class Middle
            {
                [Model(4)]
                [Dense(2)]
                public partial class {|SNET002:Inner|};
            }
        }
        """,
        "'Inner' stands in 'Middle', which is not partial: make 'Middle' partial or move 'Inner' out of it");

    [Theory]
    [InlineData("partial record {|SNET003:M|};", "a record")]
    [InlineData("partial record {|SNET003:M|}(int Number);", "a record")]
    [InlineData("static partial class {|SNET003:M|};", "static")]
    [InlineData("abstract partial class {|SNET003:M|};", "abstract")]
    [InlineData("partial class {|SNET003:M|}<T>;", "generic")]
    [InlineData("file partial class {|SNET003:M|};", "local to its file")]
    [InlineData("partial class {|SNET003:M|}(int number) { public int Number => number; }", "declared with a primary constructor")]
    [InlineData("partial class {|SNET003:M|}();", "declared with a primary constructor")]
    [InlineData("partial class {|SNET003:M|} : System.Exception;", "derived from 'Exception'")]
    public void AModelMustBeAPlainClass(string declaration, string what)
        => Expect.Diagnostics($"[Model(4)]\n[Dense(2)]\n{declaration}", $"'M' is {what}{PlainClass}");

    [Fact]
    public void ABaseClassInAnotherPartCounts() => Expect.Diagnostics(
        """
        [Model(4)]
        [Dense(2)]
        public partial class {|SNET003:M|};

        public partial class M : System.IO.StringReader
        {
            public M() : base("") { }
        }
        """,
        $"'M' is derived from 'StringReader'{PlainClass}");

    [Theory]
    [InlineData("string path", "Path => path")]
    [InlineData("int seed", "Path => seed")]
    public void APrimaryConstructorInAnotherPartCounts(string parameter, string member) => Expect.Diagnostics(
        $$"""
        [Model(4)]
        [Dense(2)]
        public partial class {|SNET003:M|};

        public partial class M({{parameter}}) { public object {{member}}; }
        """,
        $"'M' is declared with a primary constructor{PlainClass}");

    [Fact]
    public void AnInterfaceIsNoBaseClass() => Expect.NoDiagnostics("""
        [Model(4)]
        [Dense(2)]
        public partial class M : System.IDisposable
        {
            public void Dispose() { }
        }
        """);

    [Theory]
    [InlineData("public partial class Outer<T>", "nested in a generic type")]
    [InlineData("public partial struct Outer<T>", "nested in a generic type")]
    [InlineData("file partial class Outer", "local to its file")]
    public void TheTypesAroundItMustBePlainToo(string outer, string what) => Expect.Diagnostics(
        $$"""
        {{outer}}
        {
            [Model(4)]
            [Dense(2)]
            public partial class {|SNET003:M|};
        }
        """,
        $"'M' is {what}{PlainClass}");

    [Fact]
    public void LayersOnSeveralPartsOfOneFileHaveNoOrder() => Expect.Diagnostics(
        """
        [Model(4)]
        [Dense(2)]
        public partial class {|SNET004:M|};

        [Dense(3)]
        public partial class M;
        """,
        "The layers of 'M' stand on several parts of the class, which have no order: move all of them below [Model]");

    [Theory]
    [InlineData("[Dense(3)]")]
    [InlineData("[Loss(Loss.MeanSquaredError)]")]
    public void NorDoThoseOfSeveralFiles(string other) => Expect.Diagnostics(
        [
            $"{other}\npublic partial class M;",
            """
            [Model(4)]
            [Dense(2)]
            public partial class {|SNET004:M|};
            """,
        ],
        "The layers of 'M' stand on several parts of the class, which have no order: move all of them below [Model]");

    [Fact]
    public void OtherPartsMayHaveOtherAttributes() => Expect.NoDiagnostics("""
        [Model(4)]
        [Dense(2)]
        public partial class M;

        [System.Obsolete("Use another.")]
        public partial class M;
        """);

    [Theory]
    [InlineData("")]
    [InlineData("\n[Loss(Loss.MeanSquaredError)]")]
    public void AModelNeedsALayer(string loss) => Expect.Diagnostics(
        "[{|SNET005:Model(4)|}]" + loss + "\npublic partial class M;",
        "'M' has no layer: add one below [Model], such as [Dense(10)]");

    [Theory]
    [InlineData("{|SNET006:Model|}", "missing")]
    [InlineData("{|SNET006:Model()|}", "missing")]
    [InlineData("Model({|SNET006:null|})", "missing")]
    [InlineData("Model({|SNET006:new int[0]|})", "missing")]
    [InlineData("Model({|SNET006:0|})", "(0)")]
    [InlineData("Model({|SNET006:-3|})", "(-3)")]
    [InlineData("Model({|SNET006:28|}, 0, 1)", "(28, 0, 1)")]
    [InlineData("Model({|SNET006:inputShape: new[] { 28, -1 }|})", "(28, -1)")]
    public void TheInputShapeMustBePositive(string model, string shape) => Expect.Diagnostics(
        $"[{model}]\n[Dense(2)]\npublic partial class M;",
        $"The input shape is {shape}: expected one or more sizes of at least 1, such as [Model(784)] or [Model(28, 28, 1)]");

    [Fact]
    public void TheNamesOfGeneratedMembersMustBeFree() => Expect.Diagnostics(
        """
        [Model(4)]
        [Dense(2)]
        public partial class Classifier
        {
            public float {|SNET017:DenseKernel|} { get; set; }
        }
        """,
        "'DenseKernel' is the name of a member of the class, but the generated code of 'Classifier' has a member of that name: rename that member or the layer");

    [Theory]
    [InlineData("Conv2D(2, 3)", "Conv2dKernel")]
    [InlineData("Conv2DTranspose(2, 3)", "Conv2dTransposeBias")]
    [InlineData("SeparableConv2D(2, 3)", "SeparableConv2dPointwiseKernel")]
    [InlineData("BatchNormalization", "BatchNormalizationMovingMean")]
    [InlineData("LayerNormalization(Name = \"norm\")", "NormGamma")]
    [InlineData("MaxPooling2D", "PrepareInference")]
    [InlineData("MaxPooling2D", "Reduce")]
    public void SoMustThoseOfImageLayers(string layer, string name) => Expect.Diagnostics(
        $$"""
        [Model(28, 28, 1)]
        [{{layer}}]
        public partial class Classifier
        {
            public float {|SNET017:{{name}}|} { get; set; }
        }
        """,
        $"'{name}' is the name of a member of the class, but the generated code of 'Classifier' has a member of that name: rename that member or the layer");

    [Fact]
    public void SoMustThatOfWhatPredictsStepByStep() => Expect.Diagnostics(
        """
        [Model(20)]
        [Embedding(30, 8), LSTM(8, ReturnSequences = true), Dense(30, Softmax)]
        public partial class Writer
        {
            public int {|SNET017:StartDecoding|};
        }

        [Model(20)]
        [Embedding(30, 8), LSTM(8), Dense(30, Softmax)]
        public partial class Classifier
        {
            public int StartDecoding;
        }
        """,
        "'StartDecoding' is the name of a member of the class, but the generated code of 'Writer' has a member of that name: rename that member or the layer");

    [Theory]
    [InlineData("Infer")]
    [InlineData("InferStep")]
    [InlineData("DenseBias")]
    [InlineData("TrainingBytes")]
    public void AClassCannotBeNamedLikeAMemberOfItself(string name) => Expect.Diagnostics(
        $$"""
        [Model(4)]
        [Dense(2)]
        public partial class {|SNET017:{{name}}|};
        """,
        $"'{name}' is the name of the class, but the generated code of '{name}' has a member of that name: rename the class or the layer");

    [Theory]
    [InlineData("public float {0} {{ get; set; }}")]
    [InlineData("public static int {0} = 1;")]
    [InlineData("public void {0}() {{ }}")]
    [InlineData("public const int {0} = 1;")]
    [InlineData("public class {0} {{ }}")]
    [InlineData("public event System.Action {0} {{ add {{ }} remove {{ }} }}")]
    public async Task ATakenNameIsSaidOnce(string member)
    {
        foreach (string name in GeneratedMembers.Names.Append("DenseKernel"))
        {
            string source = $$"""
                #pragma warning disable CS1591
                [Model(4), Dense(2), Loss(Loss.MeanSquaredError)]
                public partial class Classifier
                {
                    {{string.Format(CultureInfo.InvariantCulture, member, name)}}
                }
                """;
            (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create(source));
            Assert.Equal("SNET017", Assert.Single(result.Diagnostics).Id);
            Assert.Empty(await Complaints(generated));
        }
    }

    [Fact]
    public async Task WhatIsHiddenOtherwiseIsSaidByTheCompiler()
    {
        // A member of a base class that no generated member has, and a class that is no model.
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(Compilations.Create("""
            #pragma warning disable CS1591
            [Model(4), Dense(2), Loss(Loss.MeanSquaredError)]
            public partial class Classifier
            {
                public int Threads => 1;
            }

            public class Base { public virtual void Infer() { } }
            public class Derived : Base { public void Infer() { } }
            """));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(["CS0108", "CS0114"], (await Complaints(generated)).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<Diagnostic[]> Complaints(Compilation generated)
    {
        CompilationWithAnalyzers analyzed = generated.WithAnalyzers([new TakenNamesSuppressor()]);
        return [.. (await analyzed.GetAllDiagnosticsAsync(CancellationToken.None)).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)];
    }
}
