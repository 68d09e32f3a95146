namespace StaticNet.Generators;

/// <summary>
/// A recurrence. Its forward pass saves the gates of each step, which the backward pass through the steps turns into gradients dz by the
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
/// <param name="Gates">The saved gates.</param>
/// <param name="States">The saved states; null where the output holds them.</param>
/// <param name="Carries">The saved second states (the carry of an LSTM), if there are any.</param>
/// <param name="Dropped">The saved states after recurrent dropout, if there is any.</param>
/// <param name="Dropout">The factors of recurrent dropout, 0 or 1 / (1 - rate), if there is any.</param>
/// <param name="Scratch">Memory that the kernels need while they run.</param>
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
                layer, prefix + "bias", new(biasShape), Initializer.Zeros, columns, columns, onesAt: spec.UnitForgetBias ? units : 0, ones: spec.UnitForgetBias ? units : 0);
        bool savesOutput = spec.ReturnsSequences && (keepsTime || !spec.GoBackwards), drops = spec.RecurrentDropout > 0;
        return new RecurrentStep(
            identifier, layer, spec, input, output, kernel, recurrent, bias, lowering.Mask,
            lowering.AddSaved(identifier + "Gates", new([spec.Steps, cell.SavedGates * stride])),
            savesOutput ? null : SavedOfEachStep("States"), cell.Carries ? SavedOfEachStep("Carries") : null, drops ? SavedOfEachStep("Dropped") : null,
            drops ? lowering.AddSaved(identifier + "StateDropout", new([units])) : null, scratch)
        {
            KeepsTime = keepsTime,
            Kept = lowering.Window == 0 ? null : lowering.AddKept(identifier + "Kept", RecurrentSizes.Kept(stride)),
        };

        Value SavedOfEachStep(string name) => lowering.AddSaved(identifier + name, new([spec.Steps, units]));
    }

    public override bool CanAddGradient => true;

    public override long GradientBlock => RecurrentSizes.Block(Cell.Gates, Cell.SavedGates, Recurrence.Units, Stride);

    public override int MinSamples => RecurrentSizes.WalksInBlocks(Cell.Gates, Recurrence.Units) ? RecurrentSizes.Samples : 1;

    /// <summary>
    /// In predictions, the embedding in front. A table then holds for each token what its embedding times the kernel, plus the bias, comes to, so
    /// that no step multiplies by the kernel any more.
    /// </summary>
    public EmbeddingStep? Embedding { get; init; }

    public override long PreparedFloats => PackedFloats + (Embedding is null ? 0 : TableFloats(Embedding));

    public override long DerivedFloats
        => PackedFloats + Transposed(Stride) + (Input.HasGradient ? Transposed(Input.Stride) : 0);

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IRecurrentShape",
                new([
                    ("Steps", Recurrence.Steps), ("Inputs", Recurrence.Inputs), ("InputStride", (Embedding?.Output ?? Input).Stride), ("Units", Recurrence.Units),
                    ("UnitStride", Stride), ("ReturnsSequences", Recurrence.ReturnsSequences), ("GoesBackwards", Recurrence.GoBackwards), ("KeepsTime", KeepsTime),
                    ("DropsState", Dropout is not null),
                ])),
            .. Embedding is null ? [] : Embedding.ShapeTypes,
        ];

    private const long MaxTableFloats = 4 * 1024 * 1024;

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

    private Value SavedStates => States ?? Output;

    private Operand Counts => Optional(Mask, "mask") ?? "default";

    private Operand ScratchSpace => new ValueOperand(Scratch, "scratch");

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
        => NewMethod(
            "Forward", Formula,
            Dropout is null ? null
                : Call("RecurrentKernels.Draw", [Shape], Optional(Dropout, "dropout"), Recurrence.RecurrentDropout, new KeyOperand(Dropout), First(), Samples()),
            Call("RecurrentKernels.Forward", Types, X, Weights(Derived), Counts, Saved(new ValueOperand(SavedStates, States is null ? "y" : "states"), Dropped), ScratchSpace, Y, Samples()));

    public override Method? PrepareInference
        => NewMethod(
            "Prepare",
            $"{Layer.Name}: {(Embedding is null ? "the weights of predictions, in panels of 16 columns, each gate padded to whole vectors" : $"for each token its embedding · {Kernel.Role}{(Bias is null ? "" : $" + {Bias.Role}")}")}",
            [
                .. Pack(Prepared),
                Embedding is null ? null
                    : Call("RecurrentKernels.Tabulate", Types, At(Embedding.Table), Weights(Prepared), Table, Embedding.Embedding.InputDim),
            ]).OnOneThread();

    public override Method Infer
        => Embedding is null
            ? NewMethod("Infer", Formula, Call("RecurrentKernels.Infer", Types, X, Weights(Prepared), Counts, ScratchSpace, Y, Samples(), Optional(Kept, "kept"), AtPosition))
            : NewMethod(
                "Infer", Formula,
                Embedding.Mask is null ? null : Embedding.FindMask(),
                Call(
                    "RecurrentKernels.InferTokens", Types,
                    new ValueOperand(Input, "tokens", IsTokens: true), Table, Weights(Prepared), Counts, ScratchSpace, Y, Samples(), Optional(Kept, "kept"), AtPosition));

    // A GRU that resets first needs the dropped states again in the backward pass.
    public override Method Backward
        => NewMethod(
            "Backward",
            $"{Layer.Name}, backward: from the last step on, gates become dz, and dh = dz · {Recurrent.Role}ᵀ for the step before"
                + (Input.HasGradient ? $"; dx {(AddsGradient ? "+" : "")}= dz · {Kernel.Role}ᵀ{Input.TimesSlope}" : ""),
            Call(
                "RecurrentKernels.Backward", Types,
                DY, TransposedRecurrent, Counts, Saved(new ValueOperand(SavedStates, "states"), Cell.ResetsFirst ? Dropped : null), ScratchSpace, Samples()),
            !Input.HasGradient ? null
                : Call(
                    AddsGradient ? "RecurrentKernels.AddBackwardInput" : "RecurrentKernels.BackwardInput", [.. Types, Input.Activation.Name],
                    Optional(Gates, "gates"), TransposedKernel, X, DX, Samples()));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: d{Kernel.Role} = Σ xᵀ · dz, d{Recurrent.Role} = Σ hᵀ · dz with h the state before{(Bias is null ? "" : $", d{Bias.Role} = Σ dz")}",
            Call("RecurrentKernels.UpdateKernel", Types, X, DZOfGates, Sink, GradientAt(Kernel), Batch(), Part, Parts),
            Call("RecurrentKernels.UpdateRecurrent", Types, Optional(Dropped ?? SavedStates, "states"), DZOfGates, Sink, GradientAt(Recurrent), Batch(), Part, Parts),
            Bias is null ? null : Call("RecurrentKernels.UpdateBias", Types, DZOfGates, Sink, GradientAt(Bias), Batch(), Part, Parts));

    /// <summary>Whether a table for the tokens of this embedding pays: it takes no more than 16 MB, and the cell's steps start from sums.</summary>
    public bool Tabulates(EmbeddingStep embedding)
        => TableFloats(embedding) <= MaxTableFloats && (!Cell.ResetsFirst);

    private long TableFloats(EmbeddingStep embedding) => RecurrentSizes.Table(embedding.Embedding.InputDim, Cell.Gates, Stride);

    private long Packed(int rows) => RecurrentSizes.Packed(rows, Cell.Gates, Stride);

    private long Transposed(int rowStride) => RecurrentSizes.Transposed(Cell.Gates, Recurrence.Units, rowStride);

    private string Formula
        => $"{(Embedding is null ? "" : Embedding.Layer.Name + " and ")}{Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. At each step z = x · {Kernel.Role} + h · {Recurrent.Role}{(Bias is null ? "" : $" + {Bias.Role}")}; {Cell.Formula}";

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

    private StructOperand Saved(Operand states, Value? dropped)
        => new(new(
            new (string Name, Operand? Operand)[]
            {
                ("Gates", Optional(Gates, "gates")), ("States", states), ("Carries", Optional(Carries, "carries")), ("Dropped", Optional(dropped, "dropped")),
                ("Dropout", Optional(Dropout, "dropout")),
            }.Where(saved => saved.Operand is not null).Select(saved => (saved.Name, saved.Operand!))));
}
