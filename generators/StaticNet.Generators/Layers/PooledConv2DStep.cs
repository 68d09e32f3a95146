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

    public override bool HasWeights => true;

    public override bool HasShape => true;

    public override string InferName => $"{Identifier}Infer";

    public override long GradientBlock
        => PooledConvolutionRoom.Block(Window.Kernel.Area, Input.Stride, Output.Stride, Output.Rows);

    public override long PreparedFloats => Convolution.PreparedFloats;

    public override IEnumerable<PlanStep> Absorbed => Convolution.Absorbed;

    // The transformed kernel, then the transposed one.
    public override long DerivedFloats
        => Convolution.TransformedFloats
            + (Input.HasGradient ? PooledConvolutionRoom.Transposed(Window.Kernel.Area, Output.Width, Input.Stride) : 0);

    public override string CallPrepare
    {
        get
        {
            string kernel = $"parameters + At.{Convolution.Kernel.Property}", shape = $"{Identifier}Shape";
            var calls = new List<string>();
            if (Convolution.IsMinimal)
                calls.Add($"WinogradKernels.Transform<{shape}>({kernel}, {InDerived("derived")}, part, parts);");
            if (Input.HasGradient)
                calls.Add($"PooledConvolutionKernels.Transpose<{shape}>({kernel}, {TransposedAt}, part, parts);");
            return string.Join("\n", calls);
        }
    }

    /// <summary>Which of the four sums was the largest.</summary>
    public Value Choices => Pooling.Choices!;

    private string TransposedAt => InDerived("derived", Convolution.TransformedFloats);

    private Window Window => Convolution.Window;

    private Value? Padded => Convolution.Padded;

    // One image's gradient, where the image is padded.
    private Value? Laid => Input.HasGradient && Padded is { } padded ? padded with { Id = Convolution.Laid!.Id, Name = Convolution.Laid.Name, IsScratch = true } : null;

    public override bool AppliesActivation => true;

    public override IEnumerable<Value> Work(Pass pass)
    {
        Value?[] work = pass switch
        {
            Pass.Inference => [Padded, Convolution.Scratch],
            Pass.Forward => [Padded, Convolution.Scratch, Choices],
            Pass.Update => [Padded, Choices],
            _ => Input.HasGradient ? [Input, Choices, Laid] : [],
        };
        return work.OfType<Value>();
    }

    public override void WriteShape(SourceWriter writer) => Convolution.WriteShape(writer);

    public override void WriteForward(SourceWriter writer) => Convolution.WriteForward(writer, inference: false, this);

    public override void WriteInfer(SourceWriter writer)
    {
        Convolution.WritePrepareInference(writer);
        Convolution.WriteForward(writer, inference: true, this);
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name} and {Pooling.Layer.Name}, backward: dx = dz, where the largest was, * kernel turned round{Input.TimesSlope}");
        string laid = Laid is null ? "" : "float* laid, ";
        writer.Line($"private static void {Identifier}Backward(float* derived, float* x, byte* choices, float* dz, {laid}float* dx, int rows)");
        writer.Indented($"=> PooledConvolutionKernels.BackwardInput<{Identifier}Shape, {Input.Activation.Name}>(dz, choices, {(Laid is null ? "dx" : "laid")}, {TransposedAt}, x, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: dkernel = Σ x dz over the places where the largest was{(Convolution.Bias is null ? "" : ", dbias = Σ dz")}");
        writer.Line($"private static void {Identifier}Update(float* x, byte* choices, float* dz, GradientSink gradients, int batch, int part, int parts)");
        string kernel = $"PooledConvolutionKernels.UpdateKernel<{Identifier}Shape>(x, dz, choices, gradients, At.{Convolution.Kernel.Property}, batch, part, parts);";
        writer.Body(kernel, Convolution.Bias is null ? null : $"PooledConvolutionKernels.UpdateBias<{Identifier}Shape>(dz, gradients, At.{Convolution.Bias.Property}, batch, part, parts);");
    }

    public override string CallForward(string x, string y) => Convolution.CallForward(x, y, "step.Derived", this);

    public override string CallInfer(string x, string y, string prepared) => Convolution.CallForward(x, y, prepared, this, inference: true);

    public override string CallPrepareInference(string prepared) => Convolution.CallPrepareInference(prepared);

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward(step.Derived, {x}, {Choices.Name}, {dy}, {(Laid is null ? "" : Laid.Name + ", ")}{dx}, rows);";

    public override string CallUpdate(string x, string dy)
        => $"{Identifier}Update({(Padded is null ? x : Padded.Name)}, {Choices.Name}, {dy}, step.Gradients, step.Batch, part, parts);";
}
