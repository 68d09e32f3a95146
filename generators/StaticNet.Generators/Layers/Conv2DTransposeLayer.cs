namespace StaticNet.Generators;

/// <summary><c>[Conv2DTranspose]</c>: each pixel spread over a window of the output.</summary>
internal sealed class Conv2DTransposeLayer : LayerKind
{
    public override string Name => "Conv2DTranspose";

    public override LayerSpec? Check(LayerChecking layer)
    {
        int? filters = layer.GetPositive("filters");
        Window? back = CheckWindow(layer);
        Activation? activation = layer.GetActivation(filters ?? 2);
        string? initializer = layer.GetOption("KernelInitializer", "GlorotUniform");
        return filters is not { } units || back is null ? null
            : new Conv2DTransposeSpec(
                layer.Name, new([back.Input.Height, back.Input.Width, units]), back, layer.InputShape[2], activation ?? Activation.Linear,
                layer.Get("UseBias", true), initializer ?? "GlorotUniform");
    }

    // The window of the convolution that leads from the output back to the input.
    private static Window? CheckWindow(LayerChecking layer)
    {
        Size? size = layer.GetSize("kernelSize", "kernelHeight", "kernelWidth");
        Size? strides = layer.GetSize("Strides", "StrideHeight", "StrideWidth", unwritten: 1);
        Size? dilation = layer.GetSize("DilationRate", "DilationHeight", "DilationWidth", unwritten: 1);
        string? padding = layer.GetPadding();
        if (!layer.TakesImage() || size is not { } pixels || strides is not { } steps || dilation is not { } distance || padding is null
            || !Window.GoTogether(layer, steps, distance))
        {
            return null;
        }

        int more = layer.Get("OutputPadding", -1);
        (int Size, int Before) height = Along(layer.InputShape[0], pixels.Height, steps.Height, distance.Height, padding == "Same", more);
        (int Size, int Before) width = Along(layer.InputShape[1], pixels.Width, steps.Width, distance.Width, padding == "Same", more);
        int most = Math.Min(steps.Height, steps.Width) - 1, least = height.Size == 0 || width.Size == 0 ? 1 : 0;
        if (more != -1 && (more < least || more > most))
        {
            string range = least > most ? "" : least == most ? $"{Text.Number(least)}, or " : $"{Text.Number(least)} to {Text.Number(most)}, or ";
            layer.Report(Rules.OutOfRange.Id, "OutputPadding", layer.Title, "OutputPadding", Text.Number(more), range + "-1 for none");
            return null;
        }

        return new Window(
            pixels, steps, distance, new(height.Size, width.Size), new(layer.InputShape[0], layer.InputShape[1]), new(height.Before, width.Before));
    }

    // Keras' size of the output and what is cut before it, the smaller half. Beyond what can be addressed it is too large anyway.
    private static (int Size, int Before) Along(int places, int kernel, int stride, int dilation, bool isSame, int more)
    {
        long span = ((long)(kernel - 1) * dilation) + 1, reach = ((long)(places - 1) * stride) + span;
        long size = isSame
            ? (more < 0 ? (long)places * stride : reach - span + (span % 2) + more)
            : (more < 0 ? ((long)places * stride) + Math.Max(span - stride, 0) : reach + more);
        return ((int)Math.Min(int.MaxValue, size), isSame ? (int)Math.Min(int.MaxValue, Math.Max(reach - size, 0) / 2) : 0);
    }
}

/// <summary>A checked transposed convolution.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
/// <param name="Back">The window of the convolution that leads from the output back to the input.</param>
/// <param name="Channels">The channels that come in.</param>
/// <param name="Activation">What is applied to the sums.</param>
/// <param name="UseBias">Whether there is a bias.</param>
/// <param name="KernelInitializer">What the kernel starts from.</param>
internal sealed record Conv2DTransposeSpec(
    string Name, EquatableArray<int> OutputShape, Window Back, int Channels, Activation Activation, bool UseBias, string KernelInitializer)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Conv2DTranspose";

    public override string Description => $"{Kind}, {Back.Kernel}" + (Activation == Activation.Linear ? "" : $", {Activation.Name}");

    public override int ParameterCount => (Area * Filters * Channels) + (UseBias ? Filters : 0);

    public override long Operations => 2L * Area * Filters * Channels * Back.Output.Height * Back.Output.Width;

    public override IEnumerable<string> ParameterRoles => UseBias ? ["kernel", "bias"] : ["kernel"];

    public override Activation? FinalActivation => Activation;

    public override bool TakesActivation => true;

    private int Area => Back.Kernel.Height * Back.Kernel.Width;

    private int Filters => OutputShape[2];

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        bool fused = activation.Form == ActivationForm.FromOutput;
        ParameterPlan kernel = lowering.AddParameter(
            this, "kernel", new([Back.Kernel.Height, Back.Kernel.Width, Filters, Channels]), KernelInitializer, Area * Filters, Area * Channels);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Filters]), "Zeros", Filters, Filters) : null;
        Value rows = RepeatChannelsStep.Add(lowering, Identifier, this, input);
        Value sums = lowering.AddValue(Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        lowering.AddStep(Conv2DTransposeStep.Create(lowering, Identifier, this, rows, sums, Back, kernel, bias));
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}

