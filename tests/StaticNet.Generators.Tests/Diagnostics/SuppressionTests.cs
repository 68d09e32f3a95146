using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>A warning of the generator can be silenced, and made an error, as one of the compiler.</summary>
public sealed class SuppressionTests
{
    private const string Model = """
        [Model(4)]
        [Dense(3)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class M;
        """;

    [Fact]
    public void AWarningIsReportedAndCodeIsGenerated()
    {
        GeneratorRunResult result = Expect.Run(Compilations.Create(Model));
        Assert.Equal("SNET016", Assert.Single(result.Diagnostics).Id);
        Assert.Single(result.GeneratedSources);
    }

    [Fact]
    public void APragmaSilencesIt()
        => Assert.All(Report(Compilations.Create($"#pragma warning disable SNET016\n{Model}\n#pragma warning restore SNET016")), IsSuppressed);

    [Fact]
    public void APragmaBelowDoesNot()
        => Assert.Contains(Report(Compilations.Create($"{Model}\n#pragma warning disable SNET016")), diagnostic => !diagnostic.IsSuppressed);

    [Fact]
    public void NoWarnSilencesIt() => Assert.Empty(Report(WithOption(ReportDiagnostic.Suppress)));

    [Fact]
    public void WarnAsErrorMakesItAnError()
        => Assert.Equal(DiagnosticSeverity.Error, Assert.Single(Report(WithOption(ReportDiagnostic.Error))).Severity);

    [Fact]
    public void AnAttributeSilencesIt()
        => Assert.All(
            Report(Compilations.Create($"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"StaticNet\", \"SNET016\")]\n{Model}")), IsSuppressed);

    private static void IsSuppressed(Diagnostic diagnostic) => Assert.True(diagnostic.IsSuppressed, diagnostic.ToString());

    private static CSharpCompilation WithOption(ReportDiagnostic option)
    {
        CSharpCompilation compilation = Compilations.Create(Model);
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("SNET016", option)]));
    }

    // What the compiler reports of the generator.
    private static ImmutableArray<Diagnostic> Report(CSharpCompilation compilation)
    {
        Compilations.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> diagnostics);
        return diagnostics;
    }
}
