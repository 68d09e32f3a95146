namespace StaticNet.Generators;

/// <summary>Checks the layers of a model one by one, each with the values that it takes.</summary>
internal sealed class GraphChecker(
    ModelDeclaration declaration, EquatableArray<int>? inputShape, Func<string, LayerKind?> kinds, List<DiagnosticInfo> diagnostics)
{
    private readonly GraphValues _values = new(inputShape);
    private readonly LayerNames _names = new();
    private readonly List<LayerNode> _layers = [];
    private readonly List<Anchor> _named = [];
    private readonly List<(string Title, Anchor Anchor)> _titles = [];
    private readonly List<(int Layer, int Attribute)> _outputs = [];

    /// <summary>The layers that are known to be right, where their names and they themselves are written, and those that are declared outputs.</summary>
    internal sealed record Graph(
        IReadOnlyList<LayerNode> Layers, IReadOnlyList<Anchor> Named, IReadOnlyList<(string Title, Anchor Anchor)> Titles,
        IReadOnlyList<(int Layer, int Attribute)> Outputs, GraphValues Values)
    {
        /// <summary>What has made a mask of what a layer gives, if anything.</summary>
        public LayerSpec? MaskOf(int layer) => Values.MaskOf([layer + 1]);
    }

    /// <summary>The graph; null where something is wrong after which nothing more can be said.</summary>
    public Graph? Check()
    {
        for (int i = 0; i < declaration.Attributes.Count; i++)
        {
            if (declaration.Attributes[i].Kind == "Output" && !CheckOutput(i))
                return null;
            if (kinds(declaration.Attributes[i].Kind) is not { } kind)
                continue;
            int outer = i;
            if (kind.Wraps.Count > 0 && !IsWrapped(kind, ++i))
                return null;
            if (!CheckLayer(kind, outer, i == outer ? null : declaration.Attributes[i]))
                return null;
        }

        CheckReaders();
        return new Graph(_layers, _named, _titles, _outputs, _values);
    }

    // It belongs to the layer above it.
    private bool CheckOutput(int at)
    {
        int layer = _layers.Count - 1;
        string? instead = layer < 0 ? "no layer does" : _layers[layer].Spec.IsInput ? $"there stands {_titles[layer].Title}"
            : _outputs.Any(output => output.Layer == layer) ? $"{_titles[layer].Title} is one already" : null;
        if (instead is null)
            _outputs.Add((layer, at));
        else
            Report(Rules.MisplacedOutput.Id, new Anchor(at, null), [instead]);
        return instead is null;
    }

    private bool IsWrapped(LayerKind kind, int at)
    {
        AttributeDeclaration? wrapped = at < declaration.Attributes.Count ? declaration.Attributes[at] : null;
        if (wrapped is not null && kind.Wraps.Contains(wrapped.Kind))
            return true;
        Report(Rules.NothingToWrap.Id, new Anchor(at - 1, null), [
            kind.Name, Text.Choice(kind.Wraps), wrapped is null or { Kind: "Loss" or "Output" } ? "there is none" : $"there stands {wrapped.Kind}", kind.Wraps[0]]);
        return false;
    }

    private bool CheckLayer(LayerKind kind, int at, AttributeDeclaration? wrapped)
    {
        AttributeDeclaration attribute = declaration.Attributes[at];
        int inner = wrapped is null ? at : at + 1;
        var anchor = new Anchor(wrapped is not null && !attribute.Has("Name") ? inner : at, kind.TakesNothing ? "name" : "Name");
        string name = _names.NameOf(attribute, wrapped, (rule, arguments) => Report(rule, anchor, arguments));
        string title = $"{attribute.Kind} '{name}'";
        var fromAnchor = new Anchor(attribute.From is null ? inner : at, "From");
        if (kind.TakesNothing)
            return AddLayer(kind, new LayerChecking(attribute, at, name, default, null, diagnostics.Add), [], new Anchor(at, null), anchor, isNamed: false);
        if (_values.Resolve(
            attribute.From ?? wrapped?.From, attribute.With, title,
            (rule, place, arguments) => Report(rule, place is null ? fromAnchor : new Anchor(at, "with", place.Value), arguments)) is not { } inputs)
        {
            return false;
        }

        if (attribute.IsMerge && inputs.Count == 1)
        {
            Report(Rules.NothingToMerge.Id, new Anchor(at, null), [title, attribute.Kind]);
            return false;
        }

        EquatableArray<CheckedInput> taken = new(inputs.Select(_values.InputOf));
        string? weights = _values.WeightsBefore(inputs);
        var checking = new LayerChecking(attribute, at, name, taken, weights, diagnostics.Add)
        {
            Wrapped = wrapped is null ? null : new LayerChecking(wrapped, inner, name, taken, weights, diagnostics.Add),
        };
        return AddLayer(kind, checking, inputs, new Anchor(at, null), anchor, LayerNames.WrittenName(attribute, wrapped) is not null);
    }

    private bool AddLayer(LayerKind kind, LayerChecking checking, IReadOnlyList<int> inputs, Anchor whole, Anchor named, bool isNamed)
    {
        // After a layer whose output is unknown nothing more can be said.
        if (kind.Check(checking) is not { } spec)
            return false;
        string title = checking.Title;
        if (!ModelChecker.CheckSize($"The output of {title}", ModelChecker.Size(spec.OutputShape), whole, diagnostics))
            return false;
        if (_values.MaskOf(inputs) is { } masking && (spec.Mask == MaskUse.Drops || _values.MasksDiffer(inputs)))
            Report(Rules.MaskDropped.Id, whole, [title, $"{masking.Kind} '{masking.Name}'"]);
        _values.Add(spec, title, inputs);
        _layers.Add(new LayerNode(spec, new(inputs), isNamed));
        _named.Add(named);
        _titles.Add((title, whole));
        return true;
    }

    private void CheckReaders()
    {
        for (int i = 0; i < _layers.Count; i++)
        {
            bool isOutput = _outputs.Count == 0 ? i == _layers.Count - 1 : _outputs.Any(output => output.Layer == i);
            if (!isOutput && !_values.IsRead(i + 1))
                Report(Rules.NotTaken.Id, _titles[i].Anchor, [_titles[i].Title, _layers[i].Spec.Name, _outputs.Count == 0 ? "not the last" : "no output"]);
        }

        if (inputShape is not null)
            CheckTokens(0, null, LayerChecking.ModelInput);
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
            Report(Rules.OutOfRange.Id, _titles[value - 1].Anchor with { Part = "Tokens" }, [title, "Tokens", Text.Number(tokens), $"0, since {_titles[numbers[0]].Title} takes numbers, or an Embedding that takes it"]);
        foreach (int table in tables.Where(table => _layers[table].Spec.Vocabulary < tokens))
        {
            Report(
                Rules.OutOfRange.Id, _titles[table].Anchor with { Part = "inputDim" },
                [_titles[table].Title, "inputDim", Text.Number(_layers[table].Spec.Vocabulary), $"at least {Text.Number(tokens)}, the Tokens of {title}"]);
        }
    }

    private void Report(string rule, Anchor anchor, string[] arguments) => diagnostics.Add(new DiagnosticInfo(rule, anchor, new(arguments)));
}
