using Microsoft.CodeAnalysis;

namespace StaticNet.Generators;

/// <summary>
/// Compiles declared models. Parse gives what was written, Check what is meant or wrong, Plan how it runs, Emit its code. The pipeline
/// forks after Check: one branch carries values only and ends in source, the other carries real locations and ends in diagnostics.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StaticNetGenerator : IIncrementalGenerator
{
    private static readonly AttributeReader _reader = new(LayerKinds.Names);
    private static readonly ModelParser _parser = new(_reader);
    private static readonly BlockParser _blockParser = new(_reader);
    private static readonly ModelChecker _checker = new(LayerKinds.ByName, Budget.Check);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedModel> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(ModelParser.ModelAttribute, ModelParser.IsCandidate, _parser.Parse)
            .Where(model => model is not null)
            .Select((model, _) => model!)
            .WithTrackingName(TrackingNames.Parse);

        // Runs again on every edit of a model's file, since locations move; its result's parts seldom change.
        IncrementalValuesProvider<(CheckResult Result, DeclarationLocations Locations)> models = parsed
            .Select((model, _) => (_checker.Check(model.Declaration), model.Locations))
            .WithTrackingName(TrackingNames.Check);

        IncrementalValuesProvider<ModelPlan> plans = models
            .Where(model => model.Result.Spec is not null)
            .Select((model, _) => model.Result.Spec!)
            .WithTrackingName(TrackingNames.Spec)
            .Select((spec, _) => Planner.Plan(spec))
            .WithTrackingName(TrackingNames.Plan);

        IncrementalValuesProvider<Skeleton> skeletons = models
            .Where(model => model.Result.Skeleton is not null)
            .Select((model, _) => model.Result.Skeleton!)
            .WithTrackingName(TrackingNames.Skeleton);

        IncrementalValuesProvider<ParsedBlock> parsedBlocks = context.SyntaxProvider
            .ForAttributeWithMetadataName(BlockReader.BlockAttribute, ModelParser.IsCandidate, _blockParser.Parse)
            .Where(block => block is not null)
            .Select((block, _) => block!);
        IncrementalValuesProvider<(CheckedBlock Checked, DeclarationLocations Locations)> blocks = parsedBlocks
            .Select((block, _) => (BlockChecker.Check(block, _reader.IsLayer), block.Locations));
        IncrementalValuesProvider<CheckedBlock> declaredBlocks = blocks
            .Where(block => block.Checked.Lines.Count > 0)
            .Select((block, _) => block.Checked)
            .WithTrackingName(TrackingNames.Block);

        // Models and blocks know nothing of each other but whether the names of their files would be taken for one.
        IncrementalValueProvider<EquatableArray<string>> clashes = parsed
            .Select((model, _) => model.Declaration.Identity.HintName)
            .Collect()
            .Combine(parsedBlocks.Select((block, _) => block.Identity.HintName).Collect())
            .Select((names, _) => HintNames.Clashes(names.Left.Concat(names.Right)));

        IncrementalValuesProvider<StrayLayers> strays = context.SyntaxProvider
            .CreateSyntaxProvider(
                (node, _) => StrayLayers.IsCandidate(node, LayerKinds.Names), (stray, cancellationToken) => StrayLayers.Find(stray, _reader, cancellationToken))
            .Where(stray => stray is not null)
            .Select((stray, _) => stray!);

        context.RegisterSourceOutput(strays, (output, stray)
            => output.ReportDiagnostic(Diagnostic.Create(Rules.LayersWithoutModel, stray.Location, stray.Class, stray.Attribute)));
        context.RegisterSourceOutput(plans.Combine(clashes), (output, model)
            => output.AddSource(HintNames.Of(model.Left.Identity.HintName, model.Right), Emitter.Emit(model.Left)));
        context.RegisterSourceOutput(skeletons.Combine(clashes), (output, model)
            => output.AddSource(HintNames.Of(model.Left.Identity.HintName, model.Right), Emitter.Emit(model.Left)));
        context.RegisterSourceOutput(declaredBlocks.Combine(clashes), (output, block)
            => output.AddSource(HintNames.Of(block.Left.Identity.HintName, block.Right), Emitter.Emit(block.Left)));
        context.RegisterSourceOutput(models, (output, model) => Report(output, model.Result.Diagnostics, model.Locations));
        context.RegisterSourceOutput(blocks, (output, block) => Report(output, block.Checked.Diagnostics, block.Locations));
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics, DeclarationLocations locations)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Rules.ById[diagnostic.Rule], locations.Resolve(diagnostic.Anchor), locations.UsesOf(diagnostic.Anchor),
                messageArgs: diagnostic.Arguments.ToArray<object>()));
        }
    }
}
