namespace StaticNet.Generators;

/// <summary>Which of the values that a layer takes are an attention's queries, values and keys.</summary>
/// <param name="Value">The place of the values; 0 is that of the queries.</param>
/// <param name="Key">The place of the keys.</param>
internal sealed record AttentionInputs(int Value, int Key)
{
    /// <summary>Reads and checks what an attention takes; null, with a diagnostic, where that does not go together.</summary>
    public static AttentionInputs? Check(LayerCheckContext layer)
    {
        int value = Names("Value") ? 1 : 0, key = Names("Key") ? value + 1 : value;
        if (!layer.RequireSequence())
            return null;
        foreach ((string argument, int place) in new[] { ("Value", value), ("Key", key) })
        {
            CheckedInput input = layer.Inputs[place];
            if (input.Shape.Count == 2)
                continue;
            layer.Report(
                Rules.WrongRank.Id, argument, layer.Title, "a sequence of (steps, channels)", Text.Shape(input.Shape), input.Title,
                "name a layer that gives a sequence, or put [Reshape] below that one");
            return null;
        }

        (CheckedInput values, CheckedInput keys) = (layer.Inputs[value], layer.Inputs[key]);
        if (values.Shape[0] == keys.Shape[0])
            return new AttentionInputs(value, key);
        layer.Report(
            Rules.OutOfRange.Id, "Key", layer.Title, "Key", $"{keys.Title} of {Text.Number(keys.Shape[0])} steps",
            $"as many keys as values, of which {values.Title} gives {Text.Number(values.Shape[0])}");
        return null;

        bool Names(string argument) => layer.GetAll<string>(argument).Any();
    }

    /// <summary>The masks of what it takes.</summary>
    /// <param name="masks">Those of all that the layer takes.</param>
    /// <param name="heedsKeys">Whether a mask of the keys' own counts.</param>
    public AttentionMasks MasksOf(IReadOnlyList<Value?> masks, bool heedsKeys)
    {
        Value? value = masks[Value], own = heedsKeys && Key != Value ? masks[Key] : null;
        return new(masks[0], own ?? value, own is null || own == value ? null : value);
    }
}
