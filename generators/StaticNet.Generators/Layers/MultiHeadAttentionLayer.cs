namespace StaticNet.Generators;

/// <summary><c>[MultiHeadAttention]</c>: several attentions side by side, each over projections of its own, and a projection of their results.</summary>
internal sealed class MultiHeadAttentionLayer : LayerKind
{
    public override string Name => "MultiHeadAttention";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int? heads = layer.GetPositive("numHeads"), keyDim = layer.GetPositive("keyDim");
        int? valueDim = layer.Get<int>("ValueDim") == 0 ? keyDim : layer.GetPositive("ValueDim");
        float dropout = layer.GetNumber("Dropout", 0, rate => rate >= 0 && rate < 1, "at least 0 and less than 1");
        Initializer initializer = layer.GetOption("KernelInitializer", Initializer.GlorotUniform) ?? Initializer.GlorotUniform;
        if (heads is null || keyDim is null || valueDim is null || AttentionInputs.Check(layer) is not { } inputs)
            return null;
        var spec = new MultiHeadAttentionSpec(
            layer.Name, layer.InputShape, new(layer.Inputs.Select(input => input.Shape)), inputs, heads.Value, keyDim.Value, valueDim.Value)
        {
            Dropout = dropout,
            UseBias = layer.Get("UseBias", true),
            IsCausal = layer.Get<bool>("Causal"),
            KernelInitializer = initializer,
        };
        if (spec.LargestProjection <= ModelChecker.MaxNumbers)
            return spec;
        layer.Report(
            Rules.TooLarge.Id, null, $"A projection of {layer.Title}", Text.Number(spec.LargestProjection), Text.Number(ModelChecker.MaxNumbers));
        return null;
    }
}

/// <summary>A checked multi-head attention.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it gives for one sample: the shape of the queries.</param>
/// <param name="InputShapes">The shapes of all that it takes.</param>
/// <param name="Inputs">Which of those are what.</param>
/// <param name="Heads">The heads.</param>
/// <param name="KeyDim">Numbers of a head's query or key.</param>
/// <param name="ValueDim">Numbers of a head's value.</param>
internal sealed record MultiHeadAttentionSpec(
    string Name, EquatableArray<int> OutputShape, EquatableArray<EquatableArray<int>> InputShapes, AttentionInputs Inputs, int Heads, int KeyDim, int ValueDim)
    : PlannedLayer(Name, OutputShape)
{
    private static readonly string[] _parts = ["query", "key", "value", "attention_output"];

    public float Dropout { get; init; }

    public bool UseBias { get; init; }

    public bool IsCausal { get; init; }

    public Initializer KernelInitializer { get; init; }

    public override string Kind => "MultiHeadAttention";

    public override string Description
        => string.Concat(
            Kind, $", {Text.Number(Heads)} {(Heads == 1 ? "head" : "heads")} of {Text.Number(KeyDim)}", ValueDim == KeyDim ? "" : $" and {Text.Number(ValueDim)}",
            IsCausal ? ", causal" : "");

    public override MaskUse Mask => MaskUse.PassesFirst;

    public override StepReach Reach => IsCausal ? StepReach.Causal : StepReach.All;

    public override LayerSpec AtStep() => this with { OutputShape = OneStepOf(OutputShape), InputShapes = new(InputShapes.Select(OneStepOf)) };

    public override int ParameterCount
        => (Heads * (((Width(0) + Width(Inputs.Key)) * KeyDim) + ((Width(Inputs.Value) + Width(0)) * ValueDim)))
            + (UseBias ? (Heads * ((2 * KeyDim) + ValueDim)) + Width(0) : 0);

    public override long Operations
        => 2L * Heads
            * ((Steps(0) * (((long)Width(0) * (KeyDim + ValueDim)) + ((long)Steps(Inputs.Key) * (KeyDim + ValueDim))))
                + ((long)Steps(Inputs.Key) * (((long)Width(Inputs.Key) * KeyDim) + ((long)Width(Inputs.Value) * ValueDim))));

    public override IEnumerable<string> ParameterRoles
        => _parts.SelectMany(part => UseBias ? new[] { part + "_kernel", part + "_bias" } : [part + "_kernel"]);

    /// <summary>The numbers of the largest projection of a sample, as it lies in memory.</summary>
    public long LargestProjection
        => ModelChecker.Size(new([
            Math.Max(Steps(0), Steps(Inputs.Key)), Heads, (int)Math.Min(Layout.Align((long)Math.Max(KeyDim, ValueDim)), ModelChecker.MaxNumbers + 1)]));

    public override Value Lower(Lowering lowering, Value input)
    {
        Value query = Project("query", lowering.Inputs[0], KeyDim), key = Project("key", lowering.Inputs[Inputs.Key], KeyDim);
        Value value = Project("value", lowering.Inputs[Inputs.Value], ValueDim);
        Value heads = lowering.AddValue(Identifier + "Heads", new([Steps(0), Heads * ValueDim]), hasGradient: true);
        var options = new AttentionOptions(Heads, (float)(1 / Math.Sqrt(KeyDim)), IsCausal, ZeroesMasked: false, Dropout);
        lowering.AddStep(AttentionStep.Create(lowering, this, query, key, value, heads, options, Inputs.MasksOf(lowering.Masks, heedsKeys: true)));

        int width = Width(0);
        ParameterPlan kernel = lowering.AddKernel(
            this, "attention_output_kernel", new([Heads, ValueDim, width]), Heads * ValueDim, KernelInitializer, Heads * ValueDim, Heads * width);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "attention_output_bias", new([width]), Initializer.Zeros, width, width) : null;
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        DenseStep.Add(lowering, Identifier + "Output_", this, heads, output, kernel, bias);
        return output;

        // Each head of a projection is padded to whole vectors, in the kernel as in what that gives. Fans are Keras', which takes such a kernel
        // for that of a window.
        Value Project(string part, Value from, int size)
        {
            ParameterPlan kernel = lowering.AddKernel(
                this, part + "_kernel", new([from.Width, Heads, size]), from.Width, KernelInitializer, from.Width * Heads, from.Width * size);
            ParameterPlan? bias = UseBias ? lowering.AddParameter(this, part + "_bias", new([Heads, size]), Initializer.Zeros, Heads, size) : null;
            string identifier = Identifier + Text.Pascal(part);
            Value projected = lowering.AddValue(identifier, new([from.Shape[0], Heads, size]), hasGradient: true);
            DenseStep.Add(lowering, identifier + "_", this, from, projected, kernel, bias);
            return projected;
        }
    }

    private int Steps(int input) => InputShapes[input][0];

    private int Width(int input) => InputShapes[input][1];
}
