namespace StaticNet.Generators;

/// <summary>
/// A recurrence. Its forward pass notes the gates of each step, which the way back through the steps turns into gradients dz by the
/// sums; dkernel = Σ xᵀ · dz, drecurrent_kernel = Σ hᵀ · dz with h the state before, dbias = Σ dz, dx = dz · kernelᵀ. Where gates are no whole
/// vectors, copies of the weights in which they are serve instead.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Recurrence">Its sizes and options.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Recurrent">The recurrent kernel.</param>
/// <param name="Bias">The bias, if any.</param>
/// <param name="Mask">For each step whether it counts; null where all do.</param>
/// <param name="Gates">The noted gates.</param>
/// <param name="States">The noted states; null where the output is the same.</param>
/// <param name="Carries">The noted second states, if there are any.</param>
/// <param name="Dropped">The noted states with a part dropped, where that is so.</param>
/// <param name="Dropout">What they are multiplied by.</param>
/// <param name="Scratch">Room.</param>
internal sealed record RecurrentStep(
    string Identifier, LayerSpec Layer, RecurrentSpec Recurrence, Value Input, Value Output, ParameterPlan Kernel, ParameterPlan Recurrent,
    ParameterPlan? Bias, Value? Mask, Value Gates, Value? States, Value? Carries, Value? Dropped, Value? Dropout, Value Scratch)
    : PlanStep(Identifier, Layer, Input, Output)
{
    /// <summary>Where steps come one at a time, the state after those so far; else null.</summary>
    public Value? Kept { get; init; }

    /// <summary>Whether outputs lie in the order of time, and not in that in which they are made.</summary>
    public bool KeepsTime { get; init; }

    /// <summary>The step of a recurrence, its parameters' roles beginning with a prefix.</summary>
    public static RecurrentStep Create(
        Lowering lowering, string identifier, LayerSpec layer, RecurrentSpec spec, string prefix, Value input, Value output, Value scratch,
        bool keepsTime = false)
    {
        RecurrentCell cell = spec.Cell;
        int units = spec.Units, columns = cell.Gates * units, stride = Layout.Align(units);
        ParameterPlan kernel = lowering.AddParameter(layer, prefix + "kernel", new([spec.Inputs, columns]), spec.KernelInitializer, spec.Inputs, columns);
        ParameterPlan recurrent = lowering.AddParameter(
            layer, prefix + "recurrent_kernel", new([units, columns]), spec.RecurrentInitializer, units, columns);
        int[] biasShape = cell.BiasRows == 1 ? [columns] : [cell.BiasRows, columns];
        ParameterPlan? bias = !spec.UseBias ? null
            : lowering.AddParameter(
                layer, prefix + "bias", new(biasShape), "Zeros", columns, columns, onesAt: spec.UnitForgetBias ? units : 0, ones: spec.UnitForgetBias ? units : 0);
        bool isNoted = spec.ReturnsSequences && (keepsTime || !spec.GoBackwards), drops = spec.RecurrentDropout > 0;
        return new RecurrentStep(
            identifier, layer, spec, input, output, kernel, recurrent, bias, lowering.Mask,
            lowering.AddNote(identifier + "Gates", new([spec.Steps, cell.Notes * stride])),
            isNoted ? null : Note("States"), cell.Carries ? Note("Carries") : null, drops ? Note("Dropped") : null,
            drops ? lowering.AddNote(identifier + "StateDropout", new([units])) : null, scratch)
        {
            KeepsTime = keepsTime,
            Kept = lowering.Window == 0 ? null : lowering.AddKept(identifier + "Kept", RecurrentSizes.Kept(stride)),
        };

        Value Note(string name) => lowering.AddNote(identifier + name, new([spec.Steps, units]));
    }

    public override bool CanAddGradient => true;

    public override long GradientBlock => RecurrentSizes.Block(Cell.Gates, Cell.Notes, Recurrence.Units, Stride);

    public override int LeastSamples => RecurrentSizes.IsLarge(Cell.Gates, Recurrence.Units) ? RecurrentSizes.Samples : 1;

    /// <summary>
    /// In predictions, the embedding in front. A table then holds for each token what its embedding times the kernel, plus the bias, comes to, so
    /// that no step multiplies by the kernel any more.
    /// </summary>
    public EmbeddingStep? Embedding { get; init; }

    public override long PreparedFloats => PackedFloats + (Embedding is null ? 0 : TableFloats(Embedding));

    public override long DerivedFloats
        => PackedFloats + Transposed(Stride) + (Input.HasGradient ? Transposed(Input.Stride) : 0);

    public override IEnumerable<SizesType> Sizes
        =>
        [
            new(
                Shape, "IRecurrentShape",
                new([
                    ("Steps", Recurrence.Steps), ("Inputs", Recurrence.Inputs), ("InputStride", (Embedding?.Output ?? Input).Stride), ("Units", Recurrence.Units),
                    ("UnitStride", Stride), ("ReturnsSequences", Recurrence.ReturnsSequences), ("GoesBackwards", Recurrence.GoBackwards), ("KeepsTime", KeepsTime),
                    ("DropsState", Dropout is not null),
                ])),
            .. Embedding is null ? [] : Embedding.Sizes,
        ];

    private const long MostTableFloats = 4 * 1024 * 1024;

    private RecurrentCell Cell => Recurrence.Cell;

    private string[] Types => [Shape, Cell.Type];

    private int Stride => Layout.Align(Recurrence.Units);

    private int Columns => Cell.Gates * Stride;

    private long PackedFloats => PackedBiasAt + (Bias is null ? 0 : Packed(Cell.BiasRows));

    private long PackedRecurrentAt => Packed(Recurrence.Inputs);

    private long PackedBiasAt => PackedRecurrentAt + Packed(Recurrence.Units);

    private Operand TransposedRecurrent => Derived("RecurrentTransposed", PackedFloats);

    private Operand TransposedKernel => Derived("KernelTransposed", PackedFloats + Transposed(Stride));

    private Operand Table => Prepared("Table", PackedFloats);

    private Value NotedStates => States ?? Output;

    private Operand Counts => Note(Mask, "mask") ?? "default";

    private Operand Room => new ValueOperand(Scratch, "scratch");

    private Operand? AtPosition => Kept is null ? null : Position;

    private ValueOperand DZOfGates => new(Gates, "dz");

    public override IEnumerable<KernelCall> Derive
    {
        get
        {
            foreach (KernelCall pack in Pack(Derived))
                yield return pack;
            yield return Call("RecurrentKernels.TransposeRecurrent", Types, At(Recurrent), TransposedRecurrent, Part, Parts);
            if (Input.HasGradient)
                yield return Call("RecurrentKernels.TransposeKernel", Types, At(Kernel), TransposedKernel, Part, Parts);
        }
    }

    public override Method Forward
        => Do(
            "Forward", Formula,
            Dropout is null ? null
                : Call("RecurrentKernels.Draw", [Shape], Note(Dropout, "dropout"), Recurrence.RecurrentDropout, new KeyOperand(Dropout), First(), Rows()),
            Call("RecurrentKernels.Forward", Types, X, Weights(Derived), Counts, Notes(new ValueOperand(NotedStates, States is null ? "y" : "states"), Dropped), Room, Y, Rows()));

    public override Method? PrepareInference
        => Do(
            "Prepare",
            $"{Layer.Name}: {(Embedding is null ? "the weights of predictions, in panels of 16 columns, each gate padded to whole vectors" : $"for each token its embedding · kernel{(Bias is null ? "" : " + bias")}")}",
            [
                .. Pack(Prepared),
                Embedding is null ? null
                    : Call("RecurrentKernels.Tabulate", Types, At(Embedding.Table), Weights(Prepared), Table, Embedding.Embedding.InputDim),
            ]).Alone();

    public override Method Infer
        => Embedding is null
            ? Do("Infer", Formula, Call("RecurrentKernels.Infer", Types, X, Weights(Prepared), Counts, Room, Y, Rows(), Note(Kept, "kept"), AtPosition))
            : Do(
                "Infer", Formula,
                Embedding.Mask is null ? null : Embedding.FindMask(),
                Call(
                    "RecurrentKernels.InferTokens", Types,
                    new ValueOperand(Input, "tokens", IsTokens: true), Table, Weights(Prepared), Counts, Room, Y, Rows(), Note(Kept, "kept"), AtPosition));

    // A GRU that resets first meets the dropped states again on the way back.
    public override Method Backward
        => Do(
            "Backward",
            $"{Layer.Name}, backward: from the last step on, gates become dz, and dh = dz · recurrent_kernelᵀ for the step before"
                + (Input.HasGradient ? $"; dx {(AddsGradient ? "+" : "")}= dz · kernelᵀ{Input.TimesSlope}" : ""),
            Call(
                "RecurrentKernels.Backward", Types,
                DY, TransposedRecurrent, Counts, Notes(new ValueOperand(NotedStates, "states"), Cell.ResetsFirst ? Dropped : null), Room, Rows()),
            !Input.HasGradient ? null
                : Call(
                    AddsGradient ? "RecurrentKernels.AddBackwardInput" : "RecurrentKernels.BackwardInput", [.. Types, Input.Activation.Name],
                    Note(Gates, "gates"), TransposedKernel, X, DX, Rows()));

    public override Method Update
        => Do(
            "Update", $"{Layer.Name}, update: dkernel = Σ xᵀ · dz, drecurrent_kernel = Σ hᵀ · dz with h the state before{(Bias is null ? "" : ", dbias = Σ dz")}",
            Call("RecurrentKernels.UpdateKernel", Types, X, DZOfGates, Sink, GradientAt(Kernel), Batch(), Part, Parts),
            Call("RecurrentKernels.UpdateRecurrent", Types, Note(Dropped ?? NotedStates, "states"), DZOfGates, Sink, GradientAt(Recurrent), Batch(), Part, Parts),
            Bias is null ? null : Call("RecurrentKernels.UpdateBias", Types, DZOfGates, Sink, GradientAt(Bias), Batch(), Part, Parts));

    /// <summary>Whether a table for the tokens of this embedding pays: it takes no more than 16 MB, and the cell's steps start from sums.</summary>
    public bool Tabulates(EmbeddingStep embedding)
        => TableFloats(embedding) <= MostTableFloats && (Cell.Kind != "GRU" || Cell.ResetAfter);

    private long TableFloats(EmbeddingStep embedding) => RecurrentSizes.Table(embedding.Embedding.InputDim, Cell.Gates, Stride);

    private long Packed(int rows) => RecurrentSizes.Packed(rows, Cell.Gates, Stride);

    private long Transposed(int rowStride) => RecurrentSizes.Transposed(Cell.Gates, Recurrence.Units, rowStride);

    private string Formula
        => $"{(Embedding is null ? "" : Embedding.Layer.Name + " and ")}{Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. At each step z = x · kernel + h · recurrent_kernel{(Bias is null ? "" : " + bias")}; {Cell.Formula}";

    private StructOperand Weights(Func<string, long, Operand> packed)
    {
        var weights = new List<(string, Operand)>
        {
            ("Kernel", packed("Kernel", 0)), ("Recurrent", packed("Recurrent", PackedRecurrentAt)),
        };
        if (Bias is not null)
            weights.Add(("Bias", packed("Bias", PackedBiasAt)));
        if (Bias is not null && Cell.BiasRows > 1)
            weights.Add(("RecurrentBias", packed("RecurrentBias", PackedBiasAt + Columns)));
        return new StructOperand(new(weights));
    }

    private IEnumerable<KernelCall> Pack(Func<string, long, Operand> packed)
    {
        yield return Of("PackKernel", Kernel, "Kernel", 0, Recurrence.Inputs);
        yield return Of("PackKernel", Recurrent, "Recurrent", PackedRecurrentAt, Recurrence.Units);
        if (Bias is not null)
            yield return Of("Pack", Bias, "Bias", PackedBiasAt, Cell.BiasRows);

        KernelCall Of(string kernel, ParameterPlan parameter, string name, long offset, int rows)
            => Call("RecurrentKernels." + kernel, Types, At(parameter), packed(name, offset), rows, Part, Parts);
    }

    private StructOperand Notes(Operand states, Value? dropped)
        => new(new(
            new (string Name, Operand? Operand)[]
            {
                ("Gates", Note(Gates, "gates")), ("States", states), ("Carries", Note(Carries, "carries")), ("Dropped", Note(dropped, "dropped")),
                ("Dropout", Note(Dropout, "dropout")),
            }.Where(note => note.Operand is not null).Select(note => (note.Name, note.Operand!))));
}
