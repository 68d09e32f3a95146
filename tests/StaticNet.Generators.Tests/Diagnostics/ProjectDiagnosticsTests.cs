using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>SNET029 and SNET030: a project that cannot compile generated code hears so in a sentence, not in ten errors of a generated file.</summary>
public sealed class ProjectDiagnosticsTests
{
    private const string Source = """
        [Model(4)]
        [Dense(3, Activation.Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class M
        {
        }

        public static class Uses
        {
            public static void Use(float[] inputs, int[] labels)
            {
                var m = new M(3);
                m.Fit(Dataset.From(inputs, labels));
                m.DenseKernel.CopyTo(m.Predict(inputs));
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp11)]
    public void AnOldLanguageIsOneError(LanguageVersion language)
        => ExpectOne(Compilations.CreateBare(language, "using StaticNet;\n" + Source), "SNET030", language.ToDisplayString());

    [Fact]
    public void PointersThatAreNotAllowedAreOneError()
    {
        CSharpCompilation compilation = Compilations.Create(Source);
        ExpectOne(compilation.WithOptions(compilation.Options.WithAllowUnsafe(false)), "SNET029", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks>");
    }

    [Fact]
    public void EachModelHasItsOwnBesideItsOtherMistakes()
    {
        CSharpCompilation compilation = Compilations.Create("[Model(4)] [Dense(0)] public partial class A; [Model(4)] [Dense(3)] public partial class B;");
        GeneratorRunResult result = Expect.Run(compilation.WithOptions(compilation.Options.WithAllowUnsafe(false)));
        Assert.Equal(["SNET007 0", "SNET029 A", "SNET029 B"], result.Diagnostics.Select(Describe).Order());
    }

    private static void ExpectOne(CSharpCompilation compilation, string id, string detail)
    {
        // What is nullable cannot be said in the oldest of them.
        (GeneratorRunResult result, Compilation generated) = Expect.RunAndCompile(
            compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
        Diagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal($"{id} M", Describe(diagnostic));
        Assert.Contains(detail, diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(generated.GetDiagnostics().Where(other => other.Severity == DiagnosticSeverity.Error));
    }

    private static string Describe(Diagnostic diagnostic)
        => $"{diagnostic.Id} {diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}";
}
