namespace StaticNet.Fuzzing;

/// <summary>Draws what runs once more behind a stack: layers and blocks with the same weights, and blocks that stand several times.</summary>
/// <param name="layers">The layers so far, to which more are added.</param>
/// <param name="random">The random numbers.</param>
/// <param name="inputs">The model's inputs.</param>
/// <param name="operations">The multiplications that there may be more, for a sample.</param>
internal sealed class SharingDrawing(List<Layer> layers, Random random, IReadOnlyList<StackInput> inputs, long operations)
{
    private long _left = operations;

    /// <summary>The layers that became a block, if any did.</summary>
    public BlockCut? Cut { get; private set; }

    /// <summary>Adds something now and then.</summary>
    public void Draw()
    {
        if (random.Chance(0.3))
            Block();
        for (int more = random.Chance(0.3) ? random.Next(1, 3) : 0; more > 0; more--)
            ShareLayer();
    }

    /// <summary>Reads an input of tokens by a table that another has read; whether there is one.</summary>
    public bool ReadAgain(StackInput input)
    {
        int[] tables = [.. Enumerable.Range(0, layers.Count).Where(layer => layers[layer] is EmbeddingLayer)];
        if (tables.Length == 0)
            return false;
        int table = random.One(tables);
        Add(new RepeatedLayer(((EmbeddingLayer)layers[table]).Of(input.Shape), table), input.Value);
        return true;
    }

    private void ShareLayer()
    {
        (int Layer, int Value)[] choices =
        [
            .. Enumerable.Range(0, layers.Count).Where(layer => layers[layer].Roles.Length > 0 && layers[layer].Inputs is null or { Length: 1 } && Cut?.Has(layer) != true && layers[layer].Operations <= _left)
                .SelectMany(layer => Candidates((layers[layer].Inputs ?? [layer])[0]).Select(value => (layer, value))),
        ];
        if (choices.Length == 0)
            return;
        (int chosen, int taken) = random.One(choices);
        int above = layers.Count;
        Add(new RepeatedLayer(layers[chosen], chosen), taken);
        Join(above);
    }

    // Several times one behind the other, and once more as a whole.
    private void Block()
    {
        BlockCut[] cuts =
        [
            .. BlockCut.All(layers).Where(cut => Enumerable.Range(cut.First, cut.Count).All(layer => layers[layer] is { IsAugmentation: false } and not InputLayer)
                && Operations(cut) <= _left),
        ];
        if (cuts.Length == 0)
            return;
        BlockCut[] chains = [.. cuts.Where(cut => cut.End == layers.Count && !IsTokens(cut.First) && Shape(cut.First).SequenceEqual(Shape(cut.End)))];
        bool repeats = chains.Length > 0 && random.Chance(0.7);
        Cut = random.One(repeats ? chains : cuts);
        if (repeats)
        {
            Cut = Cut with { Times = random.Next(2, 4) };
            for (int time = 1; time < Cut.Times; time++)
            {
                for (int layer = Cut.First; layer < Cut.First + Cut.Count; layer++)
                    Add(new RepeatedLayer(layers[layer], null), [.. (layers[layer].Inputs ?? [layer]).Select(value => value + (time * Cut.Count))]);
            }
        }

        for (int more = random.Next(0, 3); more > 0; more--)
        {
            int above = layers.Count, taken = random.One(Candidates(Cut.First));
            if (Operations(Cut) > _left)
                return;
            Cut = Cut with { Runs = [.. Cut.Runs, above] };
            int[][] values = [.. Enumerable.Range(Cut.First, Cut.End - Cut.First).Select(layer => layers[layer].Inputs ?? [layer])];
            for (int layer = Cut.First; layer < Cut.End; layer++)
                Add(new RepeatedLayer(layers[layer], layers[layer] is RepeatedLayer { Owner: { } other } ? other : layer), [.. values[layer - Cut.First].Select(value => value == Cut.First ? taken : value - Cut.First + above)]);
            Join(above);
        }
    }

    private long Operations(BlockCut cut) => Enumerable.Range(cut.First, cut.End - cut.First).Sum(layer => layers[layer].Operations);

    // Both have readers then.
    private void Join(int above) => new BranchDrawing(layers, random, inputs).Join(above, layers.Count);

    private int[] Shape(int value) => inputs.FirstOrDefault(input => input.Value == value)?.Shape ?? layers[value - 1].OutputShape;

    private bool IsTokens(int value) => inputs.Any(input => input.Value == value && input.Vocabulary > 0);

    // Values that may come in instead of one.
    private int[] Candidates(int value)
        => [.. Enumerable.Range(0, layers.Count + 1).Where(other => (other > 0 || inputs[0].Value == 0) && Cut?.Hides(other) != true && IsTokens(other) == IsTokens(value) && Shape(other).SequenceEqual(Shape(value)))];

    private void Add(Layer layer, params int[] taken)
    {
        layer.Inputs = taken;
        layers.Add(layer);
        _left -= layer.Operations;
    }
}
