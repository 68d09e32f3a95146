namespace StaticNet.Generators;

/// <summary>
/// Between Parse and Check: puts blocks in place, with their constants. What it gives knows nothing of constants, and is checked as though each
/// layer had been written where it stands.
/// </summary>
internal sealed class Expander
{
    /// <summary>The most layers of a model: generated code has methods for each.</summary>
    public const int MaxLayers = 2_000;

    private readonly EquatableArray<BlockDeclaration> _blocks;
    private readonly Func<string, bool> _isLayer;
    private readonly Action<DiagnosticInfo> _report;
    private readonly Dictionary<string, bool> _sound;
    private int _attributes;

    /// <param name="blocks">All blocks that the declaration uses.</param>
    /// <param name="isLayer">Whether a kind of attribute is a layer's.</param>
    /// <param name="report">Takes what is wrong.</param>
    public Expander(EquatableArray<BlockDeclaration> blocks, Func<string, bool> isLayer, Action<DiagnosticInfo> report)
        : this(blocks, isLayer, report, new(StringComparer.Ordinal))
    {
    }

    private Expander(EquatableArray<BlockDeclaration> blocks, Func<string, bool> isLayer, Action<DiagnosticInfo> report, Dictionary<string, bool> sound)
        => (_blocks, _isLayer, _report, _sound) = (blocks, isLayer, report, sound);

    /// <summary>Whether something could not be put in place, whether or not that is to be reported here.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The layers and blocks of a declaration. What could not be put in place is missing.</summary>
    public IReadOnlyList<Expanded> Expand(EquatableArray<AttributeDeclaration> attributes)
        => Expand(attributes, (attribute, _) => attribute, place => new Anchor(place, null));

    /// <summary>The same of a block by itself, with the defaults of its constants.</summary>
    public IReadOnlyList<Expanded> Expand(BlockDeclaration block) => Body(block, new BlockConstants(block), place => new Anchor(place, null));

    private List<Expanded> Expand(
        EquatableArray<AttributeDeclaration> attributes, Func<AttributeDeclaration, Anchor, AttributeDeclaration?> evaluate, Func<int, Anchor> anchorOf)
    {
        var written = new List<Expanded>();
        for (int i = 0; i < attributes.Count; i++)
        {
            Anchor at = anchorOf(i);
            if (attributes[i].Block is null && !_isLayer(attributes[i].Kind))
                continue;

            // Blocks of blocks of blocks may be more than any model can have long before they are all in place.
            if (++_attributes > MaxLayers * 4)
            {
                if (_attributes == (MaxLayers * 4) + 1)
                    ReportTooMany(Outermost(at), "more than that");
                return written;
            }

            if (evaluate(attributes[i], at) is not { } attribute)
                continue;
            if (attribute.Block is null)
                written.Add(new ExpandedLayer(attribute, at));
            else if (Use(attribute, at) is { } use)
                written.Add(use);
        }

        return written;
    }

    private ExpandedUse? Use(AttributeDeclaration attribute, Anchor at)
    {
        BlockDeclaration block = _blocks.First(other => other.Key == attribute.Block);
        string title = $"Use<{block.Name}>";
        if (block.Unknown is { } unknown)
        {
            Report(Rules.NoBlock.Id, at, title, block.Name, unknown);
            return null;
        }

        // What is wrong with a block by itself is told where it is declared, if that is at hand.
        if (!IsSound(block))
        {
            HasFailed = true;
            if (block.Origin == BlockOrigin.Compiled)
                Report(Rules.NoBlock.Id, at, title, block.Name, "has errors in the declaration that its assembly holds: build that again with this version of StaticNet");
            return null;
        }

        int times = attribute.Find("Times")?.Values[0] is int written ? written : 1;
        if (times < 1)
        {
            Report(Rules.OutOfRange.Id, at with { Target = "Times" }, title, "Times", Text.Number(times), "at least 1");
            return null;
        }

        var constants = new BlockConstants(block);
        if (constants.Set(attribute) is (int place, string wrong))
        {
            Report(Rules.WrongConstant.Id, at with { Target = "constants", Index = place }, title, wrong);
            return null;
        }

        var use = new ExpandedUse(attribute, at, block.Name, times, Body(block, constants, i => new Anchor(i, null) { Block = block.Key, Use = at }));
        if (use.Layers <= MaxLayers)
            return use;
        ReportTooMany(at with { Target = "Times" }, Text.Number(use.Layers));
        return null;
    }

    private List<Expanded> Body(BlockDeclaration block, BlockConstants constants, Func<int, Anchor> anchorOf) => Expand(
        block.Attributes,
        (attribute, at) => constants.Evaluate(attribute, (argument, place, message)
            => Report(Rules.BlockExpression.Id, at with { Target = argument, Index = place }, block.Name, argument, message)),
        anchorOf);

    /// <summary>Whether nothing is wrong with a block by itself, nor with those that it uses.</summary>
    private bool IsSound(BlockDeclaration block)
    {
        if (_sound.TryGetValue(block.Key, out bool sound))
            return sound;

        // One that comes to itself again is not.
        _sound[block.Key] = false;
        if (BlockChecker.FlawsOf(block, _isLayer).Any())
            return false;
        var alone = new Expander(_blocks, _isLayer, _ => { }, _sound);
        alone.Expand(block);
        return _sound[block.Key] = !alone.HasFailed;
    }

    private static Anchor Outermost(Anchor at) => at.Use is null ? at : Outermost(at.Use);

    private void ReportTooMany(Anchor at, string count)
        => Report(Rules.OutOfRange.Id, at, "The model", "its number of layers", count, $"at most {Text.Number(MaxLayers)}");

    private void Report(string rule, Anchor at, params string[] arguments)
    {
        HasFailed = true;
        _report(new DiagnosticInfo(rule, at, new(arguments)));
    }
}
