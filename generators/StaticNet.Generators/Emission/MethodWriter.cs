namespace StaticNet.Generators;

/// <summary>Writes methods of steps and the types of their sizes, each once in a class, those of a layer together.</summary>
/// <param name="writer">Where to.</param>
/// <param name="outer">What the class around has, which need not be written again; null where there is none.</param>
internal sealed class MethodWriter(SourceWriter writer, MethodWriter? outer = null)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShapeType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private string? _title;
    private bool _hidesSystem;

    /// <summary>
    /// Registers types before methods are written that take them: where the class around has others of their names, its methods would take those.
    /// </summary>
    public void Hide(IEnumerable<ShapeType> types)
        => _hidden.UnionWith(types.Where(type => outer!._types.TryGetValue(type.Name, out ShapeType other) && other != type).Select(type => type.Name));

    /// <summary>Writes those of all layers, in the order of the steps.</summary>
    public void WriteLayers(ModelPlan plan)
    {
        _hidesSystem = plan.Identity.HidesSystem;
        Method[] combinations = [.. plan.Phases.Select(phase => phase.Reduce).OfType<Method>()];
        ILookup<string, PlanStep> layers = plan.Steps.Concat(plan.InferenceSteps).ToLookup(step => step.Layer.Identifier);
        foreach (IGrouping<string, PlanStep> steps in layers)
        {
            LayerSpec first = steps.First().Layer;
            Begin(string.Join(", ", steps.First().Layers.Select(layer => layer.Name)));
            foreach (PlanStep step in plan.Steps.Where(step => step.Layer.Name == first.Name))
                Write(step.ForwardMethods.Concat(step.BackwardMethods).Concat(step.Update is { } update ? [update] : []));
            Write(combinations.Where(method => method.Name.StartsWith(first.Identifier, StringComparison.Ordinal)));
            Write(plan.InferenceSteps.Where(step => step.Layer.Name == first.Name).SelectMany(step => step.InferenceMethods));

            // The sizes of a layer that is fused into this one stand with its own methods, if it has any.
            Write(steps.SelectMany(step => step.ShapeTypesWithOptions)
                .Where(type => layers.All(other => other.Key == steps.Key || !type.Name.StartsWith(other.Key, StringComparison.Ordinal))));
        }
    }

    /// <summary>Says what comes next, if anything does.</summary>
    public void Begin(string title) => _title = title;

    /// <summary>Writes those that are not there yet.</summary>
    public void Write(IEnumerable<Method> methods)
    {
        PreparedOperand[] parts = [.. methods.SelectMany(method => method.Operands).OfType<PreparedOperand>().Where(part => part.Name.Length > 0)];
        foreach (Method method in methods)
        {
            string signature = $"private static void {method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.Parameter.Declaration))})";
            IReadOnlyList<string>[] body = [.. method.Body.Select(call => call.Inside)];

            // What is called alike elsewhere may lie at another place.
            string whole = string.Join("\n", [signature, .. body.SelectMany(lines => lines), .. method.Code is { } own ? own.Lines.Append($"{own.XStride} {own.YStride}") : [], .. method.Operands.OfType<PreparedOperand>().Select(part => Text.Literal(part.Offset))]);
            bool isOuter = outer?._written.Contains(whole) == true && !method.Body.Any(call => call.Types.Any(_hidden.Contains));
            if (isOuter || !_written.Add(whole))
                continue;
            Open();
            writer.Line($"// {method.Comment}");
            writer.Line(signature);
            writer.Body(body);
            if (method.Code is { } code)
            {
                Open();
                writer.Code(code, isOptimized: !_hidesSystem);
            }
        }

        foreach (IGrouping<string, PreparedOperand> step in parts.GroupBy(part => part.Constants))
        {
            NamedOffset[] constants = [.. step.Distinct().OrderBy(part => part.Offset).Select(part => new NamedOffset(part.Name, part.Offset))];
            string whole = string.Join("\n", [step.Key, .. constants.Select(constant => constant.ToString())]);
            if (outer?._written.Contains(whole) == true || !_written.Add(whole))
                continue;
            Open();
            writer.Constants(step.Key, constants);
        }
    }

    /// <summary>Writes those that are not there yet.</summary>
    public void Write(IEnumerable<ShapeType> types)
    {
        foreach (ShapeType type in types)
        {
            if ((outer?._types.ContainsKey(type.Name) == true && !_hidden.Contains(type.Name)) || _types.ContainsKey(type.Name))
                continue;
            _types.Add(type.Name, type);
            Open();
            writer.Shape(type);
        }
    }

    private void Open()
    {
        writer.Line();
        if (_title is not null)
        {
            writer.Line($"// ── {_title} ──");
            writer.Line();
        }

        _title = null;
    }
}
