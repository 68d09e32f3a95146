namespace StaticNet.Generators;

/// <summary>Checks the layers of a model one by one, each with the values that it takes.</summary>
internal sealed class GraphChecker(
    ModelDeclaration declaration, EquatableArray<int> inputShape, Func<string, LayerKind?> kinds, List<DiagnosticInfo> diagnostics)
{
    private readonly GraphValues _values = new(inputShape);
    private readonly LayerNames _names = new();
    private readonly List<LayerNode> _layers = [];
    private readonly List<Anchor> _named = [];
    private readonly List<(string Title, Anchor Anchor)> _titles = [];

    /// <summary>The layers that are known to be right, where their names and they themselves are written.</summary>
    internal sealed record Graph(
        IReadOnlyList<LayerNode> Layers, IReadOnlyList<Anchor> Named, IReadOnlyList<(string Title, Anchor Anchor)> Titles);

    /// <summary>The graph; null where something is wrong after which nothing more can be said.</summary>
    public Graph? Check()
    {
        for (int i = 0; i < declaration.Attributes.Count; i++)
        {
            if (kinds(declaration.Attributes[i].Kind) is not { } kind)
                continue;
            int outer = i;
            if (kind.Wraps.Count > 0 && !IsWrapped(kind, ++i))
                return null;
            if (!CheckLayer(kind, outer, i == outer ? null : declaration.Attributes[i]))
                return null;
        }

        CheckReaders();
        return new Graph(_layers, _named, _titles);
    }

    private bool IsWrapped(LayerKind kind, int at)
    {
        AttributeDeclaration? wrapped = at < declaration.Attributes.Count ? declaration.Attributes[at] : null;
        if (wrapped is not null && kind.Wraps.Contains(wrapped.Kind))
            return true;
        Report(Rules.NothingToWrap.Id, new Anchor(at - 1, null), [
            kind.Name, Text.Choice(kind.Wraps), wrapped is null or { Kind: "Loss" } ? "there is none" : $"there stands {wrapped.Kind}", kind.Wraps[0]]);
        return false;
    }

    private bool CheckLayer(LayerKind kind, int at, AttributeDeclaration? wrapped)
    {
        AttributeDeclaration attribute = declaration.Attributes[at];
        int inner = wrapped is null ? at : at + 1;
        var anchor = new Anchor(wrapped is not null && !attribute.Has("Name") ? inner : at, "Name");
        string name = _names.NameOf(attribute, wrapped, (rule, arguments) => Report(rule, anchor, arguments));
        string title = $"{attribute.Kind} '{name}'";
        var fromAnchor = new Anchor(attribute.From is null ? inner : at, "From");
        if (_values.Resolve(
            attribute.From ?? wrapped?.From, attribute.With, title,
            (rule, place, arguments) => Report(rule, place is null ? fromAnchor : AnchorOf(at, place.Value), arguments)) is not { } inputs)
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

        // After a layer whose output is unknown nothing more can be said.
        if (kind.Check(checking) is not { } spec)
            return false;
        var whole = new Anchor(at, null);
        if (!ModelChecker.CheckSize($"The output of {title}", ModelChecker.Size(spec.OutputShape), whole, diagnostics))
            return false;
        if (_values.MaskOf(inputs) is { } masking && (spec.Mask == MaskUse.Drops || (spec.Mask != MaskUse.PassesFirst && _values.MasksDiffer(inputs))))
        {
            string why = spec.Mask == MaskUse.Drops ? "does not support masks" : "merges outputs whose masks differ";
            Report(Rules.MaskDropped.Id, whole, [$"{title} {why}", $"{masking.Kind} '{masking.Name}'"]);
        }

        _values.Add(spec, title, inputs);
        _layers.Add(new LayerNode(spec, new(inputs), LayerNames.WrittenName(attribute, wrapped) is not null));
        _named.Add(anchor);
        _titles.Add((title, whole));
        return true;
    }

    // Where another layer is named whose output is taken.
    private Anchor AnchorOf(int at, int place)
    {
        (string Argument, string Layer)[] named = [.. declaration.Attributes[at].With];
        return new Anchor(at, named[place].Argument, named.Take(place).Count(other => other.Argument == named[place].Argument));
    }

    private void CheckReaders()
    {
        for (int i = 0; i < _layers.Count - 1; i++)
        {
            if (!_values.IsRead(i + 1))
                Report(Rules.NotTaken.Id, _titles[i].Anchor, [_titles[i].Title, _layers[i].Spec.Name]);
        }

        // Tokens are whole numbers, and all that takes them has a table for them.
        int tokens = _layers.FindIndex(layer => layer.Spec.Vocabulary > 0), numbers = _layers.FindIndex(layer => layer.Spec.Vocabulary == 0 && layer.Inputs.Contains(0));
        if (tokens >= 0 && numbers >= 0)
            Report(Rules.TokensAsNumbers.Id, _titles[numbers].Anchor, [_titles[numbers].Title, _titles[tokens].Title]);
    }

    private void Report(string rule, Anchor anchor, string[] arguments) => diagnostics.Add(new DiagnosticInfo(rule, anchor, new(arguments)));
}
