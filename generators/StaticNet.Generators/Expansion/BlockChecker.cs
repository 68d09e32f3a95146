namespace StaticNet.Generators;

/// <summary>What is wrong with a block whatever comes in, and what other projects are told of one in which nothing is.</summary>
internal static class BlockChecker
{
    public static CheckedBlock Check(ParsedBlock parsed, Func<string, bool> isLayer)
    {
        BlockDeclaration block = parsed.Block;
        if (block.IsBroken || parsed.Used.Any(used => used.IsBroken))
            return new CheckedBlock(parsed.Identity, default, default);
        List<DiagnosticInfo> diagnostics = [.. FlawsOf(block, isLayer)];
        bool failed = diagnostics.Count > 0;
        EquatableArray<BlockDeclaration> blocks = new([block, .. parsed.Used]);
        if (!failed && PathTo(block, block, blocks, []) is { } way)
        {
            int use = block.Attributes.TakeWhile(attribute => attribute.Block != way[0].Key).Count();
            string by = way.Count == 1 ? "" : $" by way of {string.Join(" and ", way.Take(way.Count - 1).Select(other => other.Name))}";
            diagnostics.Add(new DiagnosticInfo(Rules.RecursiveBlock.Id, new Anchor(use, null), new([block.Name, by])));
            failed = true;
        }

        if (!failed)
        {
            var expander = new Expander(blocks, isLayer, diagnostics.Add);
            expander.Expand(block);
            failed = expander.HasFailed;
        }

        return new CheckedBlock(parsed.Identity, failed ? default : new(BlockText.Write(block, parsed.Used)), new(diagnostics));
    }

    /// <summary>What is wrong with the class and with the attributes that stand there.</summary>
    public static IEnumerable<DiagnosticInfo> FlawsOf(BlockDeclaration block, Func<string, bool> isLayer)
    {
        if (block.Flaw is { } flaw)
        {
            yield return new DiagnosticInfo(flaw.Rule, Anchor.Class, flaw.Arguments);
            yield break;
        }

        if (block.Attributes.Count == 0)
            yield return new DiagnosticInfo(Rules.NoLayer.Id, Anchor.Class, new([block.Name, "[Block]"]));
        for (int i = 0; i < block.Attributes.Count; i++)
        {
            if (block.Attributes[i].Block is null && (!isLayer(block.Attributes[i].Kind) || block.Attributes[i].Kind is AttributeNames.Input or AttributeNames.Output))
                yield return new DiagnosticInfo(Rules.WrongBlock.Id, new Anchor(i, null), new([block.Name, $"a block, which has layers alone: move [{block.Attributes[i].Kind}] to the models that use it"]));
        }
    }

    // The blocks by way of which one comes to another, that one last; null where it does not.
    private static List<BlockDeclaration>? PathTo(BlockDeclaration from, BlockDeclaration to, EquatableArray<BlockDeclaration> blocks, HashSet<string> seen)
    {
        foreach (BlockDeclaration next in from.Attributes.Select(attribute => attribute.Block).OfType<string>().Distinct().Select(key => blocks.First(block => block.Key == key)))
        {
            if (next.Key == to.Key)
                return [to];
            if (seen.Add(next.Key) && PathTo(next, to, blocks, seen) is { } way)
                return [next, .. way];
        }

        return null;
    }
}

/// <summary>A checked block.</summary>
/// <param name="Identity">Where its class lives.</param>
/// <param name="Lines">What other projects are told of it; none where something is wrong.</param>
/// <param name="Diagnostics">What is wrong.</param>
internal sealed record CheckedBlock(ClassIdentity Identity, EquatableArray<string> Lines, EquatableArray<DiagnosticInfo> Diagnostics);
