namespace StaticNet.Fuzzing;

/// <summary>Draws a part of a graph in which a value goes several ways that come together again.</summary>
/// <param name="layers">The layers so far, to which more are added.</param>
/// <param name="random">The random numbers.</param>
/// <param name="inputs">The model's inputs.</param>
internal sealed class BranchDrawing(List<Layer> layers, Random random, IReadOnlyList<StackInput> inputs)
{
    private const int MaxNumbers = 60_000;
    private static readonly string[] _operations = ["Add", "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"];

    private int Last => layers.Count;

    /// <summary>Adds it, whatever is left of the layers that would not fit.</summary>
    public void Draw()
    {
        int fork = Last;
        switch (random.Next(5))
        {
            case 0:
                // A way round a few layers.
                Walk(fork, random.Next(1, 4));
                break;
            case 1:
                // Two ways.
                Walk(fork, random.Next(1, 3));
                int first = Last;
                if (!Walk(fork, random.Next(1, 3)))
                    return;
                fork = first;
                break;
            case 2 when Shape(fork).Length > 1:
                // How much each channel counts.
                Squeeze(fork);
                return;
            case 3 when inputs.FirstOrDefault(input => input.Vocabulary > 0) is { } tokens:
                Read(tokens, masksZero: false);
                break;
            default:
                // With itself, or with the model's input.
                if (random.Chance(0.5) && inputs.FirstOrDefault(input => input.Vocabulary == 0) is { } numbers)
                    fork = numbers.Value;
                break;
        }

        Merge(fork, Last);
    }

    /// <summary>Brings two values together.</summary>
    public void Join(int first, int second) => Merge(first, second);

    /// <summary>Looks tokens up in a table of their own.</summary>
    public void Read(StackInput tokens, bool masksZero)
    {
        int width = random.Width(isLarge: false);
        Add(new EmbeddingLayer(new Options("Embedding", tokens.Vocabulary, width).With("MaskZero", masksZero, false).ToString(), tokens.Shape, width, masksZero), tokens.Value);
    }

    private int[] Shape(int value) => value == 0 ? inputs[0].Shape : layers[value - 1].OutputShape;

    // From a value on; whether there is a layer now.
    private bool Walk(int from, int count)
    {
        int before = Last;
        for (int i = 0; i < count; i++)
        {
            int at = i == 0 || Last == before ? from : Last;
            int[] shape = Shape(at);
            bool keepsShape = random.Chance(0.5);
            Layer? layer = keepsShape
                ? random.Chance(0.5) ? new DenseLayer($"Dense({shape[^1]}, Activation.ReLU)", shape, shape[^1], Activation.ReLU, useBias: true)
                    : new LayerDrawing(shape, random, isLarge: false).Layer(random.One("Activation", "LayerNormalization", "Dropout", "BatchNormalization", "PReLU", "LeakyReLU"))
                : new LayerDrawing(shape, random, isLarge: false).Layer(LayerDrawing.Kind(shape.Length, random));
            if (layer is { IsAugmentation: false } && layer.OutputSize <= MaxNumbers && layer.Operations <= 2_000_000)
                Add(layer, at);
        }

        return Last > before;
    }

    private void Squeeze(int fork)
    {
        int[] shape = Shape(fork);
        if (shape.Length is not (2 or 3) || shape.Aggregate(1, (size, next) => size * next) > MaxNumbers)
            return;
        Add(new LayerDrawing(shape, random, isLarge: false).Layer(shape.Length == 2 ? "GlobalMaxPooling1D" : "GlobalAveragePooling2D")!, Last);
        if (Shape(Last).Length == 1)
            Add(new DenseLayer($"Dense({shape[^1]}, Activation.Sigmoid)", Shape(Last), shape[^1], Activation.Sigmoid, useBias: true), Last);
        Elementwise(random.One("Multiply", "Add", "Subtract"), shape, random.Chance(0.5) ? [fork, Last] : [Last, fork]);
    }

    private void Merge(int first, int second)
    {
        if (random.Chance(0.3) && Attend(second, first))
            return;
        int[] one = Shape(first), other = Shape(second);
        int axis = one.Length != other.Length ? -1 : Enumerable.Range(0, one.Length).FirstOrDefault(at => one[at] != other[at], random.Next(one.Length));
        if (one.SequenceEqual(other) && random.Chance(0.6))
        {
            string kind = random.One(_operations);
            Elementwise(kind, one, kind != "Subtract" && random.Chance(0.3) ? [first, second, first] : [first, second]);
            return;
        }

        if (one.Length <= 2 && other.Length <= 2 && random.Chance(0.4) && Dot(first, second))
            return;
        if (axis >= 0 && one.Where((_, at) => at != axis).SequenceEqual(other.Where((_, at) => at != axis)))
        {
            Concatenate([first, second], axis);
            return;
        }

        // As rows of numbers they fit always.
        Add(Flatten(other), second);
        second = Last;
        Add(Flatten(one), first);
        Concatenate([second, Last], 0);

        static PassingLayer Flatten(int[] shape) => new("Flatten", [shape.Aggregate(1, (size, next) => size * next)], isRandom: false, passesMask: false);
    }

    // The one asks the other; whether it can.
    private bool Attend(int query, int value)
    {
        int[] one = Shape(query), other = Shape(value);
        if (one.Length != 2 || other.Length != 2 || one[0] * other[0] > 2_000)
            return false;
        string kind = one[1] == other[1] ? random.One("MultiHeadAttention", "Attention", "AdditiveAttention") : "MultiHeadAttention";
        Add(new LayerDrawing(one, random, isLarge: false).Attention(kind, other), random.Chance(0.8) || Shape(query)[0] != other[0] ? [query, value] : [query, value, query]);
        return true;
    }

    private void Elementwise(string kind, int[] shape, int[] inputs) => Add(new ElementwiseLayer(kind, shape), inputs);

    private void Concatenate(int[] inputs, int axis)
    {
        int[] shape = [.. Shape(inputs[0])];
        shape[axis] = inputs.Sum(input => Shape(input)[axis]);
        int written = random.Chance(0.5) ? axis + 1 : axis - shape.Length;
        Add(new ConcatenationLayer(new Options("Concatenate").With("Axis", written, -1).ToString(), shape, axis), inputs);
    }

    // Along axes of one length; whether there are such.
    private bool Dot(int first, int second)
    {
        (int[] one, int[] other) = (Shape(first), Shape(second));
        (int One, int Other)[] axes =
        [
            .. Enumerable.Range(0, one.Length * other.Length).Select(i => (i / other.Length, i % other.Length)).Where(pair => one[pair.Item1] == other[pair.Item2]),
        ];
        if (axes.Length == 0)
            return false;
        (int a, int b) = random.One(axes);
        bool normalizes = random.Chance(0.4);
        string written = a == one.Length - 1 && b == other.Length - 1 && random.Chance(0.5) ? ""
            : a == b ? $"Axes = new[] {{ {a + 1} }}" : $"Axes = new[] {{ {a + 1}, {b - other.Length} }}";
        string[] options = [.. new[] { written, normalizes ? "Normalize = true" : "" }.Where(option => option.Length > 0)];
        var layer = new DotLayer(options.Length == 0 ? "Dot" : $"Dot({string.Join(", ", options)})", one, a, other, b, normalizes);
        if (layer.Operations > 100_000)
            return false;
        Add(layer, first, second);
        return true;
    }

    private void Add(Layer layer, params int[] inputs)
    {
        layer.Inputs = inputs;
        layers.Add(layer);
    }
}
