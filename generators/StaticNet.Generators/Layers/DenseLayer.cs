namespace StaticNet.Generators;

/// <summary><c>[Dense]</c>: y = activation(x · kernel + bias) along the last axis.</summary>
internal sealed class DenseLayer : LayerKind
{
    public override string Name => "Dense";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int? units = layer.GetPositive("units");
        Activation? activation = layer.GetActivation(units ?? 2);
        Initializer? initializer = layer.GetOption("KernelInitializer", Initializer.GlorotUniform);
        int rank = layer.InputShape.Count;
        return units is null ? null
            : new DenseSpec(
                layer.Name, new([.. layer.InputShape.Take(rank - 1), units.Value]), layer.InputShape[rank - 1], activation ?? Activation.Linear,
                layer.Get("UseBias", true), initializer ?? Initializer.GlorotUniform);
    }
}

/// <summary>A checked dense layer.</summary>
internal sealed record DenseSpec(
    string Name, EquatableArray<int> OutputShape, int Inputs, Activation Activation, bool UseBias, Initializer KernelInitializer)
    : PlannedLayer(Name, OutputShape)
{
    /// <summary>The kind of the layer that wraps it, if any.</summary>
    public string? Wrapper { get; init; }

    public override string Kind => Wrapper ?? "Dense";

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override string Description
        => Kind + (Activation == Activation.Linear ? "" : $", {Activation.Name}") + (OutputShape.Count == 1 ? "" : ", along the last axis");

    public override int ParameterCount => (Inputs * Units) + (UseBias ? Units : 0);

    public override long Operations => 2L * Inputs * OutputShape.Aggregate(1, (size, next) => size * next);

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles => UseBias ? ["kernel", "bias"] : ["kernel"];

    public override bool WorksOnRows => true;

    public override Activation? FinalActivation => Activation;

    public override bool TakesActivation => true;

    private int Units => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        bool fused = activation.Form == ActivationForm.FromOutput;
        ParameterPlan kernel = lowering.AddKernel(this, "kernel", new([Inputs, Units]), Inputs, KernelInitializer, Inputs, Units);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Units]), Initializer.Zeros, Units, Units) : null;
        Value sums = lowering.AddValue(
            Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        DenseStep.Add(lowering, Identifier, this, input, sums, kernel, bias);
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}

/// <summary>
/// The product of a dense layer. With dz the gradient by its sums: dkernel = xᵀ · dz, dbias = Σ dz, dx = dz · kernelᵀ. Its own
/// activation's derivative is applied by whoever writes dz. The transposed kernel is kept beside the kernel and made anew with it. Where units
/// make several rows of the output, each padded to whole vectors, so do those of the kernel.
/// </summary>
internal record DenseStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan Kernel, ParameterPlan? Bias)
    : PlanStep(Identifier, Layer, Input, Output)
{
    /// <summary>Adds the step of a layer, by its size.</summary>
    public static void Add(Lowering lowering, string identifier, LayerSpec layer, Value input, Value output, ParameterPlan kernel, ParameterPlan? bias)
        => lowering.AddStep(output.Rows == input.Rows && lowering.WritesOut(kernel, input.Width, output.Width)
            ? new UnrolledDenseStep(identifier, layer, input, output, kernel, bias)
            : new DenseStep(identifier, layer, input, output, kernel, bias));

    public override bool AppliesActivation => true;

    public override long GradientBlock => DenseSizes.Block(Input.Width, Input.Stride, Units, UnitStride);

    public override int MinSamples => DenseSizes.TakesManyRows(Input.Width, UnitStride) ? (DenseSizes.MinRows + Input.Rows - 1) / Input.Rows : 1;

    public override long DerivedFloats => Input.HasGradient && Units > 1 ? DenseSizes.Transposed(Units, Input.Stride) : 0;

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            new(
                Shape, "IDenseShape",
                new([("Inputs", Input.Width), ("InputStride", Input.Stride), ("Units", Units), ("UnitStride", UnitStride)])),
        ];

    public override Method Forward
        => NewMethod(
            "Forward", ForwardComment($"y = {Output.ActivationOf}x · {Kernel.Role}{(Bias is null ? "" : $" + {Bias.Role}")}"),
            Call("DenseKernels.Forward", [Shape, Output.Activation.Name], X, At(Kernel), At(Bias), Y, Samples(Input.Rows)));

    // The kernel of a single unit is its own transpose.
    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment($"dx = dz · {Kernel.Role}ᵀ"),
                Call("DenseKernels.BackwardInput", [Shape, Input.Activation.Name], DZ, Units > 1 ? Transposed : At(Kernel), X, DX, Samples(Input.Rows)));

    public override Method Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: d{Kernel.Role} = xᵀ · dz{(Bias is null ? "" : $", d{Bias.Role} = Σ dz")}",
            Call("DenseKernels.UpdateKernel", [Shape], X, DZ, Sink, GradientAt(Kernel), Batch(Input.Rows), Part, Parts),
            Bias is null ? null : Call("DenseKernels.UpdateBias", [Shape], DZ, Sink, GradientAt(Bias), Batch(Input.Rows), Part, Parts));

    public override IEnumerable<KernelCall> Derive
        => DerivedFloats == 0 ? [] : [Call("DenseKernels.Transpose", [Shape], At(Kernel), Transposed, Part, Parts)];

    /// <summary>The transposed kernel.</summary>
    protected Operand Transposed => Derived("KernelTransposed");

    private int Units => OutputRows == 1 ? Output.Width : UnitStride;

    private int UnitStride => OutputRows * Output.Stride;

    // The rows of the output for one of the input.
    private int OutputRows => Output.Rows / Input.Rows;
}
