namespace StaticNet.Generators;

/// <summary><c>[Dense]</c>: y = activation(x · kernel + bias) along the last axis.</summary>
internal sealed class DenseLayer : LayerKind
{
    public override string Name => "Dense";

    public override LayerSpec? Check(LayerChecking layer)
    {
        int? units = layer.GetPositive("units");
        Activation? activation = layer.GetActivation(units ?? 2);
        string? initializer = layer.GetOption("KernelInitializer", "GlorotUniform");
        int rank = layer.InputShape.Count;
        return units is null ? null
            : new DenseSpec(
                layer.Name, new([.. layer.InputShape.Take(rank - 1), units.Value]), layer.InputShape[rank - 1], activation ?? Activation.Linear,
                layer.Get("UseBias", true), initializer ?? "GlorotUniform");
    }
}

/// <summary>A checked dense layer.</summary>
internal sealed record DenseSpec(
    string Name, EquatableArray<int> OutputShape, int Inputs, Activation Activation, bool UseBias, string KernelInitializer)
    : LayerSpec(Name, OutputShape)
{
    /// <summary>The kind of the layer that wraps it, if any.</summary>
    public string? Wrapper { get; init; }

    public override string Kind => Wrapper ?? "Dense";

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description
        => Kind + (Activation == Activation.Linear ? "" : $", {Activation.Name}") + (OutputShape.Count == 1 ? "" : ", along the last axis");

    public override int ParameterCount => (Inputs * Units) + (UseBias ? Units : 0);

    public override long Operations => 2L * Inputs * OutputShape.Aggregate(1, (size, next) => size * next);

    public override IEnumerable<string> ParameterRoles => UseBias ? ["kernel", "bias"] : ["kernel"];

    public override Activation? FinalActivation => Activation;

    public override bool TakesActivation => true;

    private int Units => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        bool fused = activation.Form == ActivationForm.FromOutput;
        ParameterPlan kernel = lowering.AddParameter(this, "kernel", new([Inputs, Units]), KernelInitializer, Inputs, Units, isColumn: Units == 1);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", new([Units]), "Zeros", Units, Units) : null;
        Value sums = lowering.AddValue(
            Identifier + (fused ? "Output" : "Sums"), OutputShape, hasGradient: true, fused ? activation : Activation.Linear);
        lowering.AddStep(new DenseStep(Identifier, this, input, sums, kernel, bias));
        return fused ? sums : lowering.Activate(Identifier + "Activation_", this, sums, activation);
    }
}

/// <summary>
/// The product of a dense layer. With dz the gradient by its sums: dkernel = xᵀ · dz, dbias = Σ dz, dx = dz · kernelᵀ. Its own
/// activation's derivative is applied by whoever writes dz. The transposed kernel is kept beside the kernel and made anew with it.
/// </summary>
internal sealed record DenseStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan Kernel, ParameterPlan? Bias)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input] : [];

    public override bool HasWeights => true;

    public override bool AppliesActivation => true;

    public override long GradientBlock => DenseRoom.Block(Kernel.Shape[0], Units, Output.Stride);

    public override long DerivedFloats => Input.HasGradient && Units > 1 ? DenseRoom.Transposed(Units, Input.Stride) : 0;

    public override string CallPrepare => Input.HasGradient && Units > 1
        ? $"DenseKernels.Transpose<{Identifier}Shape>(parameters + At.{Kernel.Property}, {InDerived("derived")}, part, parts);"
        : "";

    public override bool HasShape => true;

    public override void WriteShape(SourceWriter writer)
        => writer.Shape(
            $"{Identifier}Shape", "IDenseShape",
            ("Inputs", Kernel.Shape[0]), ("InputStride", Input.Stride), ("Units", Units), ("UnitStride", Output.Stride));

    public override void WriteForward(SourceWriter writer)
    {
        string activation = Output.Activation == Activation.Linear ? "" : Output.Activation.Name + " of ";
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = {activation}x · kernel{(Bias is null ? "" : " + bias")}");
        writer.Line($"private static void {Identifier}Forward(float* parameters, float* x, float* y, int rows)");
        string bias = Bias is null ? "" : $"parameters + At.{Bias.Property}, ";
        writer.Indented($"=> DenseKernels.Forward<{Identifier}Shape, {Output.Activation.Name}>(x, parameters + At.{Kernel.Property}, {bias}y, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        // The kernel of a single unit is its own transpose.
        (string buffer, string kernel) = Units > 1 ? ("derived", InDerived("derived")) : ("parameters", $"parameters + At.{Kernel.Property}");
        writer.Line($"// {Layer.Name}, backward: dx = dz · kernelᵀ{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* {buffer}, float* x, float* dz, float* dx, int rows)");
        writer.Indented($"=> DenseKernels.BackwardInput<{Identifier}Shape, {Input.Activation.Name}>(dz, {kernel}, x, dx, rows);");
    }

    public override void WriteUpdate(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, update: dkernel = xᵀ · dz{(Bias is null ? "" : ", dbias = Σ dz")}");
        writer.Line($"private static void {Identifier}Update(float* x, float* dz, GradientSink gradients, int rows, int part, int parts)");
        string kernel = $"DenseKernels.UpdateKernel<{Identifier}Shape>(x, dz, gradients, At.{Kernel.Property}, rows, part, parts);";
        writer.Body(kernel, Bias is null ? null : $"DenseKernels.UpdateBias<{Identifier}Shape>(dz, gradients, At.{Bias.Property}, rows, part, parts);");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward(parameters, {x}, {y}, {Input.RowsOf("rows")});";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({(Units > 1 ? "step.Derived" : "parameters")}, {x}, {dy}, {dx}, {Input.RowsOf("rows")});";

    public override string CallUpdate(string x, string dy) => $"{Identifier}Update({x}, {dy}, step.Gradients, {Input.RowsOf("step.Batch")}, part, parts);";

    private int Units => Kernel.Shape[1];
}
