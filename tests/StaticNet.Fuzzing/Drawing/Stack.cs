namespace StaticNet.Fuzzing;

/// <summary>A drawn model: its declaration and, layer by layer, its twin.</summary>
internal sealed class Stack
{
    private static readonly long[] _operations = [60_000, 2_000_000, 40_000_000];

    private Stack(int seed, IReadOnlyList<StackInput> inputs, IReadOnlyList<Layer> layers, IEnumerable<StackOutput> outputs, BlockCut? cut)
    {
        (Seed, Inputs, Layers, Outputs) = (seed, inputs, layers, [.. outputs.OrderBy(output => output.Layer)]);
        InputShape = inputs.Count == 1 ? inputs[0].Shape : [inputs.Sum(input => input.Size)];
        var random = new Random(seed * 17);
        Named = random.Chance(0.6) ? random.Next(layers.Count) : -1;
        if (Named >= 0 && (cut?.Has(Named) == true || layers[Named] is InputLayer))
            Named = -1;
        Cut = cut ?? (Outputs.Count > 1 ? null : BlockCut.Draw(layers, Named, random));
    }

    public int Seed { get; }

    public int[] InputShape { get; }

    /// <summary>What comes in, in the order in which a sample holds it.</summary>
    public IReadOnlyList<StackInput> Inputs { get; }

    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>Which layers give outputs.</summary>
    public IReadOnlyList<StackOutput> Outputs { get; }

    /// <summary>The place of the layer that has a name; below 0 where none has.</summary>
    public int Named { get; }

    /// <summary>The layers that are written as a block, if any.</summary>
    public BlockCut? Cut { get; }

    public string Name => $"Model{Seed}";

    public int InputSize => InputShape.Aggregate(1, (size, next) => size * next);

    /// <summary>What the model gives, for messages: of several outputs how many numbers there are.</summary>
    public int[] OutputShape => Outputs.Count == 1 ? Layers[Outputs[0].Layer].OutputShape : [Outputs.Sum(output => Layers[output.Layer].OutputSize)];

    public int OutputSize => Outputs.Sum(output => Layers[output.Layer].OutputSize);

    public long Operations => Layers.Sum(layer => layer.Operations);

    /// <summary>Whether a training depends on random numbers that only the run time draws.</summary>
    public bool IsRandom => Layers.Any(layer => layer.IsRandom);

    /// <summary>The class, as a person would write it.</summary>
    public string Source
    {
        get
        {
            string[] layers = [.. Layers.Select((layer, i) => Cut?.Has(i) == true && !Cut.HasWritten(i) ? "" : $"[{Written(layer, i)}{Declared(i)}]")];
            string block = "";
            if (Cut is { } cut)
            {
                (string first, int? number) = BlockCut.WithConstant(layers[cut.First][1..^1]);
                string[] body = [$"[{first}]", .. layers[(cut.First + 1)..(cut.First + cut.Count)]];
                string constants = number is null ? "" : $"\"Size\", {number}, ", times = cut.Times == 1 ? "" : $", Times = {cut.Times}";
                foreach (int run in cut.Runs)
                    layers[run] = $"[Share(\"{BlockCut.Use}\"{From(Layers[run].Inputs![0], run)})]";
                layers = [.. layers[..cut.First], $"[Use<{Name}Block>({constants}Name = \"{BlockCut.Use}\"{times})]", .. layers[cut.End..].Where(layer => layer.Length > 0)];
                block = string.Join("\n", [.. body.Prepend("[Block]"), $"public partial class {Name}Block {{ private const int Size = 1; }}", "", ""]);
            }

            return block + string.Join("\n", [
                Inputs.Count == 1 ? $"[Model({string.Join(", ", InputShape)})]" : "[Model]", .. layers, .. Outputs is [{ Loss: { } loss }] ? [$"[Loss(Loss.{loss})]"] : Array.Empty<string>(),
                $"public partial class {Name};", InnerOfColumns, ""]);
        }
    }

