namespace StaticNet.Generators;

/// <summary>
/// A convolution. With dz the gradient by its sums: dkernel = Σ x dz over all places, dbias = Σ dz, and dx is dz convolved with the kernel
/// flipped, which is kept beside the kernel and made anew with it. Images whose windows reach over the edges are first padded with zeros,
/// Padded, and so is the gradient in the backward pass, PaddedGradient. Where a window of 3x3 moves by single steps and there are vectors of
/// channels, Winograd's minimal filtering takes fewer products, with a transformed kernel and Scratch. A prediction folds a normalisation
/// behind it into the kernel.
/// </summary>
internal sealed record Conv2DStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, ParameterPlan Kernel, ParameterPlan? Bias,
    Value? Padded, Value? PaddedGradient, Value? Scratch)
    : PlanStep(Identifier, Layer, Input, Output)
{
    private static readonly Size _one = new(1, 1);

    public static Conv2DStep Create(
        Lowering lowering, string identifier, LayerSpec layer, Value input, Value sums, Window window, ParameterPlan kernel, ParameterPlan? bias)
    {
        Value? padded = ConvolutionShape.AddPadded(lowering, identifier, window, input);
        bool isPointwise = !window.IsPadded && window.Kernel == _one && window.Strides == _one;
        Value? paddedGradient = !input.HasGradient || isPointwise ? null
            : ConvolutionShape.AddPaddedGradient(lowering, identifier, window, sums);
        var step = new Conv2DStep(identifier, layer, input, sums, window, kernel, bias, padded, paddedGradient, null);
        return !step.UsesWinograd ? step
            : step with { Scratch = lowering.AddScratch(identifier + "Scratch", WinogradSizes.Scratch(Math.Max(input.Stride, sums.Stride))) };
    }

    /// <summary>The normalisation that a prediction takes into the kernel, if any.</summary>
    public BatchNormalizationStep? Normalization { get; init; }

    /// <summary>Whether minimal filtering serves the forward pass.</summary>
    public bool UsesWinograd
        => Window.Kernel == new Size(3, 3) && Window.Strides == _one && Window.Dilation == _one && Input.Stride % 16 == 0 && Input.Width >= 16;

    /// <summary>The floats of the transformed kernel; none without minimal filtering.</summary>
    public long TransformedFloats => UsesWinograd ? WinogradSizes.Transformed(Input.Width, Output.Stride) : 0;

    public override bool AppliesActivation => true;

    public override long GradientBlock => ConvolutionSizes.Block(Window.Kernel.Height, Window.Kernel.Width, Input.Width, Output.Stride);

    public override IEnumerable<ShapeType> ShapeTypes
        => [ConvolutionShape.Of(Shape, Window, Input, Output), .. Normalization is null ? [] : Normalization.ShapeTypes];

    public override long PreparedFloats => FoldedFloats + TransformedFloats;

    public override long DerivedFloats
        => TransformedFloats + FlippedFloats + (UsesWinogradBackward ? WinogradSizes.Transformed(Output.Width, Input.Stride) : 0);

    // Few filters are not worth the transformation of their gradients.
    private bool UsesWinogradBackward => UsesWinograd && Input.HasGradient && Output.Width >= 16;

    private long KernelRows => (long)Window.Kernel.Area * Input.Width;

    private long FoldedFloats => Normalization is null ? 0 : NormalizationSizes.FoldedKernel(KernelRows, Output.Stride);

    /// <summary>Whether it meets so many places that folding its kernel for each prediction pays.</summary>
    public bool IsWorthFolding => Window.Output.Height * Window.Output.Width >= 16;

    private long FlippedFloats => Input.HasGradient ? ConvolutionSizes.Flipped(Window.Kernel.Area, Output.Width, Input.Stride) : 0;

    private Operand Transformed => Derived("KernelTransformed");

    private Operand Flipped => Derived("KernelFlipped", TransformedFloats);

    private Operand TransformedFlipped => Derived("KernelFlippedTransformed", TransformedFloats + FlippedFloats);

    private Operand FoldedScale => Prepared("Scale");

    private Operand FoldedShift => Prepared("Shift", Output.Stride);

    private Operand FoldedKernel => Prepared("Kernel", NormalizationSizes.FoldedRows * (long)Output.Stride);

    private Operand TransformedForPredictions => Normalization is null ? Prepared() : Prepared("KernelTransformed", FoldedFloats);

    public override IEnumerable<KernelCall> Derive
    {
        get
        {
            if (UsesWinograd)
                yield return Call("WinogradKernels.Transform", [Shape], At(Kernel), Transformed, Part, Parts);
            if (Input.HasGradient)
                yield return Call("ConvolutionKernels.Flip", [Shape], At(Kernel), Flipped, Part, Parts);
            if (UsesWinogradBackward)
                yield return Call("WinogradKernels.TransformFlipped", [Shape], Flipped, TransformedFlipped, Part, Parts);
        }
    }

    public override Method Forward => Convolve("Forward", Layer.Name, Output, Transformed, null);

    public override Method Infer => InferTo("Infer", null, Output);

    public override Method? PrepareInference
    {
        get
        {
            if (PreparedFloats == 0)
                return null;
            KernelCall? transform = !UsesWinograd ? null
                : Call("WinogradKernels.Transform", [Shape], Normalization is null ? At(Kernel) : FoldedKernel, TransformedForPredictions, Part, Parts);
            return (Normalization is null
                ? NewMethod("Prepare", $"{Layer.Name}: the kernel, transformed for predictions", transform)
                : NewMethod(
                    "Prepare",
                    $"{Layer.Name}: the kernel of predictions, with the scale of {Normalization.Layer.Name}{(UsesWinograd ? ", transformed" : "")}; the shift becomes the bias",
                    Normalization.Fold(FoldedScale, FoldedShift),
                    Bias is null ? null : Call("FoldingKernels.Bias", [], At(Bias), FoldedScale, FoldedShift, Output.Stride),
                    Call("FoldingKernels.Kernel", [], At(Kernel), FoldedScale, FoldedKernel, KernelRows, Output.Stride),
                    transform)).OnOneThread();
        }
    }

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = dz * flipped {Kernel.Role}"),
                UsesWinogradBackward
                    ? Call("WinogradKernels.BackwardInput", [Shape, Input.Activation.Name], DZ, Optional(PaddedGradient, "paddedGradient"), TransformedFlipped, Optional(Scratch, "scratch"), X, DX, Samples())
                    : Call("ConvolutionKernels.BackwardInput", [Shape, Input.Activation.Name], DZ, Optional(PaddedGradient, "paddedGradient") ?? DZ, Flipped, X, DX, Samples()));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: d{Kernel.Role} = Σ x dz over all places{(Bias is null ? "" : $", d{Bias.Role} = Σ dz")}",
            Call("ConvolutionKernels.UpdateKernel", [Shape], Optional(Padded, "x") ?? X, DZ, Sink, GradientAt(Kernel), Batch(), Part, Parts),
            Bias is null ? null : Call("ConvolutionKernels.UpdateBias", [Shape], DZ, Sink, GradientAt(Bias), Batch(), Part, Parts));

    /// <summary>The forward pass.</summary>
    /// <param name="name">What the method is called.</param>
    /// <param name="layers">The layers that it is of, for the comment.</param>
    /// <param name="output">What it makes.</param>
    /// <param name="transformed">The transformed kernel, where there is one.</param>
    /// <param name="choices">Where a pooling behind it saves which pixel was the largest.</param>
    /// <param name="isPooled">Whether there is such a pooling.</param>
    public Method Convolve(string name, string layers, Value output, Operand transformed, Operand? choices, bool isPooled = false)
        => Products(name, layers, output, UsesWinograd ? transformed : At(Kernel)!, At(Bias), choices, isPooled);

    /// <summary>How it predicts, with or without a pooling behind it.</summary>
    /// <param name="name">What the method is called.</param>
    /// <param name="pooling">The pooling.</param>
    /// <param name="output">What it makes.</param>
    public Method InferTo(string name, LayerSpec? pooling, Value output)
    {
        bool isFolded = Normalization is not null;
        string layers = string.Join(", ", new[] { Layer, Normalization?.Layer, pooling }.OfType<LayerSpec>().Select(layer => layer.Name));
        return Products(
            PreparedFloats == 0 && pooling is null ? "Forward" : name, layers, output,
            UsesWinograd ? TransformedForPredictions : isFolded ? FoldedKernel : At(Kernel)!, isFolded ? FoldedShift : At(Bias), null, pooling is not null);
    }

    private Method Products(string name, string layers, Value output, Operand kernel, Operand? bias, Operand? choices, bool isPooled)
    {
        string largest = isPooled ? "the largest of each 2 x 2 cell of " : "", which = choices is null ? "" : ", and which it was";
        return NewMethod(
            name, $"{layers}: {Text.Shape(Input.Shape)} to {Text.Shape(output.Shape)}. y = {output.ActivationOf}{largest}x * {Kernel.Role}{(bias is null ? "" : " + bias")}{which}",
            Padded is null ? null : Call("ConvolutionKernels.Pad", [Shape], X, Optional(Padded, "padded"), Samples()),
            Call(
                (UsesWinograd, isPooled) switch
                {
                    (true, true) => "WinogradKernels.Pool",
                    (true, false) => "WinogradKernels.Forward",
                    (false, true) => "PooledConvolutionKernels.Forward",
                    _ => "ConvolutionKernels.Forward",
                },
                [Shape, output.Activation.Name],
                Optional(Padded, "padded") ?? X, kernel, bias, Optional(Scratch, "scratch"), new ValueOperand(output, "y"), choices, Samples()));
    }
}
