namespace StaticNet.Generators;

/// <summary>Layers and blocks that run once more with the same weights.</summary>
internal sealed partial class GraphChecker
{
    private static readonly string[] _own = ["Name", "From", "SkipIfSameShape"];
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
            Report(Rules.NotShared.Id, share.At with { Part = "name" }, ["Share", name, Instead(name)]);
            return false;
        }

        // It is written like the other, but for what it is called and what it takes.
        AttributeDeclaration attribute = shared.Part.Attribute with
        {
            Arguments = new([.. Options(shared.Part.Attribute).Arguments, .. share.Attribute.Arguments.Where(argument => _own.Contains(argument.Name))]),
        };
        SharedRun? outer = _sharing;
        int before = _layers.Count;
        _sharing = new SharedRun(name, new(Enumerable.Range(shared.First, shared.End - shared.First)), shared.End, shared.Part is ExpandedUse);
        bool isRight = shared.Part is ExpandedUse use
            ? CheckUse(use with { Attribute = attribute, At = share.At, Block = AttributeReader.Share }, name, shared.Input)
            : CheckLayer(
                kinds(attribute.Kind)!, new ExpandedLayer(attribute, share.At),
                shared.Wrapped is { } wrapped ? new ExpandedLayer(Options(wrapped.Attribute), share.At) : null, AttributeReader.Share);
        _sharing = outer;

        // In a block that is shared itself, it stands for the same layers as there.
        for (; before < _layers.Count; before++)
            outer?.Layers.Dequeue();
        return isRight;
    }

    // A layer without what it is called and what it takes.
    private static AttributeDeclaration Options(AttributeDeclaration layer) => layer with { Arguments = new(layer.Arguments.Where(argument => !_own.Contains(argument.Name))) };

    private string Instead(string name)
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
            Report(Rules.NotShared.Id, at, [title, run.Name, "there it is put together otherwise: write a layer of its own"]);
            return false;
        }

        int layer = run.Layers.Dequeue();
        LayerNode other = _layers[layer];
        owner = other.SharesWith ?? layer;
        EquatableArray<int> shape = _values.InputOf(other.Inputs[0]).Shape;
        if (!shape.Equals(taken[0].Shape))
        {
            RefuseShape(at, title, other.Spec.Name, shape, taken[0]);
            return false;
        }

        if ((spec.ParameterCount == 0 && run.IsBlock) || spec.WhyNotShared is not { } why)
            return true;
        Report(Rules.NotShared.Id, at, [title, other.Spec.Name, why]);
        return false;
    }

    private void RefuseShape(Anchor at, string title, string name, EquatableArray<int> shape, CheckedInput input)
        => Report(Rules.NotShared.Id, at, [title, name, $"that takes {Text.Shape(shape)}, but {Text.Shape(input.Shape)} comes in from {input.Title}: let it take a value of the same shape"]);

    // Of what was left out nobody can have the weights.
    private void Forget(int layers)
    {
        foreach (string name in _shareable.Where(other => other.Value.End > layers).Select(other => other.Key).ToArray())
            _shareable.Remove(name);
        _skips.RemoveWhere(skip => skip.Layers > layers);
    }

    /// <summary>Whether a use was left out where the block that is shared stands.</summary>
    private bool IsSkipped(ExpandedUse use)
        => _sharing is { } run && _skips.Contains((run.Layers.Count > 0 ? run.Layers.Peek() : run.End, use.At.Block, use.At.Attribute));

    private void NoteSkip(ExpandedUse use) => _skips.Add((_layers.Count, use.At.Block, use.At.Attribute));
}
