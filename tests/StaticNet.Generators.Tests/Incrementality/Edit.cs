using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace StaticNet.Generators.Tests;

/// <summary>A run of the generator over files, and another after some of them have changed.</summary>
internal sealed class Edit
{
    private readonly GeneratorRunResult _result;

    private Edit(GeneratorRunResult result) => _result = result;

    /// <summary>The names of the files that are generated after the edit.</summary>
    public IEnumerable<string> HintNames => _result.GeneratedSources.Select(source => source.HintName);

    /// <summary>What is reported after the edit.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _result.Diagnostics;

    public static Edit Of(string[] before, string[] after)
    {
        CSharpCompilation compilation = Compilations.Create(before);
        GeneratorDriver driver = Compilations.CreateDriver(trackSteps: true).RunGenerators(compilation);
        for (int i = 0; i < before.Length; i++)
        {
            // A file that has not changed keeps its tree, as in an editor.
            SyntaxTree tree = compilation.SyntaxTrees[i + 1];
            if (before[i] != after[i])
                compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(after[i])));
        }

        GeneratorRunResult result = Assert.Single(driver.RunGenerators(compilation).GetRunResult().Results);
        Assert.Null(result.Exception);
        return new Edit(result);
    }

    /// <summary>How the steps of one model ran after the edit.</summary>
    public void Expect(
        string model, IncrementalStepRunReason parse, IncrementalStepRunReason check, IncrementalStepRunReason spec,
        IncrementalStepRunReason plan, IncrementalStepRunReason source)
    {
        var expected = new[] { parse, check, spec, plan, source };
        IncrementalGeneratorRunStep planned = StepOf(TrackingNames.Plan, value => ((ModelPlan)value).Identity.Name == model);
        Assert.Equal(
            expected,
            [
                ReasonOf(StepOf(TrackingNames.Parse, value => ((ParsedModel)value).Declaration.Name == model)),
                ReasonOf(StepOf(TrackingNames.Check, value => (((CheckResult Result, DeclarationLocations))value).Result.Spec?.Declaration.Name == model)),
                ReasonOf(StepOf(TrackingNames.Spec, value => ((ModelSpec)value).Declaration.Name == model)),
                ReasonOf(planned),
                ReasonOf(_result.TrackedOutputSteps.SelectMany(steps => steps.Value).Single(step => ComesFrom(step, planned))),
            ]);
        Assert.Contains(model + ".g.cs", HintNames);
    }

    private static bool ComesFrom(IncrementalGeneratorRunStep step, IncrementalGeneratorRunStep origin)
        => step == origin || step.Inputs.Any(input => ComesFrom(input.Source, origin));

    /// <summary>How the steps of a model in error ran after the edit.</summary>
    public void ExpectSkeleton(string model, IncrementalStepRunReason skeleton, IncrementalStepRunReason source)
    {
        IncrementalGeneratorRunStep known = StepOf(TrackingNames.Skeleton, value => ((Skeleton)value).Identity.Name == model);
        Assert.Equal(
            [skeleton, source], [ReasonOf(known), ReasonOf(_result.TrackedOutputSteps.SelectMany(steps => steps.Value).Single(step => ComesFrom(step, known)))]);
    }

    /// <summary>Nothing of a model ran anew, or nothing but the look at its attributes, which found them as they were.</summary>
    public void ExpectUntouched(string model)
    {
        var parsed = ReasonOf(StepOf(TrackingNames.Parse, value => ((ParsedModel)value).Declaration.Name == model));
        Assert.True(parsed is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, parsed.ToString());
        const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
        Expect(model, parsed, Cached, Cached, Cached, Cached);
    }

    private static IncrementalStepRunReason ReasonOf(IncrementalGeneratorRunStep step) => Assert.Single(step.Outputs).Reason;

    private IncrementalGeneratorRunStep StepOf(string name, Func<object, bool> isModel)
        => _result.TrackedSteps[name].Single(step => step.Outputs.Any(output => output.Reason != IncrementalStepRunReason.Removed && isModel(output.Value)));
}
