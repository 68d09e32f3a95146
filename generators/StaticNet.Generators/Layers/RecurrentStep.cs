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
    /// <summary>Whether outputs lie in the order of time, and not in that in which they are made.</summary>
    public bool KeepsTime { get; init; }

    /// <summary>Whether the gradient of the input is added to what is there.</summary>
    public bool AddsToInputGradient { get; init; }

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
        };

        Value Note(string name) => lowering.AddNote(identifier + name, new([spec.Steps, units]));
    }

    public override bool HasWeights => true;

    public override bool UpdatesFromBatch => false;

    public override bool GoesBack => true;

    public override bool HasShape => true;

    public override long GradientBlock => RecurrentRoom.Block(Cell.Gates, Cell.Notes, Stride);

    /// <summary>
    /// In predictions, the embedding in front. A table then holds for each token what its embedding times the kernel, plus the bias, comes to, so
    /// that no step multiplies by the kernel any more.
    /// </summary>
    public EmbeddingStep? Embedding { get; init; }

    public override IEnumerable<PlanStep> Absorbed => Embedding is null ? [] : [Embedding];

    public override long PreparedFloats => (IsPacked ? PackedFloats : 0) + (Embedding is null ? 0 : TableFloats(Embedding));

    public override long DerivedFloats
        => (IsPacked ? PackedFloats : 0) + Transposed(Stride) + (Input.HasGradient ? Transposed(Input.Stride) : 0);

    public override string InferName => $"{Identifier}Infer";

    public override string CallPrepare
    {
        get
        {
            var calls = new List<string>();
            if (IsPacked)
                calls.AddRange(Pack("derived", DerivedAt, "part, parts"));
            calls.Add($"RecurrentKernels.TransposeRecurrent<{Types}>(parameters + At.{Recurrent.Property}, {InDerived("derived", TransposedRecurrentAt)}, part, parts);");
            if (Input.HasGradient)
                calls.Add($"RecurrentKernels.TransposeKernel<{Types}>(parameters + At.{Kernel.Property}, {InDerived("derived", TransposedKernelAt)}, part, parts);");
            return string.Join("\n", calls);
        }
    }

    private const long MostTableFloats = 4 * 1024 * 1024;

    private RecurrentCell Cell => Recurrence.Cell;

    private string Types => $"{Identifier}Shape, {Cell.Type}";

    private int Stride => Layout.Align(Recurrence.Units);

    private int Columns => Cell.Gates * Stride;

    private bool IsPacked => Recurrence.Units % 16 != 0;

    private long PackedFloats => PackedBiasAt + (Bias is null ? 0 : Packed(Cell.BiasRows));

    private long PackedRecurrentAt => Packed(Recurrence.Inputs);

    private long PackedBiasAt => PackedRecurrentAt + Packed(Recurrence.Units);

    private long TableAt => IsPacked ? PackedFloats : 0;

    private long TransposedRecurrentAt => IsPacked ? PackedFloats : 0;

    private long TransposedKernelAt => TransposedRecurrentAt + Transposed(Stride);

    private Value NotedStates => States ?? Output;

    // A GRU that resets first meets them again on the way back.
    private Value? DroppedBack => Cell.ResetsFirst ? Dropped : null;

    public override IEnumerable<Value> Work(Pass pass)
    {
        Value?[] work = pass switch
        {
            Pass.Inference => [Mask, Scratch],
            Pass.Forward => [Mask, Gates, States, Carries, Dropped, Dropout, Scratch],
            Pass.Backward => [Input, Mask, Gates, NotedStates, Carries, DroppedBack, Dropout, Scratch],
            _ => [Input, Gates, Dropped ?? NotedStates],
        };
        return work.OfType<Value>();
    }

    /// <summary>Whether a table for the tokens of this embedding pays: it takes no more than 16 MB, and the cell's steps start from sums.</summary>
    public bool Tabulates(EmbeddingStep embedding)
        => TableFloats(embedding) <= MostTableFloats && (Cell.Kind != "GRU" || Cell.ResetAfter);

    private long TableFloats(EmbeddingStep embedding) => RecurrentRoom.Table(embedding.Embedding.InputDim, Cell.Gates, Stride);

    private long Packed(int rows) => RecurrentRoom.Packed(rows, Cell.Gates, Stride);

    private long Transposed(int rowStride) => RecurrentRoom.Transposed(Cell.Gates, Recurrence.Units, rowStride);

    public override void WriteShape(SourceWriter writer)
        => writer.Shape(
            $"{Identifier}Shape", "IRecurrentShape",
            ("Steps", Recurrence.Steps), ("Inputs", Recurrence.Inputs), ("InputStride", (Embedding?.Output ?? Input).Stride), ("Units", Recurrence.Units), ("UnitStride", Stride),
            ("ReturnsSequences", Recurrence.ReturnsSequences), ("GoesBackwards", Recurrence.GoBackwards), ("KeepsTime", KeepsTime), ("DropsState", Dropout is not null));

    public override void WriteForward(SourceWriter writer)
    {
        string?[] parameters =
        [
            IsPacked ? "float* derived" : "float* parameters", "float* x", Mask is null ? null : "byte* mask",
            "float* gates", States is null ? null : "float* states", Carries is null ? null : "float* carries",
            Dropped is null ? null : "float* dropped", Dropout is null ? null : "float* dropout", "float* scratch", "float* y",
            Dropout is null ? null : "uint key, int first", "int rows",
        ];
        WriteComment(writer);
        writer.Line($"private static void {ForwardName}({Join(parameters)})");
        using (writer.Block())
        {
            if (Dropout is not null)
                writer.Line($"RecurrentKernels.Draw<{Identifier}Shape>(dropout, {Text.Literal(Recurrence.RecurrentDropout)}, key, first, rows);");
            WriteWeights(writer, "derived");
            writer.Line($"RecurrentKernels.Forward<{Types}>(x, weights, {MaskArgument}, {Notes(backward: false)}, scratch, y, rows);");
        }
    }

    public override void WriteInfer(SourceWriter writer)
    {
        if (CallPrepareInference("prepared").Length > 0)
        {
            string what = Embedding is null ? "the weights of predictions, each gate padded to whole vectors"
                : $"for each token its embedding · kernel{(Bias is null ? "" : " + bias")}";
            writer.Line($"// {Layer.Name}: {what}");
            writer.Line($"private static void {Identifier}Prepare(float* parameters, float* prepared)");
            using (writer.Block())
            {
                foreach (string call in IsPacked ? Pack("prepared", 0, "part: 0, parts: 1") : [])
                    writer.Line(call);
                if (Embedding is not null)
                {
                    WriteWeights(writer, "prepared");
                    writer.Line($"RecurrentKernels.Tabulate<{Types}>(parameters + At.{Embedding.Table.Property}, weights, {At("prepared", TableAt)}, {Text.Literal(Embedding.Embedding.InputDim)});");
                }
            }

            writer.Line();
        }

        string?[] parameters =
        [
            IsPacked ? null : "float* parameters", IsPacked || Embedding is not null ? "float* prepared" : null,
            Embedding is null ? "float* x" : "int* tokens", Mask is null ? null : "byte* mask", "float* scratch",
            "float* y", "int rows",
        ];
        WriteComment(writer);
        writer.Line($"private static void {InferName}({Join(parameters)})");
        using (writer.Block())
        {
            WriteWeights(writer, "prepared");
            if (Embedding is null)
            {
                writer.Line($"RecurrentKernels.Infer<{Types}>(x, weights, {MaskArgument}, scratch, y, rows);");
                return;
            }

            if (Embedding.Mask is not null)
                writer.Line($"EmbeddingKernels.Mask<{Embedding.Identifier}Shape>(tokens, mask, rows);");
            writer.Line($"RecurrentKernels.InferTokens<{Types}>(tokens, {At("prepared", TableAt)}, weights, {MaskArgument}, scratch, y, rows);");
        }
    }

    public override void WriteBackward(SourceWriter writer)
    {
        string?[] parameters =
        [
            "float* derived", Input.HasGradient ? "float* x" : null, Mask is null ? null : "byte* mask", "float* gates",
            "float* states", Carries is null ? null : "float* carries", DroppedBack is null ? null : "float* dropped",
            Dropout is null ? null : "float* dropout", "float* scratch", "float* dy", Input.HasGradient ? "float* dx" : null, "int rows",
        ];
        string input = Input.HasGradient ? $"; dx {(AddsToInputGradient ? "+" : "")}= dz · kernelᵀ{Input.TimesSlope}" : "";
        writer.Line($"// {Layer.Name}, backward: from the last step on, gates become dz, and dh = dz · recurrent_kernelᵀ for the step before{input}");
        writer.Line($"private static void {Identifier}Backward({Join(parameters)})");
        writer.Body(
            $"RecurrentKernels.Backward<{Types}>(dy, {InDerived("derived", TransposedRecurrentAt)}, {MaskArgument}, {Notes(backward: true)}, scratch, rows);",
            !Input.HasGradient ? null
                : $"RecurrentKernels.{(AddsToInputGradient ? "AddBackwardInput" : "BackwardInput")}<{Types}, {Input.Activation.Name}>(gates, {InDerived("derived", TransposedKernelAt)}, x, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: dkernel = Σ xᵀ · dz, drecurrent_kernel = Σ hᵀ · dz with h the state before{(Bias is null ? "" : ", dbias = Σ dz")}");
        writer.Line($"private static void {Identifier}Update(float* x, float* states, float* dz, GradientSink gradients, int batch, int part, int parts)");
        writer.Body(
            $"RecurrentKernels.UpdateKernel<{Types}>(x, dz, gradients, At.{Kernel.Property}, batch, part, parts);",
            $"RecurrentKernels.UpdateRecurrent<{Types}>(states, dz, gradients, At.{Recurrent.Property}, batch, part, parts);",
            Bias is null ? null : $"RecurrentKernels.UpdateBias<{Types}>(dz, gradients, At.{Bias.Property}, batch, part, parts);");
    }

    public override string CallForward(string x, string y)
        => $"{ForwardName}({Join(IsPacked ? "step.Derived" : "parameters", x, Mask?.Name, Gates.Name, States?.Name, Carries?.Name, Dropped?.Name, Dropout?.Name, Scratch.Name, y, Dropout is null ? null : $"step.KeyOfLayer({Dropout.Id}), first", "rows")});";

    public override string CallInfer(string x, string y, string prepared)
        => $"{InferName}({Join(IsPacked ? null : "parameters", IsPacked || Embedding is not null ? prepared : null, x, Mask?.Name, Scratch.Name, y, "rows")});";

    public override string CallPrepareInference(string prepared) => PreparedFloats == 0 ? "" : $"{Identifier}Prepare(parameters, {prepared});";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({Join("step.Derived", Input.HasGradient ? x : null, Mask?.Name, Gates.Name, NotedStates.Name, Carries?.Name, DroppedBack?.Name, Dropout?.Name, Scratch.Name, dy, Input.HasGradient ? dx : null, "rows")});";

    public override string CallUpdate(string x, string dy)
        => $"{Identifier}Update({x}, {(Dropped ?? NotedStates).Name}, {Gates.Name}, step.Gradients, step.Batch, part, parts);";

    private void WriteComment(SourceWriter writer)
        => writer.Line($"// {(Embedding is null ? "" : Embedding.Layer.Name + " and ")}{Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. At each step z = x · kernel + h · recurrent_kernel{(Bias is null ? "" : " + bias")}; {Cell.Formula}");

    private void WriteWeights(SourceWriter writer, string packed)
    {
        long at = packed == "derived" ? DerivedAt : 0;
        string Place(ParameterPlan parameter, long offset)
            => !IsPacked ? $"parameters + At.{parameter.Property}" : At(packed, at + offset);

        writer.Line("var weights = new RecurrentWeights");
        using (writer.Block("};"))
        {
            writer.Line($"Kernel = {Place(Kernel, 0)},");
            writer.Line($"Recurrent = {Place(Recurrent, PackedRecurrentAt)},");
            if (Bias is not null)
                writer.Line($"Bias = {Place(Bias, PackedBiasAt)},");
            if (Bias is not null && Cell.BiasRows > 1)
                writer.Line($"RecurrentBias = {(IsPacked ? At(packed, at + PackedBiasAt + Columns) : $"parameters + At.{Bias.Property} + {Text.Literal(Bias.Stride)}")},");
        }
    }

    private IEnumerable<string> Pack(string packed, long at, string parts)
    {
        yield return Call(Kernel, 0, Recurrence.Inputs);
        yield return Call(Recurrent, PackedRecurrentAt, Recurrence.Units);
        if (Bias is not null)
            yield return Call(Bias, PackedBiasAt, Cell.BiasRows);

        string Call(ParameterPlan parameter, long offset, int rows)
            => $"RecurrentKernels.Pack<{Types}>(parameters + At.{parameter.Property}, {At(packed, at + offset)}, {Text.Literal(rows)}, {parts});";
    }

    private string Notes(bool backward)
    {
        string?[] notes =
        [
            "Gates = gates", $"States = {(States is null && !backward ? "y" : "states")}", Carries is null ? null : "Carries = carries",
            (backward ? DroppedBack : Dropped) is null ? null : "Dropped = dropped", Dropout is null ? null : "Dropout = dropout",
        ];
        return $"new() {{ {Join(notes)} }}";
    }

    private string MaskArgument => Mask is null ? "default" : "mask";

    private static string Join(params string?[] items) => string.Join(", ", items.OfType<string>());

    private static string At(string buffer, long offset) => offset == 0 ? buffer : $"{buffer} + {Text.Literal(offset)}";
}
