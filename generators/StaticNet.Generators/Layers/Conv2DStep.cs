namespace StaticNet.Generators;

/// <summary>
/// A convolution. With dz the gradient by its sums: dkernel = Σ x dz over all places, dbias = Σ dz, and dx is dz convolved with the kernel
/// turned round, which is kept beside the kernel and made anew with it. Images whose windows reach over the edges are first laid into
/// zeros, Padded, and so is the gradient on its way back, Laid. Where a window of 3x3 moves by single steps and there are vectors of
/// channels, minimal filtering takes fewer products, with a transformed kernel and Scratch. A prediction takes a normalisation behind it
/// into the kernel.
/// </summary>
internal sealed record Conv2DStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, ParameterPlan Kernel, ParameterPlan? Bias,
    Value? Padded, Value? Laid, Value? Scratch)
    : PlanStep(Identifier, Layer, Input, Output)
{
    private static readonly Size _one = new(1, 1);

    public static Conv2DStep Create(
        Lowering lowering, string identifier, LayerSpec layer, Value input, Value sums, Window window, ParameterPlan kernel, ParameterPlan? bias)
    {
        Value? padded = ConvolutionShape.AddPadded(lowering, identifier, window, input);
        bool isPointwise = !window.IsPadded && window.Kernel == _one && window.Strides == _one;
        Value? laid = !input.HasGradient || isPointwise ? null
            : ConvolutionShape.AddLaid(lowering, identifier, window, sums);
        var step = new Conv2DStep(identifier, layer, input, sums, window, kernel, bias, padded, laid, null);
        return !step.IsMinimal ? step
            : step with { Scratch = lowering.AddScratch(identifier + "Scratch", WinogradRoom.Scratch(Math.Max(input.Stride, sums.Stride))) };
    }

    /// <summary>The normalisation that a prediction takes into the kernel, if any.</summary>
    public BatchNormalizationStep? Normalization { get; init; }

    /// <summary>Whether minimal filtering serves the forward pass.</summary>
    public bool IsMinimal
        => Window.Kernel == new Size(3, 3) && Window.Strides == _one && Window.Dilation == _one && Input.Stride % 16 == 0 && Input.Width >= 16;

    /// <summary>The floats of the transformed kernel; none without minimal filtering.</summary>
    public long TransformedFloats => IsMinimal ? WinogradRoom.Transformed(Input.Width, Output.Stride) : 0;

    public override bool HasWeights => true;

    public override long GradientBlock => ConvolutionRoom.Block(Window.Kernel.Width, Input.Width, Output.Stride);

    public override bool HasShape => true;

    public override long PreparedFloats => FoldedFloats + TransformedFloats;

    public override IEnumerable<PlanStep> Absorbed => Normalization is null ? [] : [Normalization];

    public override string InferName => PreparedFloats == 0 ? ForwardName : $"{Identifier}Infer";

    public override long DerivedFloats
        => TransformedFloats + TurnedFloats + (IsMinimalBack ? WinogradRoom.Transformed(Output.Width, Input.Stride) : 0);

    public override string CallPrepare
    {
        get
        {
            string kernel = $"parameters + At.{Kernel.Property}", shape = $"{Identifier}Shape";
            var calls = new List<string>();
            if (IsMinimal)
                calls.Add($"WinogradKernels.Transform<{shape}>({kernel}, {InDerived("derived")}, part, parts);");
            if (Input.HasGradient)
                calls.Add($"ConvolutionKernels.Turn<{shape}>({kernel}, {TurnedAt}, part, parts);");
            if (IsMinimalBack)
                calls.Add($"WinogradKernels.TransformTurned<{shape}>({TurnedAt}, {TransformedTurnedAt}, part, parts);");
            return string.Join("\n", calls);
        }
    }

    // Few filters are not worth the transformation of their gradients.
    private bool IsMinimalBack => IsMinimal && Input.HasGradient && Output.Width >= 16;

    private long KernelRows => (long)Window.Kernel.Area * Input.Width;

    private long FoldedFloats => Normalization is null ? 0 : NormalizationRoom.FoldedKernel(KernelRows, Output.Stride);

    // A kernel that meets but few places is not worth folding for each prediction.
    private bool IsWorthFolding => Window.Output.Height * Window.Output.Width >= 16;

    private long TurnedFloats => Input.HasGradient ? ConvolutionRoom.Turned(Window.Kernel.Area, Output.Width, Input.Stride) : 0;

    private string TurnedAt => InDerived("derived", TransformedFloats);

    private string TransformedTurnedAt => InDerived("derived", TransformedFloats + TurnedFloats);

    public override bool AppliesActivation => true;

    public override PlanStep? Absorb(PlanStep next, bool inference)
        => next switch
        {
            BatchNormalizationStep normalization when inference && Normalization is null && Output.Activation == Activation.Linear && IsWorthFolding
                => this with { Output = normalization.Output, Normalization = normalization },
            MaxPooling2DStep pooling => PooledConv2DStep.Create(this, pooling),
            _ => null,
        };

    public override IEnumerable<Value> Work(Pass pass)
    {
        Value?[] work = pass switch
        {
            Pass.Inference or Pass.Forward => [Padded, Scratch],
            Pass.Update => [Padded],
            _ when !Input.HasGradient => [],
            _ => [Input, Laid, IsMinimalBack ? Scratch : null],
        };
        return work.OfType<Value>();
    }

    public override void WriteShape(SourceWriter writer) => ConvolutionShape.Write(writer, $"{Identifier}Shape", Window, Input, Output);

    public override void WriteForward(SourceWriter writer) => WriteForward(writer, inference: false);

    public override void WriteInfer(SourceWriter writer)
    {
        WritePrepareInference(writer);
        WriteForward(writer, inference: true);
    }

    /// <summary>Writes the method that derives from the weights what predictions read.</summary>
    public void WritePrepareInference(SourceWriter writer)
    {
        if (PreparedFloats == 0)
            return;
        string kernel = $"parameters + At.{Kernel.Property}", stride = Text.Literal(Output.Stride);
        string transform = $"WinogradKernels.Transform<{Identifier}Shape>({(Normalization is null ? kernel : FoldedKernelAt)}, {InPrepared(FoldedFloats)}, part: 0, parts: 1);";
        writer.Line(Normalization is null
            ? $"// {Layer.Name}: the kernel, transformed for predictions"
            : $"// {Layer.Name}: the kernel of predictions, with the scale of {Normalization.Layer.Name}{(IsMinimal ? ", transformed" : "")}; the shift becomes the bias");
        writer.Line($"private static void {Identifier}Prepare(float* parameters, float* prepared)");
        if (Normalization is null)
        {
            writer.Indented("=> " + transform);
            writer.Line();
            return;
        }

        using (writer.Block())
        {
            writer.Line(Normalization.Fold("prepared", InPrepared(Output.Stride)));
            if (Bias is not null)
                writer.Line($"FoldingKernels.Bias(parameters + At.{Bias.Property}, prepared, {InPrepared(Output.Stride)}, {stride});");
            writer.Line($"FoldingKernels.Kernel({kernel}, prepared, {FoldedKernelAt}, {Text.Literal(KernelRows)}, {stride});");
            if (IsMinimal)
                writer.Line(transform);
        }

        writer.Line();
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dz * kernel turned round{Input.TimesSlope}");
        string laid = Laid is null ? "" : "float* laid, ", scratch = IsMinimalBack ? "float* scratch, " : "";
        writer.Line($"private static void {Identifier}Backward(float* derived, float* x, float* dz, {laid}{scratch}float* dx, int rows)");
        string types = $"<{Identifier}Shape, {Input.Activation.Name}>";
        writer.Indented(IsMinimalBack
            ? $"=> WinogradKernels.BackwardInput{types}(dz, laid, {TransformedTurnedAt}, scratch, x, dx, rows);"
            : $"=> ConvolutionKernels.BackwardInput{types}(dz, {(Laid is null ? "dz" : "laid")}, {TurnedAt}, x, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: dkernel = Σ x dz over all places{(Bias is null ? "" : ", dbias = Σ dz")}");
        writer.Line($"private static void {Identifier}Update(float* x, float* dz, GradientSink gradients, int batch, int part, int parts)");
        string kernel = $"ConvolutionKernels.UpdateKernel<{Identifier}Shape>(x, dz, gradients, At.{Kernel.Property}, batch, part, parts);";
        writer.Body(kernel, Bias is null ? null : $"ConvolutionKernels.UpdateBias<{Identifier}Shape>(dz, gradients, At.{Bias.Property}, batch, part, parts);");
    }

    public override string CallForward(string x, string y) => CallForward(x, y, "step.Derived");

    public override string CallInfer(string x, string y, string prepared) => CallForward(x, y, prepared, inference: true);

    public override string CallPrepareInference(string prepared) => $"{Identifier}Prepare(parameters, {prepared});";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward(step.Derived, {x}, {dy}, {(Laid is null ? "" : Laid.Name + ", ")}{(IsMinimalBack ? Scratch!.Name + ", " : "")}{dx}, rows);";

    public override string CallUpdate(string x, string dy)
        => $"{Identifier}Update({(Padded is null ? x : Padded.Name)}, {dy}, step.Gradients, step.Batch, part, parts);";

    /// <summary>The statement that runs the forward pass or predicts, with the choices of a pooling where they are noted.</summary>
    public string CallForward(string x, string y, string derived, PooledConv2DStep? pooled = null, bool inference = false)
    {
        string name = pooled is null ? (inference ? InferName : ForwardName) : inference ? pooled.InferName : pooled.ForwardName;
        string?[] arguments =
        [
            TakesParameters(inference) ? "parameters" : null, (inference ? PreparedFloats > 0 : IsMinimal) ? derived : null, x, Padded?.Name, Scratch?.Name, y,
            pooled is null || inference ? null : pooled.Choices.Name, "rows",
        ];
        return $"{name}({string.Join(", ", arguments.OfType<string>())});";
    }

    /// <summary>Writes the method that the statement calls.</summary>
    public void WriteForward(SourceWriter writer, bool inference, PooledConv2DStep? pooled = null)
    {
        Value output = pooled?.Output ?? Output;
        bool notes = pooled is not null && !inference, isFolded = inference && Normalization is not null;
        string names = string.Join(", ", new[] { Layer, isFolded ? Normalization!.Layer : null, pooled?.Pooling.Layer }.OfType<LayerSpec>().Select(layer => layer.Name));
        string activation = output.Activation == Activation.Linear ? "" : output.Activation.Name + " of ";
        string largest = pooled is null ? "" : "the largest of each 2 x 2 cell of ", which = notes ? ", and which it was" : "";
        writer.Line($"// {names}: {Text.Shape(Input.Shape)} to {Text.Shape(output.Shape)}. y = {activation}{largest}x * kernel{(Bias is null && !isFolded ? "" : " + bias")}{which}");

        string name = pooled is null ? (inference ? InferName : ForwardName) : inference ? pooled.InferName : pooled.ForwardName;
        string derived = inference ? "prepared" : "derived";
        string?[] parameters =
        [
            TakesParameters(inference) ? "float* parameters" : null,
            (inference ? PreparedFloats > 0 : IsMinimal) ? $"float* {derived}" : null, "float* x",
            Padded is null ? null : "float* padded", Scratch is null ? null : "float* scratch", "float* y",
            notes ? "byte* choices" : null, "int rows",
        ];
        writer.Line($"private static void {name}({string.Join(", ", parameters.OfType<string>())})");

        string kernels = IsMinimal ? (pooled is null ? "WinogradKernels.Forward" : "WinogradKernels.Pool")
            : pooled is null ? "ConvolutionKernels.Forward" : "PooledConvolutionKernels.Forward";
        string?[] arguments =
        [
            Padded is null ? "x" : "padded",
            IsMinimal ? (inference ? InPrepared(FoldedFloats) : (pooled ?? (PlanStep)this).InDerived("derived"))
                : inference && Normalization is not null ? FoldedKernelAt : $"parameters + At.{Kernel.Property}",
            inference && Normalization is not null ? InPrepared(Output.Stride) : Bias is null ? null : $"parameters + At.{Bias.Property}", Scratch is null ? null : "scratch", "y", notes ? "choices" : null, "rows",
        ];
        string call = $"{kernels}<{Identifier}Shape, {output.Activation.Name}>({string.Join(", ", arguments.OfType<string>())});";
        writer.Body(Padded is null ? null : $"ConvolutionKernels.Pad<{Identifier}Shape>(x, padded, rows);", call);
    }

    private bool TakesParameters(bool inference) => !(inference && Normalization is not null) && (!IsMinimal || Bias is not null);

    private string FoldedKernelAt => InPrepared(NormalizationRoom.FoldedRows * (long)Output.Stride);

    private static string InPrepared(long offset) => offset == 0 ? "prepared" : $"prepared + {Text.Literal(offset)}";
}
