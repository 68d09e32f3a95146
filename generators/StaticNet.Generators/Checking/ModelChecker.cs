namespace StaticNet.Generators;

/// <summary>
/// The second stage: a pure function from what was written to what is meant, or to what is wrong with it. Everything that can be wrong
/// is found here; the stages after it cannot fail.
/// </summary>
/// <param name="kinds">The kind of layer of a name; null where there is none.</param>
/// <param name="tooLarge">The first layer with which something does not fit into memory, what that is, and how large; null where all fits.</param>
internal sealed class ModelChecker(
    Func<string, LayerKind?> kinds, Func<EquatableArray<int>?, IReadOnlyList<LayerNode>, (int Layer, string What, long Numbers)?> tooLarge)
{
    /// <summary>The most numbers in one value or in one buffer, so that offsets in bytes stay within what .NET can address.</summary>
    public const long MaxNumbers = 500_000_000;

    public CheckResult Check(ModelDeclaration declaration)
    {
        if (declaration.Flaw is { } flaw)
        {
            // Only a plain partial class can be added to.
            return new CheckResult(
                null, flaw.Rule == Rules.SeveralParts.Id ? Skeleton.Of(declaration, kinds) : null, new([new DiagnosticInfo(flaw.Rule, Anchor.Class, flaw.Arguments)]));
        }

        // What the compiler itself reports stands alone: what else is wrong may come of it.
        if (declaration.IsBroken)
            return new CheckResult(null, Skeleton.Of(declaration, kinds), default);

        List<DiagnosticInfo> diagnostics = [.. declaration.ProjectFlaws.Select(project => new DiagnosticInfo(project.Rule, Anchor.Class, project.Arguments))];
        ModelSpec? spec = CheckModel(declaration, diagnostics);

        // What is wrong with a block that stands several times behind itself is so at one place.
        diagnostics = [.. diagnostics.Where((diagnostic, at) => diagnostic.Anchor.Block is null
            || diagnostics.FindIndex(other => other.Rule == diagnostic.Rule && other.Anchor == diagnostic.Anchor) == at)];
        bool failed = diagnostics.Any(diagnostic => Rules.ById[diagnostic.Rule].DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return failed || spec is null ? new CheckResult(null, Skeleton.Of(declaration, kinds), new(diagnostics)) : new CheckResult(spec, null, new(diagnostics));
    }

    private ModelSpec? CheckModel(ModelDeclaration declaration, List<DiagnosticInfo> diagnostics)
    {
        int model = Find(declaration, AttributeNames.Model);
        EquatableArray<int>? inputShape = null;
        if (Find(declaration, AttributeNames.Input) < 0)
        {
            inputShape = CheckInputShape(declaration.Attributes[model], model, diagnostics);
            if (inputShape is null)
                return null;
        }
        else if (declaration.Attributes[model].Arguments[0].Values.Count > 0)
        {
            IEnumerable<int> shape = declaration.Attributes[model].Arguments[0].Values.OfType<int>();
            diagnostics.Add(new DiagnosticInfo(
                Rules.ShapeAndInputs.Id, new Anchor(model, "inputShape"), new([declaration.Name, Text.Shape(shape), string.Join(", ", shape)])));
            return null;
        }

        var expander = new Expander(declaration.Blocks, kind => kind is AttributeNames.Share or AttributeNames.Output || kinds(kind) is not null, diagnostics.Add);
        IReadOnlyList<Expanded> written = expander.Expand(declaration.Attributes);
        if (expander.HasFailed || new GraphChecker(written, inputShape, kinds, diagnostics).Check() is not { } graph)
            return null;
        IReadOnlyList<LayerNode> layers = graph.Layers;
        if (layers.All(layer => layer.Spec.IsInput))
        {
            diagnostics.Add(new DiagnosticInfo(Rules.NoLayer.Id, new Anchor(model, null), new([declaration.Name, "[Model]"])));
            return null;
        }

        CheckNames(declaration, graph, StepByStep.WindowOf(inputShape, layers, graph.Outputs.Count) > 0, diagnostics);
        long inputs = layers.Where(layer => layer.Spec.IsInput).Sum(layer => Size(layer.Spec.OutputShape));
        if (!CheckSize("A sample of all inputs", inputs, new Anchor(model, null), diagnostics))
            return null;
        if (tooLarge(inputShape, layers) is (int large, string what, long numbers)
            && !CheckSize($"With {graph.Titles[large].Title} {what}", numbers, graph.Titles[large].Anchor, diagnostics))
        {
            return null;
        }

        return new ModelSpec(declaration.Identity, inputShape, new(layers), new(OutputChecker.Check(declaration, graph, diagnostics)));
    }

    /// <summary>The input shape; null where it is missing, wrong or too large.</summary>
    public static EquatableArray<int>? InputShapeOf(ModelDeclaration declaration)
        => Find(declaration, AttributeNames.Model) is >= 0 and var model && declaration.Attributes[model].Arguments.Count > 0
            ? CheckInputShape(declaration.Attributes[model], model, [])
            : null;

    /// <summary>Whether a value of a shape can be addressed.</summary>
    public static bool Fits(EquatableArray<int> shape) => Size(shape) <= MaxNumbers;

    /// <summary>The place of the first attribute of a kind; below 0 where there is none.</summary>
    public static int Find(ModelDeclaration declaration, string kind)
    {
        for (int i = 0; i < declaration.Attributes.Count; i++)
        {
            if (declaration.Attributes[i].Kind == kind)
                return i;
        }

        return -1;
    }

    private static EquatableArray<int>? CheckInputShape(AttributeDeclaration model, int anchor, List<DiagnosticInfo> diagnostics)
    {
        var shape = new EquatableArray<int>(model.Arguments[0].Values.OfType<int>());
        if (shape.Count == 0 || shape.Any(size => size < 1))
        {
            diagnostics.Add(new DiagnosticInfo(
                Rules.InputShape.Id, new Anchor(anchor, "inputShape"), new([shape.Count == 0 ? "missing" : Text.Shape(shape)])));
            return null;
        }

        return CheckSize("The input", Size(shape), new Anchor(anchor, "inputShape"), diagnostics) ? shape : null;
    }

    private static void CheckNames(ModelDeclaration declaration, GraphChecker.Graph graph, bool decodes, List<DiagnosticInfo> diagnostics)
    {
        (IReadOnlyList<LayerNode> layers, IReadOnlyList<Anchor> named) = (graph.Layers, graph.Named);

        // Layers of different names may still give one property: 'text_forward' has the kernel that 'text' has forwards.
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < layers.Count; i++)
        {
            string[] properties = [.. layers[i].Properties];
            if (properties.FirstOrDefault(owners.ContainsKey) is { } taken && diagnostics.All(diagnostic => diagnostic.Anchor != named[i]))
                diagnostics.Add(new DiagnosticInfo(Rules.DuplicateName.Id, named[i], new([layers[i].Spec.Name, taken, graph.Titles[owners[taken]].Reference])));
            foreach (string property in properties)
                owners[property] = i;
        }

        bool hasColumns = layers.Count(layer => layer.Spec.IsInput) > 1 || graph.Outputs.Count > 1;
        string[] generated =
        [
            .. GeneratedMembers.Names, .. hasColumns ? GeneratedMembers.OfColumns : [], .. decodes ? new[] { GeneratedMembers.StartDecoding } : [], .. owners.Keys,
            .. OutputMembers.Of(layers).SelectMany(output => new[] { output.Predict, output.Size }),
        ];
        if (generated.Contains(declaration.Name))
            Report(Anchor.Class, declaration.Name, "the class", "the class or the layer");
        foreach (string name in generated.Intersect(declaration.MemberNames))
            Report(Anchor.Member(name), name, "a member of the class", "that member or the layer");

        void Report(Anchor anchor, string name, string what, string remedy)
            => diagnostics.Add(new DiagnosticInfo(Rules.NameTaken.Id, anchor, new([name, what, declaration.Name, remedy])));
    }

    /// <summary>Whether there are no more numbers than can be addressed; reported where there are.</summary>
    public static bool CheckSize(string what, long size, Anchor anchor, List<DiagnosticInfo> diagnostics)
    {
        if (size <= MaxNumbers)
            return true;
        diagnostics.Add(new DiagnosticInfo(Rules.TooLarge.Id, anchor, new([what, Text.Number(size), Text.Number(MaxNumbers)])));
        return false;
    }

    /// <summary>The numbers of a shape. Stops multiplying once that is too large anyway, before it overflows.</summary>
    public static long Size(EquatableArray<int> shape) => shape.Aggregate(1L, (size, next) => size > MaxNumbers ? size : size * next);
}