/// <summary>
/// A transposed convolution: each of its passes is one of the convolution back from its output to its input, with images and gradients
/// exchanged. The way there takes the kernel turned round, which is kept beside the kernel and made anew with it, and an image laid into
/// zeros, Laid. The way back takes the gradient, laid into the zeros that windows reach, Padded.
/// </summary>
internal sealed record Conv2DTransposeStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Back, ParameterPlan Kernel, ParameterPlan? Bias, Value? Laid, Value? Padded)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public static Conv2DTransposeStep Create(
        Lowering lowering, string identifier, LayerSpec layer, Value input, Value sums, Window back, ParameterPlan kernel, ParameterPlan? bias)
    {
        var one = new Size(1, 1);
        bool isPointwise = !back.IsPadded && back.Kernel == one && back.Strides == one;
        Size room = ConvolutionShape.Laid(back);
        Value? laid = isPointwise ? null : lowering.AddScratch(identifier + "Laid", room, input.Width);
        Value? padded = !back.IsPadded || !input.HasGradient ? null
            : lowering.AddScratch(identifier + "Padded", back.Image, sums.Width);
        return new Conv2DTransposeStep(identifier, layer, input, sums, back, kernel, bias, laid, padded);
    }

    public override bool HasWeights => true;

    public override bool HasShape => true;

    public override long GradientBlock
        => TransposedConvolutionRoom.Block(
            Back.Kernel.Width, Output.Width, Input.Stride, Back.IsPadded, (long)Back.Image.Height * Back.Image.Width * Output.Stride, Input.Floats);

    public override long DerivedFloats => TurnedFloats;

    public override long PreparedFloats => TurnedFloats;

    public override string CallPrepare
        => $"ConvolutionKernels.Turn<{Identifier}Shape>(parameters + At.{Kernel.Property}, {InDerived("derived")}, part, parts);";

    private long TurnedFloats => ConvolutionRoom.Turned(Back.Kernel.Area, Input.Width, Output.Stride);

    public override bool AppliesActivation => true;

    public override IEnumerable<Value> Work(Pass pass)
    {
        Value?[] work = pass switch
        {
            Pass.Inference or Pass.Forward => [Laid],
            Pass.Backward when Input.HasGradient => [Input, Padded],
            _ => [],
        };
        return work.OfType<Value>();
    }

    // The sizes of the convolution back.
    public override void WriteShape(SourceWriter writer) => ConvolutionShape.Write(writer, $"{Identifier}Shape", Back, input: Output, output: Input);

    public override void WriteForward(SourceWriter writer)
    {
        string activation = Output.Activation == Activation.Linear ? "" : Output.Activation.Name + " of ";
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = {activation}x spread over windows by the kernel{(Bias is null ? "" : " + bias")}");
        string parameters = Bias is null ? "" : "float* parameters, ", laid = Laid is null ? "" : "float* laid, ";
        writer.Line($"private static void {ForwardName}({parameters}float* turned, float* x, {laid}float* y, int rows)");
        string bias = Bias is null ? "" : $"parameters + At.{Bias.Property}, ";
        writer.Indented($"=> TransposedConvolutionKernels.Forward<{Identifier}Shape, {Output.Activation.Name}>(x, {(Laid is null ? "x" : "laid")}, turned, {bias}y, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dz * kernel{Input.TimesSlope}");
        string padded = Padded is null ? "" : "float* padded, ";
        writer.Line($"private static void {Identifier}Backward(float* parameters, float* x, float* dz, {padded}float* dx, int rows)");
        writer.Indented($"=> TransposedConvolutionKernels.BackwardInput<{Identifier}Shape, {Input.Activation.Name}>(dz, {(Padded is null ? "dz" : "padded")}, parameters + At.{Kernel.Property}, x, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: dkernel = Σ dz x over all places{(Bias is null ? "" : ", dbias = Σ dz")}");
        writer.Line($"private static void {Identifier}Update(float* x, float* dz, GradientSink gradients, int batch, int part, int parts)");
        string kernel = $"TransposedConvolutionKernels.UpdateKernel<{Identifier}Shape>(x, dz, gradients, At.{Kernel.Property}, batch, part, parts);";
        writer.Body(kernel, Bias is null ? null : $"TransposedConvolutionKernels.UpdateBias<{Identifier}Shape>(dz, gradients, At.{Bias.Property}, batch, part, parts);");
    }

    public override string CallForward(string x, string y) => CallForward(x, y, InDerived("step.Derived"));

    public override string CallInfer(string x, string y, string prepared) => CallForward(x, y, prepared);

    public override string CallPrepareInference(string prepared)
        => $"ConvolutionKernels.Turn<{Identifier}Shape>(parameters + At.{Kernel.Property}, {prepared}, part: 0, parts: 1);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward(parameters, {x}, {dy}, {(Padded is null ? "" : Padded.Name + ", ")}{dx}, rows);";

    public override string CallUpdate(string x, string dy) => $"{Identifier}Update({x}, {dy}, step.Gradients, step.Batch, part, parts);";

    private string CallForward(string x, string y, string turned)
        => $"{ForwardName}({(Bias is null ? "" : "parameters, ")}{turned}, {x}, {(Laid is null ? "" : Laid.Name + ", ")}{y}, rows);";
}
