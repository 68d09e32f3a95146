namespace StaticNet.Generators;

/// <summary>Layers and blocks that run once more with the same weights.</summary>
internal sealed partial class GraphChecker
{
    private const string DifferentParts = "there it is put together otherwise: write a layer of its own";
    private static readonly string[] _ownArguments = ["Name", "From", "SkipIfSameShape"];
    private readonly List<(AttributeDeclaration Layer, AttributeDeclaration? Wrapped)> _options = [];
    private readonly Dictionary<string, Shareable> _shareable = new(StringComparer.Ordinal);
    private readonly HashSet<(int Layers, string? Block, int Attribute)> _skips = [];
    private SharedRun? _sharing;

    /// <summary>What a name stands for: a layer, with the one that it wraps, or a block, the layers that it has come to, and the shape that it takes.</summary>
    private sealed record Shareable(Expanded Part, ExpandedLayer? Wrapped, int First, int End, EquatableArray<int> Input);

    /// <summary>The layers whose weights the next ones have, in order.</summary>
    private sealed record SharedRun(string Name, Queue<int> Layers, int End, bool IsBlock);

    private bool CheckShare(ExpandedLayer share)
    {
        string name = share.Attribute.Find("name")?.Values[0] as string ?? "";
        if (!_shareable.TryGetValue(_values.Prefix + name, out Shareable shared))
        {
            Report(Rules.NotShared.Id, share.At with { Target = "name" }, ["Share", name, SuggestionFor(name)]);
            return false;
        }

        // It is written like the other, but for what it is called and what it takes.
        AttributeDeclaration attribute = AsShared(shared.Part.Attribute, share.Attribute);
        if (_layers.Count + shared.End - shared.First > Expander.MaxLayers)
        {
            Report(Rules.OutOfRange.Id, share.At, ["The model", "its number of layers", Text.Number(_layers.Count + shared.End - shared.First), $"at most {Text.Number(Expander.MaxLayers)}"]);
            return false;
        }

        SharedRun? outer = _sharing;
        int before = _layers.Count;
        _sharing = new SharedRun(name, new(Enumerable.Range(shared.First, shared.End - shared.First)), shared.End, shared.Part is ExpandedUse);
        bool isRight = shared.Part is ExpandedUse use
            ? CheckUse(use with { Attribute = attribute, At = share.At, Block = AttributeNames.Share }, shared)
            : CheckLayer(
                kinds(attribute.Kind)!, new ExpandedLayer(attribute, share.At),
                shared.Wrapped is { } wrapped ? new ExpandedLayer(OptionsOf(wrapped.Attribute), share.At) : null, AttributeNames.Share);
        if (isRight && _sharing.Layers.Count > 0)
        {
            Report(Rules.NotShared.Id, share.At, ["Share", name, DifferentParts]);
            isRight = false;
        }

        _sharing = outer;

        // In a block that is shared itself, it stands for the same layers as there.
        for (; before < _layers.Count; before++)
            outer?.Layers.Dequeue();
        return isRight;
    }

    /// <summary>A layer or block as it runs once more: with the name and the input of what runs it.</summary>
    public static AttributeDeclaration AsShared(AttributeDeclaration shared, AttributeDeclaration share)
        => shared with { Arguments = new([.. OptionsOf(shared).Arguments, .. share.Arguments.Where(argument => _ownArguments.Contains(argument.Name))]) };

    /// <summary>A layer without what it is called and what it takes.</summary>
    public static AttributeDeclaration OptionsOf(AttributeDeclaration layer) => layer with { Arguments = new(layer.Arguments.Where(argument => !_ownArguments.Contains(argument.Name))) };

    private string SuggestionFor(string name)
    {
        string[] seen =
        [
            .. _shareable.Where(other => other.Key.StartsWith(_values.Prefix, StringComparison.Ordinal))
                .Select(other => other.Key.Substring(_values.Prefix.Length)).Where(other => !other.Contains('/')),
        ];
        return seen.Length == 0 ? "there is nothing above it that has weights: move it down"
            : Text.NearestOf(seen, name) is { } nearest ? $"nothing above it has that name; write \"{nearest}\""
            : $"nothing above it has that name; write one of {string.Join(", ", seen.Select(other => $"\"{other}\""))}";
    }

    /// <summary>Finds the layer whose weights one has, if it does not have its own; whether all is well.</summary>
    private bool TryShare(LayerSpec spec, (AttributeDeclaration, AttributeDeclaration?) options, EquatableArray<CheckedInput> taken, string title, Anchor at, out int? owner)
    {
        owner = null;
        if (_sharing is not { } run)
            return true;
        if (run.Layers.Count == 0 || _options[run.Layers.Peek()] != options)
        {
            Report(Rules.NotShared.Id, at, [title, run.Name, DifferentParts]);
            return false;
        }

        int layer = run.Layers.Dequeue();
        LayerNode other = _layers[layer];
        owner = other.SharesWith ?? layer;
        EquatableArray<int> shape = _values.InputOf(other.Inputs[0]).Shape;
        if (!Fits(run, spec, shape, taken[0].Shape))
        {
            ReportShape(at, title, other.Spec.Name, shape, taken[0]);
            return false;
        }

        if ((spec.ParameterCount == 0 && run.IsBlock) || spec.WhyNotShared is not { } why)
            return true;
        Report(Rules.NotShared.Id, at, [title, other.Spec.Name, why]);
        return false;
    }

    // What has no weights in a block takes what comes in.
    private static bool Fits(SharedRun run, LayerSpec spec, EquatableArray<int> shape, EquatableArray<int> taken)
        => (spec.ParameterCount == 0 && run.IsBlock) || spec.SharesBetween(shape, taken);

    // Of the layers of a block those that take what comes into it. The others are looked at one by one.
    private bool Fits(Shareable block, EquatableArray<int> taken)
        => Enumerable.Range(block.First, block.End - block.First).Select(layer => _layers[layer])
            .Where(layer => layer.Spec.ParameterCount > 0 && layer.Inputs.Any(value => value <= block.First))
            .All(layer => layer.Spec.SharesBetween(block.Input, taken));

    private void ReportShape(Anchor at, string title, string name, EquatableArray<int> shape, CheckedInput input)
        => Report(Rules.NotShared.Id, at, [title, name, $"that takes {Text.Shape(shape)}, but {Text.Shape(input.Shape)} comes in from {input.Title}: let it take a value of the same shape"]);

    // Layers that were left out cannot share their weights.
    private void ForgetFrom(int layers)
    {
        foreach (string name in _shareable.Where(other => other.Value.End > layers).Select(other => other.Key).ToArray())
            _shareable.Remove(name);
        _skips.RemoveWhere(skip => skip.Layers > layers);
    }

    /// <summary>Whether a use was left out where the block that is shared stands.</summary>
    private bool IsSkipped(ExpandedUse use)
        => _sharing is { } run && _skips.Contains((run.Layers.Count > 0 ? run.Layers.Peek() : run.End, use.At.Block, use.At.Attribute));

    private void RecordSkip(ExpandedUse use) => _skips.Add((_layers.Count, use.At.Block, use.At.Attribute));
}
