namespace StaticNet.Generators;

/// <summary>
/// A convolution and the 2x2 max pooling behind it at once: of four sums one is kept, its activation computed, and which one it was; the
/// gradient passes through that one alone. Sums that no cell of the pooling covers are never computed.
/// </summary>
internal sealed record PooledConv2DStep(Conv2DStep Convolution, MaxPooling2DStep Pooling, Value Output)
    : PlanStep(Convolution.Identifier, Convolution.Layer, Convolution.Input, Output)
{
    private static readonly Size _two = new(2, 2);

    /// <summary>The two as one; null where cells are others or the window has holes.</summary>
    public static PooledConv2DStep? Create(Conv2DStep convolution, MaxPooling2DStep pooling)
        => pooling.Window is { IsPadded: false } window && window.Kernel == _two && window.Strides == _two && convolution.Window.Dilation == new Size(1, 1)
            ? new PooledConv2DStep(convolution, pooling, pooling.Output with { Activation = convolution.Output.Activation })
            : null;

    public override bool AppliesActivation => true;

    public override long GradientBlock
        => PooledConvolutionSizes.Block(Window.Kernel.Area, Input.Stride, Output.Stride, Output.Rows);

    public override long PreparedFloats => Convolution.PreparedFloats;

    public override IEnumerable<ShapeType> ShapeTypes => Convolution.ShapeTypes;

    // The transformed kernel, then the transposed one.
    public override long DerivedFloats
        => Convolution.TransformedFloats
            + (Input.HasGradient ? PooledConvolutionSizes.Transposed(Window.Kernel.Area, Output.Width, Input.Stride) : 0);

    private Operand Transposed => Derived("KernelTransposed", Convolution.TransformedFloats);

    private Window Window => Convolution.Window;

    private Operand Transformed => Derived("KernelTransformed");

    private Operand Choices => new ValueOperand(Pooling.Choices!, "choices");

    private string Names => $"{Layer.Name}, {Pooling.Layer.Name}";

    // One image's gradient, where the image is padded.
    private Value? PaddedGradient
        => Input.HasGradient && Convolution.Padded is { } padded ? padded with { Id = Convolution.PaddedGradient!.Id, Name = Convolution.PaddedGradient.Name, IsScratch = true } : null;

    public override IEnumerable<KernelCall> Derive
    {
        get
        {
            if (Convolution.UsesWinograd)
                yield return Call("WinogradKernels.Transform", [Shape], At(Convolution.Kernel), Transformed, Part, Parts);
            if (Input.HasGradient)
                yield return Call("PooledConvolutionKernels.Transpose", [Shape], At(Convolution.Kernel), Transposed, Part, Parts);
        }
    }

    public override Method Forward => Convolution.Convolve("Forward", Names, Output, Transformed, Choices, isPooled: true);

    public override Method Infer => Convolution.InferTo("Infer", Pooling.Layer, Output);

    public override Method? PrepareInference => Convolution.PrepareInference;

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", $"{Layer.Name} and {Pooling.Layer.Name}, backward: dx = dz, where the largest was, * flipped kernel{Input.TimesSlope}",
                Call(
                    "PooledConvolutionKernels.BackwardInput", [Shape, Input.Activation.Name],
                    DZ, Choices, Optional(PaddedGradient, "paddedGradient") ?? DX, Transposed, X, DX, Samples()));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: dkernel = Σ x dz over the places where the largest was{(Convolution.Bias is null ? "" : ", dbias = Σ dz")}",
            Call(
                "PooledConvolutionKernels.UpdateKernel", [Shape],
                Optional(Convolution.Padded, "x") ?? X, DZ, Choices, Sink, GradientAt(Convolution.Kernel), Batch(), Part, Parts),
            Convolution.Bias is null ? null
                : Call("PooledConvolutionKernels.UpdateBias", [Shape], DZ, Sink, GradientAt(Convolution.Bias), Batch(), Part, Parts));
}
