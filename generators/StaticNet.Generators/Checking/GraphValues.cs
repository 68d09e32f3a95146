namespace StaticNet.Generators;

/// <summary>The values of a graph that are known while its layers are checked: the model's input, then the output of each layer.</summary>
/// <param name="inputShape">The shape of the model's input; null where inputs are layers of their own.</param>
internal sealed class GraphValues(EquatableArray<int>? inputShape)
{
    /// <summary>What layers call the model's input.</summary>
    public const string InputName = "input";

    // Where inputs are layers of their own, the first stands for nothing, and has no name.
    private readonly List<Known> _known = [new Known(new CheckedInput(inputShape ?? default, LayerCheckContext.ModelInput, IsInput: true), null, null)];
    private readonly List<(string Name, int At)> _names = inputShape is null ? [] : [(InputName, 0)];
    private readonly HashSet<int> _read = [];

    /// <summary>The value above the next layer.</summary>
    public int Above { get; private set; }

    /// <summary>What names begin with that the layers in the block at hand see.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>Enters a block, whose layers see its input and each other alone; gives back what has to be given to <see cref="Leave"/>.</summary>
    public string Enter(string prefix, int input)
    {
        string outer = Prefix;
        Prefix = prefix;
        Above = input;
        SetName(prefix + InputName, input);
        return outer;
    }

    /// <summary>Leaves a block.</summary>
    public void Leave(string outer) => Prefix = outer;

    /// <summary>Gives a value a name, which no other has from here on.</summary>
    public void SetName(string name, int value) => _names.Add((name, value));

    /// <summary>Leaves out a layer, or what has come since: the value above is now another.</summary>
    public void Skip(string name, int value)
    {
        SetName(name, value);
        Above = value;
    }

    /// <summary>What is known so far, for <see cref="Restore"/>.</summary>
    public (int Known, int Names, int[] Read) Snapshot() => (_known.Count, _names.Count, [.. _read]);

    /// <summary>Forgets what has come since.</summary>
    public void Restore((int Known, int Names, int[] Read) snapshot)
    {
        _known.RemoveRange(snapshot.Known, _known.Count - snapshot.Known);
        _names.RemoveRange(snapshot.Names, _names.Count - snapshot.Names);
        _read.Clear();
        _read.UnionWith(snapshot.Read);
    }

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

        if (from is null && Above == 0 && inputShape is null)
        {
            report(Rules.NothingAbove.Id, null, [title]);
            return null;
        }

        int? first = from is null ? Above : Find(from, title, (rule, arguments) => report(rule, null, arguments));
        if (first is null)
            return null;

        // What is named among those of a merge has its place there.
        return from is null && with.All(other => other.Argument == "with") && others.Contains(first.Value) ? others : [first.Value, .. others];
    }

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
        LayerSpec? masking = spec.Mask == MaskUse.Creates ? spec : spec.Mask == MaskUse.PassesFirst ? _known[inputs[0]].Masking
            : spec.Mask == MaskUse.Passes && !MasksDiffer(inputs) ? MaskOf(inputs) : null;
        _read.UnionWith(inputs);
        Above = _known.Count;
        SetName(spec.Name, Above);
        _known.Add(new Known(new CheckedInput(spec.OutputShape, title, spec.IsInput), masking, WeightsBefore(inputs) ?? (spec.ParameterCount > 0 ? title : null)));
    }

    private int? Find(string name, string title, Action<string, string[]> report)
    {
        int found = _names.FindLastIndex(known => known.Name == Prefix + name);
        if (found >= 0)
            return _names[found].At;
        string[] seen =
        [
            .. _names.Select(known => known.Name).Where(known => known.StartsWith(Prefix, StringComparison.Ordinal)).Select(known => known.Substring(Prefix.Length))
                .Where(known => !known.Contains('/')).Distinct(),
        ];
        report(
            Rules.UnknownLayer.Id,
            [title, name, Text.NearestOf(seen, name) is { } nearest ? $"write '{nearest}'" : $"write one of {string.Join(", ", seen.Select(known => $"'{known}'"))}, or move the layer above it"]);
        return null;
    }

    private sealed record Known(CheckedInput Input, LayerSpec? Masking, string? Weights);
}
