namespace StaticNet.Generators;

/// <summary>The values of a graph that are known while its layers are checked: the model's input, then the output of each layer.</summary>
internal sealed class GraphValues(EquatableArray<int> inputShape)
{
    /// <summary>What layers call the model's input.</summary>
    public const string InputName = "input";

    private readonly List<Known> _known = [new Known(InputName, new CheckedInput(inputShape, LayerChecking.ModelInput), null, null)];
    private readonly HashSet<int> _read = [];

    /// <summary>The values that a layer takes; null, with a diagnostic, where a name is not known.</summary>
    /// <param name="from">The name of the first, if it is not the value above.</param>
    /// <param name="with">The arguments that name others, and the names.</param>
    /// <param name="title">The layer.</param>
    /// <param name="report">Takes what is wrong, and the place of the name among the others; null for that of the first.</param>
    public List<int>? Resolve(string? from, IEnumerable<(string Argument, string Layer)> with, string title, Action<string, int?, string[]> report)
    {
        var others = new List<int>();
        foreach ((string _, string name) in with)
        {
            if (Find(name, title, (rule, arguments) => report(rule, others.Count, arguments)) is not { } other)
                return null;
            others.Add(other);
        }

        int? first = from is null ? Last : Find(from, title, (rule, arguments) => report(rule, null, arguments));
        if (first is null)
            return null;

        // What is named among those of a merge has its place there.
        List<int> inputs = from is null && with.All(other => other.Argument == "with") && others.Contains(first.Value) ? others : [first.Value, .. others];
        _read.UnionWith(inputs);
        return inputs;
    }

    /// <summary>The value above the next layer.</summary>
    public int Last => _known.Count - 1;

    /// <summary>A value, as a layer sees it that takes it.</summary>
    public CheckedInput InputOf(int value) => _known[value].Input;

    /// <summary>A layer with weights before one of the values, for messages; null where there is none.</summary>
    public string? WeightsBefore(IEnumerable<int> values) => values.Select(value => _known[value].Weights).FirstOrDefault(weights => weights is not null);

    /// <summary>What has made a mask of one of the values, if anything.</summary>
    public LayerSpec? MaskOf(IEnumerable<int> values) => values.Select(value => _known[value].Masking).FirstOrDefault(masking => masking is not null);

    /// <summary>Whether the values do not all have the same mask.</summary>
    public bool MasksDiffer(IEnumerable<int> values) => values.Select(value => _known[value].Masking).Distinct().Count() > 1;

    /// <summary>Whether a layer takes a value.</summary>
    public bool IsRead(int value) => _read.Contains(value);

    /// <summary>Adds the output of a layer.</summary>
    public void Add(LayerSpec spec, string title, IReadOnlyList<int> inputs)
    {
        LayerSpec? masking = spec.Mask == MaskUse.Makes ? spec : spec.Mask == MaskUse.PassesFirst ? _known[inputs[0]].Masking
            : spec.Mask == MaskUse.Passes && !MasksDiffer(inputs) ? MaskOf(inputs) : null;
        _known.Add(new Known(spec.Name, new CheckedInput(spec.OutputShape, title), masking, WeightsBefore(inputs) ?? (spec.ParameterCount > 0 ? title : null)));
    }

    private int? Find(string name, string title, Action<string, string[]> report)
    {
        int found = _known.FindLastIndex(known => known.Name == name);
        if (found >= 0)
            return found;
        string? nearest = _known.Select(known => known.Name).Where(known => Text.Distance(known, name) <= 2).OrderBy(known => Text.Distance(known, name)).FirstOrDefault();
        report(
            Rules.UnknownLayer.Id,
            [title, name, nearest is not null ? $"write '{nearest}'" : $"write one of {string.Join(", ", _known.Select(known => $"'{known.Name}'"))}, or move the layer above it"]);
        return null;
    }

    private sealed record Known(string Name, CheckedInput Input, LayerSpec? Masking, string? Weights);
}