    // What predicts the named layer takes a parameter for each input: this takes them one behind the other.
    private string InnerOfColumns
        => Inputs.Count == 1 || Named < 0 ? "" : $$"""
            public partial class {{Name}}
            {
                public void Inner(System.ReadOnlySpan<Mixed> x, System.Span<float> y)
                {
                    int count = x.Length / {{InputSize}};
                    {{string.Concat(Inputs.Select((input, i) => $"var x{i} = new {Type(input)}[{input.Size} * count]; "))}}
                    for (int sample = 0, at = 0; sample < count; sample++)
                    {
                        {{string.Concat(Inputs.Select((input, i) => $"for (int i = 0; i < {input.Size}; i++) x{i}[({input.Size} * sample) + i] = System.Runtime.CompilerServices.Unsafe.BitCast<Mixed, {Type(input)}>(x[at++]); "))}}
                    }

                    PredictInner({{string.Concat(Inputs.Select((_, i) => $"x{i}, "))}}y);
                }
            }
            """;

    private static string Type(StackInput input) => input.Vocabulary > 0 ? "int" : "float";

    /// <summary>The stack of a seed, without the layers of these numbers: what is left of it fits together all the same.</summary>
    public static Stack Of(int seed, IReadOnlySet<int>? without = null)
    {
        var random = new Random(seed);
        int size = random.Chance(0.6) ? 0 : random.Chance(0.7) ? 1 : 2;
        int vocabulary = random.Chance(0.2) ? random.Next(2, size == 0 ? 40 : 3000) : 0;
        int[] input = Input(random, vocabulary > 0, size == 2), shape = input;
        var layers = new List<Layer>();
        long left = _operations[size];
        var sharing = new Random(seed * 37);
        List<StackInput> inputs = [new(0, input, vocabulary)];
        if (size < 2 && sharing.Chance(0.25))
            inputs = AddInputs(layers, input, vocabulary, sharing);
        var unread = new Queue<StackInput>(inputs.Take(inputs.Count - 1));
        if (vocabulary > 0)
        {
            bool masks = input.Length == 1 && random.Chance(0.5);
            int width = random.Width(isLarge: false);
            Add(new EmbeddingLayer(new Options("Embedding", vocabulary, width).With("MaskZero", masks, false).ToString(), input, width, masks));
        }

        int count = random.Next(1, 7);
        for (int i = 0; i < count; i++)
        {
            // Each layer has random numbers of its own, so that it stays what it is where others are left out.
            var own = new Random((seed * 31) + i);
            string kind = LayerDrawing.Kind(shape.Length, own);
            if (without?.Contains(i) == true || new LayerDrawing(shape, own, size == 2).Layer(kind) is not { } layer)
                continue;
            bool hasWeights = layers.Exists(before => before.Roles.Length > 0);
            if (layer.OutputSize <= 120_000 && layer.Operations <= left && !(layer.IsAugmentation && hasWeights))
                Add(layer);
            if (own.Chance(0.25) && size < 2)
            {
                new BranchDrawing(layers, own, inputs).Draw();
                shape = layers.Count > 0 ? layers[^1].OutputShape : input;
            }

            if (sharing.Chance(0.3))
                ReadNext();
        }

        while (unread.Count > 0)
            ReadNext();
        var shared = new SharingDrawing(layers, sharing, inputs, size == 2 ? 0 : left);
        shared.Draw();
        shape = layers.Count > 0 ? layers[^1].OutputShape : input;

        // What is written in a block several times can be no output.
        if (shared.Cut?.Has(layers.Count - 1) == true)
            Add(new ActivationLayer("Activation(Activation.Tanh)", shape, Activation.Tanh));
        (Loss? loss, IEnumerable<Layer> head) = Ending(shape, random, layers.Exists(layer => layer.Roles.Any(role => !role.StartsWith("moving_", StringComparison.Ordinal))));
        layers.AddRange(head);
        List<StackOutput> outputs = [new(layers.Count - 1, loss, 1)];
        for (int more = loss is not null && random.Chance(0.3) ? random.Next(1, 3) : 0; more > 0; more--)
            AddOutput(layers, outputs, shared.Cut, random);
        return new Stack(seed, inputs, layers, outputs, shared.Cut);

        // The next of several inputs comes to what there is.
        void ReadNext()
        {
            if (!unread.TryDequeue(out StackInput? next))
                return;
            int above = layers.Count, value = next.Value;
            var branch = new BranchDrawing(layers, sharing, inputs);
            if (next.Vocabulary > 0)
            {
                if (!sharing.Chance(0.6) || !new SharingDrawing(layers, sharing, inputs, 0).ReadAgain(next))
                    branch.Read(next, sharing.Chance(0.5));
                value = layers.Count;
            }

            branch.Join(above, value);
            shape = layers[^1].OutputShape;
        }

        void Add(Layer layer)
        {
            layers.Add(layer);
            left -= layer.Operations;
            shape = layer.OutputShape;
        }
    }

