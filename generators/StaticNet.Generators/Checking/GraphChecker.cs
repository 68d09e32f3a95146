namespace StaticNet.Generators;

/// <summary>Checks the layers of a model one by one, each with the values that it takes.</summary>
internal sealed partial class GraphChecker(
    IReadOnlyList<Expanded> written, EquatableArray<int>? inputShape, Func<string, LayerKind?> kinds, List<DiagnosticInfo> diagnostics)
{
    private readonly GraphValues _values = new(inputShape);
    private readonly LayerNames _names = new();
    private readonly List<LayerNode> _layers = [];
    private readonly List<Anchor> _named = [];
    private readonly List<(string Title, Anchor Anchor, string Reference)> _titles = [];
    private readonly List<(int Layer, ExpandedLayer Written)> _outputs = [];

    /// <summary>The layers that are known to be right, where their names and they themselves are written, and those that are declared outputs.</summary>
    /// <param name="Layers">The layers.</param>
    /// <param name="Named">Where their names are written.</param>
    /// <param name="Titles">What messages call them, where they are written, and what messages call them where names are in question.</param>
    /// <param name="Outputs">The declared outputs.</param>
    /// <param name="Last">The layer that gives the output of a model which declares none.</param>
    internal sealed record Graph(
        IReadOnlyList<LayerNode> Layers, IReadOnlyList<Anchor> Named, IReadOnlyList<(string Title, Anchor Anchor, string Reference)> Titles,
        IReadOnlyList<(int Layer, ExpandedLayer Written)> Outputs, int Last);

    /// <summary>The graph; null where something is wrong after which nothing more can be said.</summary>
    public Graph? Check()
    {
        if (!CheckAll(written))
            return null;
        CheckReaders();
        return new Graph(_layers, _named, _titles, _outputs, _values.Above - 1);
    }

    // It belongs to the layer above it.
    private bool CheckOutput(ExpandedLayer output)
    {
        int layer = _values.Above - 1;
        string? instead = layer < 0 ? "no layer does" : _layers[layer].Spec.IsInput ? $"there stands {_titles[layer].Title}"
            : _outputs.Any(other => other.Layer == layer) ? $"{_titles[layer].Title} is one already" : null;
        if (instead is null)
            _outputs.Add((layer, output));
        else
            Report(Rules.MisplacedOutput.Id, output.At, [instead]);
        return instead is null;
    }

    private bool CheckAll(IReadOnlyList<Expanded> parts)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is ExpandedUse use)
            {
                if (!CheckUse(use))
                    return false;
                continue;
            }

            var layer = (ExpandedLayer)parts[i];
            if (layer.Attribute.Kind == AttributeNames.Share)
            {
                if (!CheckShare(layer))
                    return false;
                continue;
            }

            if (layer.Attribute.Kind == AttributeNames.Output)
            {
                if (!CheckOutput(layer))
                    return false;
                continue;
            }

            LayerKind kind = kinds(layer.Attribute.Kind)!;
            ExpandedLayer? wrapped = kind.Wraps.Count == 0 ? null : ++i < parts.Count ? parts[i] as ExpandedLayer : null;
            if ((kind.Wraps.Count > 0 && !CheckWrapped(kind, layer, wrapped, i < parts.Count ? parts[i] : null)) || !CheckLayer(kind, layer, wrapped))
                return false;
        }

        return true;
    }

    private bool CheckWrapped(LayerKind kind, ExpandedLayer layer, ExpandedLayer? wrapped, Expanded? below)
    {
        if (wrapped is not null && kind.Wraps.Contains(wrapped.Attribute.Kind))
            return true;
        Report(Rules.NothingToWrap.Id, layer.At, [
            kind.Name, Text.Choice(kind.Wraps), below?.Attribute.Kind is null or AttributeNames.Output ? "there is none" : $"there stands {(below as ExpandedUse)?.Title ?? below.Attribute.Kind}", kind.Wraps[0]]);
        return false;
    }

    private bool CheckUse(ExpandedUse use, Shareable? shared = null)
    {
        AttributeDeclaration attribute = use.Attribute;
        if (_values.Resolve(attribute.From, [], use.Title, (rule, _, arguments) => Report(rule, use.At with { Target = "From" }, arguments)) is not { } inputs)
            return false;
        int input = inputs[0], before = _layers.Count;
        EquatableArray<int> shape = _values.InputOf(input).Shape;
        if (shared is not null && !Fits(shared, shape))
        {
            ReportShape(use.At, use.Title, _sharing!.Name, shared.Input, _values.InputOf(input));
            return false;
        }

        string first = "";
        for (int time = 0; time < use.Times; time++)
        {
            string name = _names.NameOf(use, time, (rule, arguments) => Report(rule, use.At with { Target = "Name" }, arguments));
            first = time == 0 ? name : first;
            if (IsSkipped(use))
            {
                _values.Skip(name, input);
                RecordSkip(use);
                continue;
            }

            int layers = _layers.Count;
            EquatableArray<int> taken = _values.InputOf(input).Shape;
            var snapshot = _values.Snapshot();
            string outer = _values.Enter(name + "/", input);
            _names.Prefix = _values.Prefix;
            if (!CheckAll(use.Body))
                return false;
            _values.Leave(outer);
            _names.Prefix = outer;
            if (attribute.SkipsIfSameShape && _values.InputOf(_values.Above).Shape.Equals(_values.InputOf(input).Shape))
            {
                if (_sharing is { } run)
                {
                    Report(Rules.NotShared.Id, use.At, [use.Title, run.Name, DifferentParts]);
                    return false;
                }

                _values.Restore(snapshot);
                _layers.RemoveRange(layers, _layers.Count - layers);
                _named.RemoveRange(layers, _named.Count - layers);
                _titles.RemoveRange(layers, _titles.Count - layers);
                _options.RemoveRange(layers, _options.Count - layers);
                _values.Skip(name, input);
                RecordSkip(use);
                ForgetFrom(layers);
            }

            input = _values.Above;
            _values.SetName(name, input);
            _shareable[name] = new Shareable(use with { Times = 1 }, null, layers, _layers.Count, taken);
        }

        // The name of several stands for what the last of them gives.
        _values.SetName(first, input);
        _shareable[first] = new Shareable(use, null, before, _layers.Count, shape);
        if (use.Name is not null && _values.Prefix.Length == 0 && input > 0 && !_layers[input - 1].IsNamed)
            _layers[input - 1] = _layers[input - 1] with { IsNamed = true, UseName = first };
        return true;
    }

    private bool CheckLayer(LayerKind kind, ExpandedLayer layer, ExpandedLayer? inside, string? called = null)
    {
        AttributeDeclaration attribute = layer.Attribute;
        AttributeDeclaration? wrapped = inside?.Attribute;
        Anchor at = layer.At, inner = inside?.At ?? at;
        Anchor anchor = (wrapped is not null && !attribute.Has("Name") ? inner : at) with { Target = kind.IsModelInput ? "name" : "Name" };
        string name = _names.NameOf(attribute with { Kind = called ?? attribute.Kind }, wrapped, kind.IsModelInput, (rule, arguments) => Report(rule, anchor, arguments));
        string title = $"{attribute.Kind} '{name}'";
        if (kind.IsModelInput)
            return AddInput(kind, attribute, at, name, title);
        Anchor fromAnchor = (attribute.From is null ? inner : at) with { Target = "From" };
        if (_values.Resolve(
            attribute.From ?? wrapped?.From, attribute.With, title,
            (rule, place, arguments) => Report(rule, place is null ? fromAnchor : AnchorOf(attribute, at, place.Value), arguments)) is not { } inputs)
        {
            return false;
        }

        if (attribute.IsMerge && inputs.Count == 1)
        {
            Report(Rules.NothingToMerge.Id, at, [title, attribute.Kind]);
            return false;
        }

        EquatableArray<CheckedInput> taken = new(inputs.Select(_values.InputOf));
        string? weights = _values.WeightsBefore(inputs);
        var checking = new LayerCheckContext(attribute, at, name, taken, weights, diagnostics.Add)
        {
            Wrapped = wrapped is null ? null : new LayerCheckContext(wrapped, inner, name, taken, weights, diagnostics.Add),
        };

        // After a layer whose output is unknown nothing more can be said.
        if (kind.Check(checking) is not { } spec)
            return false;
        if ((attribute.SkipsIfSameShape || wrapped?.SkipsIfSameShape == true) && spec.OutputShape.Equals(taken[0].Shape))
        {
            _values.Skip(name, inputs[0]);
            return true;
        }

        if (!ModelChecker.CheckSize($"The output of {title}", ModelChecker.Size(spec.OutputShape), at, diagnostics))
            return false;
        if (_values.MaskOf(inputs) is { } masking && (spec.Mask == MaskUse.Drops || (spec.Mask != MaskUse.PassesFirst && _values.MasksDiffer(inputs))))
        {
            string why = spec.Mask == MaskUse.Drops ? "does not support masks" : "merges outputs whose masks differ";
            Report(Rules.MaskDropped.Id, at, [$"{title} {why}", $"{masking.Kind} '{masking.Name}'"]);
        }

        (AttributeDeclaration, AttributeDeclaration?) options = (OptionsOf(attribute), wrapped is null ? null : OptionsOf(wrapped));
        if (!TryShare(spec, options, taken, title, at, out int? owner))
            return false;
        _values.Add(spec, title, inputs);
        _shareable[name] = new Shareable(layer, inside, _layers.Count, _layers.Count + 1, taken[0].Shape);
        _options.Add(options);
        _layers.Add(new LayerNode(spec, new(inputs), _values.Prefix.Length == 0 && LayerNames.WrittenName(attribute, wrapped) is not null) { SharesWith = owner });
        _named.Add(anchor);
        _titles.Add((title, at, _names.Reference));
        return true;
    }

    private bool AddInput(LayerKind kind, AttributeDeclaration attribute, Anchor at, string name, string title)
    {
        if (kind.Check(new LayerCheckContext(attribute, at, name, default, null, diagnostics.Add)) is not { } spec
            || !ModelChecker.CheckSize(title, ModelChecker.Size(spec.OutputShape), at, diagnostics))
        {
            return false;
        }

        _values.Add(spec, title, []);
        _options.Add((OptionsOf(attribute), null));
        _layers.Add(new LayerNode(spec, default));
        _named.Add(at with { Target = "name" });
        _titles.Add((title, at, _names.Reference));
        return true;
    }

    // Where another layer is named whose output is taken.
    private static Anchor AnchorOf(AttributeDeclaration attribute, Anchor at, int place)
    {
        (string Argument, string Layer)[] named = [.. attribute.With];
        return at with { Target = named[place].Argument, Index = named.Take(place).Count(other => other.Argument == named[place].Argument) };
    }

    private void CheckReaders()
    {
        for (int i = 0; i < _layers.Count; i++)
        {
            bool isOutput = _outputs.Count == 0 ? i + 1 == _values.Above : _outputs.Any(output => output.Layer == i);
            if (!isOutput && !_values.IsRead(i + 1))
                Report(Rules.NotTaken.Id, _titles[i].Anchor, [_titles[i].Title, _layers[i].Spec.Name.Split('/').Last(), _outputs.Count == 0 ? "not the last" : "no output"]);
        }

        if (inputShape is not null)
            CheckTokens(0, null, LayerCheckContext.ModelInput);
        for (int i = 0; i < _layers.Count; i++)
        {
            if (_layers[i].Spec.IsInput)
                CheckTokens(i + 1, _layers[i].Spec, _titles[i].Title);
        }
    }

    // Tokens are whole numbers, and all that takes them has a table for them.
    private void CheckTokens(int value, LayerSpec? input, string title)
    {
        int[] readers = [.. Enumerable.Range(0, _layers.Count).Where(layer => _layers[layer].Inputs.Contains(value))];
        int[] tables = [.. readers.Where(layer => _layers[layer].Spec.Vocabulary > 0)], numbers = [.. readers.Except(tables)];
        if (tables.Length > 0 && numbers.Length > 0)
            Report(Rules.TokensAsNumbers.Id, _titles[numbers[0]].Anchor, [_titles[numbers[0]].Title, _titles[tables[0]].Title, title]);
        if (input is not { Vocabulary: > 0 and var tokens })
            return;
        if (tables.Length == 0 && numbers.Length > 0)
            Report(Rules.OutOfRange.Id, _titles[value - 1].Anchor with { Target = "Tokens" }, [title, "Tokens", Text.Number(tokens), $"0, since {_titles[numbers[0]].Title} takes numbers, or an Embedding that takes it"]);
        foreach (int table in tables.Where(table => _layers[table].Spec.Vocabulary < tokens))
        {
            Report(
                Rules.OutOfRange.Id, _titles[table].Anchor with { Target = "inputDim" },
                [_titles[table].Title, "inputDim", Text.Number(_layers[table].Spec.Vocabulary), $"at least {Text.Number(tokens)}, the Tokens of {title}"]);
        }
    }

    private void Report(string rule, Anchor anchor, string[] arguments) => diagnostics.Add(new DiagnosticInfo(rule, anchor, new(arguments)));
}
