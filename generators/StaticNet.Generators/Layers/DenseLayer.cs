namespace StaticNet.Generators;

/// <summary><c>[Dense]</c>: y = activation(x · kernel + bias).</summary>
internal sealed class DenseLayer : LayerKind
{
    public override string Name => "Dense";

    public override LayerSpec? Check(LayerChecking layer)
    {
        int? units = layer.GetPositive("units");
        if (layer.InputShape.Count != 1)
            layer.Report(Rules.WrongRank.Id, null, layer.Title, Text.Shape(layer.InputShape), layer.InputName);
        Activation? activation = layer.GetActivation(units ?? 2);
        string? initializer = layer.GetOption("KernelInitializer", "GlorotUniform");
        return units is null || layer.InputShape.Count != 1 ? null
            : new DenseSpec(
                layer.Name, new([units.Value]), layer.InputShape[0], activation ?? Activation.Linear, layer.Get("UseBias", true),
                initializer ?? "GlorotUniform");
    }
}

/// <summary>A checked dense layer.</summary>
internal sealed record DenseSpec(
    string Name, EquatableArray<int> OutputShape, int Inputs, Activation Activation, bool UseBias, string KernelInitializer)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Dense";

    public override string Description => Activation == Activation.Linear ? Kind : $"{Kind}, {Activation.Name}";

    public override int ParameterCount => (Inputs * Units) + (UseBias ? Units : 0);

    public override long ParameterFloats => (Inputs + 1L) * Lowering.Align(Units);

    public override Activation? FinalActivation => Activation;

    private int Units => OutputShape[0];

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        bool fused = activation.Form == ActivationForm.FromOutput;
        ParameterPlan kernel = lowering.AddParameter(this, "kernel", new([Inputs, Units]), KernelInitializer, Inputs, Units);
        ParameterPlan? bias = UseBias ? lowering.AddParameter(this, "bias", OutputShape, "Zeros", Units, Units) : null;
        Value sums = lowering.AddValue(
            Text.Pascal(Name) + (fused ? "Output" : "Sums"), OutputShape, kernel.Stride, fused ? activation : Activation.Linear, hasGradient: true);
        lowering.AddStep(new DenseStep(Text.Pascal(Name), this, input, sums, kernel, bias));
        return fused ? sums : lowering.Activate(Text.Pascal(Name) + "_Activation", this, sums, activation);
    }
}

/// <summary>
/// The product of a dense layer. With dz the gradient by its sums: dkernel = xᵀ · dz, dbias = Σ dz, dx = dz · kernelᵀ. Its own
/// activation's derivative is applied by whoever writes dz.
/// </summary>
internal sealed record DenseStep(string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan Kernel, ParameterPlan? Bias)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<Value> ReadInBackward => [Input];

    public override int Scratch => Input.HasGradient ? Kernel.Shape[1] * Input.Stride : 0;

    public override bool HasShape => true;

    public override void WriteShape(SourceWriter writer)
    {
        writer.Line($"private readonly struct {Identifier}Shape : IDenseShape");
        using (writer.Block())
        {
            writer.Line($"public static int Inputs => {Text.Literal(Kernel.Shape[0])};");
            writer.Line($"public static int InputStride => {Text.Literal(Input.Stride)};");
            writer.Line($"public static int Units => {Text.Literal(Kernel.Shape[1])};");
            writer.Line($"public static int UnitStride => {Text.Literal(Kernel.Stride)};");
        }
    }

    public override void WriteForward(SourceWriter writer)
    {
        string activation = Output.Activation == Activation.Linear ? "" : Output.Activation.Name + " of ";
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = {activation}x · kernel{(Bias is null ? "" : " + bias")}");
        writer.Line($"private static void Forward{Identifier}(Pointer<float> parameters, Pointer<float> x, Pointer<float> y, int rows)");
        string bias = Bias is null ? "" : $"parameters + {Bias.Constant}, ";
        writer.Indented($"=> DenseKernels.Forward<{Identifier}Shape, {Output.Activation.Name}>(x, parameters + {Kernel.Constant}, {bias}y, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dkernel = xᵀ · dz{(Bias is null ? "" : ", dbias = Σ dz")}{(Input.HasGradient ? $", dx = dz · kernelᵀ{Input.TimesSlope}" : "")}");
        if (Input.HasGradient)
        {
            writer.Line($"private static void Backward{Identifier}(");
            writer.Indented("Pointer<float> x, Pointer<float> dz, Pointer<float> gradients, Pointer<float> parameters, Pointer<float> scratch, Pointer<float> dx, int rows)");
        }
        else
        {
            writer.Line($"private static void Backward{Identifier}(Pointer<float> x, Pointer<float> dz, Pointer<float> gradients, int rows)");
        }

        using (writer.Block())
        {
            writer.Line($"DenseKernels.BackwardKernel<{Identifier}Shape>(x, dz, gradients + {Kernel.Constant}, rows);");
            if (Bias is not null)
                writer.Line($"DenseKernels.BackwardBias<{Identifier}Shape>(dz, gradients + {Bias.Constant}, rows);");
            if (Input.HasGradient)
                writer.Line($"DenseKernels.BackwardInput<{Identifier}Shape, {Input.Activation.Name}>(dz, parameters + {Kernel.Constant}, scratch, x, dx, rows);");
        }
    }

    public override string CallForward(string x, string y) => $"Forward{Identifier}(parameters, {x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => Input.HasGradient
            ? $"Backward{Identifier}({x}, {dy}, step.Gradients, parameters, step.Scratch, {dx}, rows);"
            : $"Backward{Identifier}({x}, {dy}, step.Gradients, rows);";
}