    // The last of them is what the stack begins with; the others are numbers, or tokens of the same kind.
    private static List<StackInput> AddInputs(List<Layer> layers, int[] last, int vocabulary, Random random)
    {
        var inputs = new List<StackInput>();
        int count = random.Next(2, 4), start = 0, different = vocabulary > 0 ? vocabulary : random.Next(2, 30);
        for (int i = 0; i < count; i++)
        {
            bool isLast = i == count - 1, isTokens = isLast ? vocabulary > 0 : random.Chance(vocabulary > 0 ? 0.6 : 0.2);
            int[] shape = isLast ? last : isTokens ? [random.Next(1, 12)] : random.Chance(0.3) && vocabulary == 0 ? last : Input(random, isTokens: false, isLarge: false);
            int tokens = isTokens ? different : 0;
            string written = $"Input(\"in{i}\", {string.Join(", ", shape)}{(isTokens && random.Chance(0.5) ? $", Tokens = {tokens}" : "")})";
            layers.Add(new InputLayer(written, start, shape) { Inputs = [0] });
            inputs.Add(new StackInput(layers.Count, shape, tokens));
            start += inputs[^1].Size;
        }

        return inputs;
    }

    // What a layer gives, whether others read it too or not, or something made of it.
    private static void AddOutput(List<Layer> layers, List<StackOutput> outputs, BlockCut? cut, Random random)
    {
        int layer = random.Next(layers.Count);
        if (layers[layer] is InputLayer || cut?.Has(layer) == true)
            layer = layers.Count - 1;
        double weight = random.One(1, 0.5, 2, 0.125);
        if (random.Chance(0.3) && layers[layer].OutputSize <= 300 && outputs.TrueForAll(output => output.Layer != layer))
        {
            outputs.Add(new(layer, Loss.MeanSquaredError, weight));
            return;
        }

        Loss loss = random.One(Enum.GetValues<Loss>());
        (int units, Activation activation) = Head(loss, random);
        layers.Add(new DenseLayer(new Options("Dense", units, activation).ToString(), layers[layer].OutputShape, units, activation, useBias: true) { Inputs = [layer + 1] });
        outputs.Add(new(layers.Count - 1, loss, weight));
    }

    private string Declared(int layer)
        => Outputs.Count > 1 && Outputs.FirstOrDefault(output => output.Layer == layer) is { } found
            ? $", Output(Loss.{found.Loss}{(found.Weight == 1 ? "" : FormattableString.Invariant($", Weight = {found.Weight}"))})" : "";

