namespace StaticNet.Generators;

/// <summary><c>[Conv2DTranspose]</c>: each pixel spread over a window of the output.</summary>
internal sealed class Conv2DTransposeLayer : LayerKind
{
    public override string Name => "Conv2DTranspose";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int? filters = layer.GetPositive("filters");
        Window? back = CheckWindow(layer);
        Activation? activation = layer.GetActivation(filters ?? 2);
        Initializer? initializer = layer.GetOption("KernelInitializer", Initializer.GlorotUniform);
        return filters is not { } units || back is null ? null
            : new Conv2DTransposeSpec(
                layer.Name, new([back.Input.Height, back.Input.Width, units]), back, layer.InputShape[2], activation ?? Activation.Linear,
                layer.Get("UseBias", true), initializer ?? Initializer.GlorotUniform);
    }

    // The window of the convolution that leads from the output back to the input.
    private static Window? CheckWindow(LayerCheckContext layer)
    {
        Size? size = layer.GetSize("kernelSize", "kernelHeight", "kernelWidth");
        Size? strides = layer.GetSize("Strides", "StrideHeight", "StrideWidth", unwritten: 1);
        Size? dilation = layer.GetSize("DilationRate", "DilationHeight", "DilationWidth", unwritten: 1);
        Padding? padding = layer.GetPadding();
        if (!layer.RequireImage() || size is not { } pixels || strides is not { } steps || dilation is not { } distance || padding is null
            || !Window.CheckStridesAndDilation(layer, steps, distance))
        {
            return null;
        }

        int more = layer.Get("OutputPadding", -1);
        (int Size, int Before) height = Along(layer.InputShape[0], pixels.Height, steps.Height, distance.Height, padding == Padding.Same, more);
        (int Size, int Before) width = Along(layer.InputShape[1], pixels.Width, steps.Width, distance.Width, padding == Padding.Same, more);
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
    string Name, EquatableArray<int> OutputShape, Window Back, int Channels, Activation Activation, bool UseBias, Initializer KernelInitializer)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Conv2DTranspose";

    public override string Description => $"{Kind}, {Back.Kernel}" + (Activation == Activation.Linear ? "" : $", {Activation.Name}");

    public override int ParameterCount => (Area * Filters * Channels) + (UseBias ? Filters : 0);

    public override long Operations => 2L * Area * Filters * Channels * Back.Output.Height * Back.Output.Width;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

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
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Filters]), Initializer.Zeros, Filters, Filters) : null;
        Value rows = RepeatChannelsStep.Add(lowering, Identifier, this, input);
        Value sums = lowering.AddValue(Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        lowering.AddStep(Conv2DTransposeStep.Create(lowering, Identifier, this, rows, sums, Back, kernel, bias));
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}

/// <summary>
/// A transposed convolution: each of its passes is one of the convolution back from its output to its input, with images and gradients
/// exchanged. The forward pass takes the flipped kernel, which is kept beside the kernel and made anew with it, and the image with
/// zeros around and between its pixels, PaddedInput. The backward pass takes the gradient with zeros around it, PaddedGradient.
/// </summary>
internal sealed record Conv2DTransposeStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, ParameterPlan Kernel, ParameterPlan? Bias, Value? PaddedInput, Value? PaddedGradient)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public static Conv2DTransposeStep Create(
        Lowering lowering, string identifier, LayerSpec layer, Value input, Value sums, Window back, ParameterPlan kernel, ParameterPlan? bias)
    {
        var one = new Size(1, 1);
        bool isPointwise = !back.IsPadded && back.Kernel == one && back.Strides == one;
        Size size = ConvolutionShape.PaddedGradient(back);
        Value? paddedInput = isPointwise ? null : lowering.AddScratch(identifier + "PaddedInput", size, input.Width);
        Value? paddedGradient = !back.IsPadded || !input.HasGradient ? null
            : lowering.AddScratch(identifier + "ZeroPaddedGradient", back.Image, sums.Width);
        return new Conv2DTransposeStep(identifier, layer, input, sums, back, kernel, bias, paddedInput, paddedGradient);
    }

    public override bool AppliesActivation => true;

    public override long GradientBlock
        => TransposedConvolutionSizes.Block(
            Window.Kernel.Width, Output.Width, Input.Stride, Window.IsPadded, (long)Window.Image.Height * Window.Image.Width * Output.Stride, Input.Floats);

    public override long DerivedFloats => FlippedFloats;

    public override long PreparedFloats => FlippedFloats;

    // The sizes of the convolution back.
    public override IEnumerable<ShapeType> ShapeTypes => [ConvolutionShape.Of(Shape, Window, input: Output, output: Input)];

    private long FlippedFloats => ConvolutionSizes.Flipped(Window.Kernel.Area, Input.Width, Output.Stride);

    public override IEnumerable<KernelCall> Derive => [Flip(Derived("KernelFlipped"))];

    public override Method PrepareInference => NewMethod("Prepare", $"{Layer.Name}: the flipped kernel, for predictions", Flip(Prepared())).OnOneThread();

    public override Method Forward => Transposed("Forward", Derived("KernelFlipped"));

    public override Method Infer => Transposed("Infer", Prepared());

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dz * kernel"),
                Call(
                    "TransposedConvolutionKernels.BackwardInput", [Shape, Input.Activation.Name],
                    DZ, Optional(PaddedGradient, "paddedGradient") ?? DZ, At(Kernel), X, DX, Samples()));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: dkernel = Σ dz x over all places{(Bias is null ? "" : ", dbias = Σ dz")}",
            Call("TransposedConvolutionKernels.UpdateKernel", [Shape], X, DZ, Sink, GradientAt(Kernel), Batch(), Part, Parts),
            Bias is null ? null : Call("TransposedConvolutionKernels.UpdateBias", [Shape], DZ, Sink, GradientAt(Bias), Batch(), Part, Parts));

    private KernelCall Flip(Operand flipped) => Call("ConvolutionKernels.Flip", [Shape], At(Kernel), flipped, Part, Parts);

    private Method Transposed(string name, Operand flipped)
        => NewMethod(
            name, ForwardComment($"y = {Output.ActivationOf}x spread over windows by the kernel{(Bias is null ? "" : " + bias")}"),
            Call(
                "TransposedConvolutionKernels.Forward", [Shape, Output.Activation.Name],
                X, Optional(PaddedInput, "paddedInput") ?? X, flipped, At(Bias), Y, Samples()));
}
