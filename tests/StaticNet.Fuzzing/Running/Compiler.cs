using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using StaticNet.Generators;

namespace StaticNet.Fuzzing;

/// <summary>Compiles drawn models, many in one assembly, with the generator called as a library.</summary>
internal static class Compiler
{
    private const string Usings = "global using StaticNet;\n";

    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The assembly of some models. Their plans are checked on the way.</summary>
    /// <exception cref="FailureException">A model does not compile, or its plan is wrong.</exception>
    public static byte[] Compile(IEnumerable<Stack> stacks)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "Drawn", stacks.Select(stack => stack.Source).Prepend(Usings).Select(source => CSharpSyntaxTree.ParseText(source, options)), _references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new StaticNetGenerator().AsSourceGenerator()], parseOptions: options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation compiled, out ImmutableArray<Diagnostic> complaints);
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is not null)
            throw new FailureException($"The generator fails: {result.Exception}");
        using var stream = new MemoryStream();
        EmitResult emitted = compiled.Emit(stream);
        if (complaints.Concat(emitted.Diagnostics).FirstOrDefault(complaint => complaint.Severity == DiagnosticSeverity.Error) is { } error)
            throw new FailureException($"It does not compile: {error}");
        foreach (IncrementalGeneratorRunStep step in result.TrackedSteps[TrackingNames.Plan])
        {
            foreach ((object plan, _) in step.Outputs)
                PlanCheck.Check((ModelPlan)plan);
        }

        return stream.ToArray();
    }
}