    // What stands between the brackets: the layer with the names of what it takes, where that is not what stands above.
    private string Written(Layer layer, int at)
    {
        if (layer is InputLayer)
            return layer.Attribute;
        if (layer is RepeatedLayer { Owner: { } owner })
            return $"Share({Quoted(owner + 1, at)}{From(layer.Inputs![0], at)}{(at == Named ? ", Name = \"inner\"" : "")})";
        int[] inputs = layer.Inputs ?? [at];
        bool isMerge = layer is ElementwiseLayer or ConcatenationLayer or DotLayer;
        var arguments = new List<string>();
        if (isMerge && (inputs.Count(input => input == at) > 1 || (inputs[0] != at && inputs.Contains(at))))
            arguments.AddRange(inputs.Select(input => Quoted(input, at)));
        else if (isMerge)
            arguments.AddRange(inputs[1..].Select(input => Quoted(input, at)));
        if (layer is (MultiHeadAttentionLayer or AttentionLayer) && inputs.Length > 1)
            arguments.AddRange(inputs[1..].Select((input, i) => $"{(i == 0 ? "Value" : "Key")} = {Quoted(input, at)}"));
        if (inputs[0] != at && !(isMerge && inputs.Contains(at)))
            arguments.Add($"From = {Quoted(inputs[0], at)}");
        if (at == Named)
            arguments.Add("Name = \"inner\"");
        if (arguments.Count == 0)
            return layer.Attribute;

        // Names of outputs come before options, Name and From behind all.
        int open = layer.Attribute.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || isMerge)
        {
            string options = open < 0 ? "" : ", " + layer.Attribute[(open + 1)..^1];
            return $"{(open < 0 ? layer.Attribute : layer.Attribute[..open])}({string.Join(", ", arguments.Where(argument => argument[0] == '"'))}{options}{string.Concat(arguments.Where(argument => argument[0] != '"').Select(argument => ", " + argument))})"
                .Replace("(, ", "(", StringComparison.Ordinal);
        }

        return $"{layer.Attribute[..^1]}, {string.Join(", ", arguments)})";
    }

    private string From(int value, int reader) => value == reader ? "" : $", From = {Quoted(value, reader)}";

    // Of a value, as Keras names layers and a layer sees them: those of a block count by themselves.
    private string Quoted(int value, int reader)
    {
        bool isInside = Cut?.HasWritten(reader) == true;
        if (value == (isInside ? Cut!.First : 0))
            return "\"input\"";
        if (!isInside && Cut is not null && value == Cut.End)
            return $"\"{BlockCut.Use}\"";
        if (value - 1 == Named)
            return "\"inner\"";
        if (Layers[value - 1] is InputLayer)
            return Layers[value - 1].Attribute.Split('(', ',')[1];
        string kind = Kind(value - 1);
        int run = isInside ? -1 : Cut?.Runs.FirstOrDefault(start => value == start + Cut.End - Cut.First, -1) ?? -1, end = run < 0 ? value - 1 : run;
        int before = Enumerable.Range(0, end).Count(layer => Kind(layer) == kind && (isInside ? Cut!.HasWritten(layer) : Cut?.Has(layer) != true));
        if (kind == "share" && !isInside)
            before += (Cut?.Runs.Count(start => start < end) * Cut?.Times) ?? 0;
        return before == 0 ? $"\"{kind}\"" : $"\"{kind}_{before}\"";

        string Kind(int layer) => Generators.Text.Snake(Layers[layer].Attribute.Split('(', ',')[0]);
    }

    private static int[] Input(Random random, bool isTokens, bool isLarge)
    {
        int rank = isTokens ? random.One(1, 1, 1, 2) : random.One(1, 1, 2, 2, 3, 3, 3, 4);
        return rank switch
        {
            1 => [isTokens ? random.Next(1, 20) : random.Width(isLarge)],
            2 => [random.Next(1, 20), isTokens ? random.Next(1, 4) : random.Width(isLarge)],
            3 => [random.Next(1, isLarge ? 30 : 12), random.Next(1, isLarge ? 30 : 12), random.Chance(0.4) ? random.One(1, 3) : random.Width(isLarge: false)],
            _ => [random.Next(1, 4), random.Next(1, 4), random.Next(1, 4), random.Next(1, 20)],
        };
    }

    // A loss takes a row of numbers, and something to train.
    private static (Loss? Loss, IEnumerable<Layer> Head) Ending(int[] shape, Random random, bool hasWeights)
    {
        if (random.Chance(0.1))
            return (null, hasWeights ? [] : [new LayerDrawing(shape, random, isLarge: false).Layer("Dense")!]);
        var head = new List<Layer>();
        if (shape.Length > 1 && random.Chance(0.6))
        {
            head.Add(new LayerDrawing(shape, random, isLarge: false).Layer("Flatten")!);
            shape = head[^1].OutputShape;
        }

        Loss loss = random.One(Enum.GetValues<Loss>());
        (int units, Activation activation) = Head(loss, random);
        if (!hasWeights || loss is not (Loss.MeanSquaredError or Loss.MeanAbsoluteError or Loss.Huber) || random.Chance(0.5))
            head.Add(new DenseLayer(new Options("Dense", units, activation).ToString(), shape, units, activation, useBias: true));
        return (loss, head);
    }

    private static (int Units, Activation Activation) Head(Loss loss, Random random) => loss switch
    {
        Loss.BinaryCrossentropy => (random.One(1, 1, 3, 17), Activation.Sigmoid),
        Loss.CategoricalCrossentropy or Loss.SparseCategoricalCrossentropy => (random.One(2, 3, 10, 17, 33), Activation.Softmax),
        _ => (random.One(1, 2, 16, 17), random.One(Activation.Linear, Activation.Tanh, Activation.GELU)),
    };
}
