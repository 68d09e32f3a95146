namespace StaticNet.Generators;

/// <summary><c>[Activation]</c>: y = activation(x), shape unchanged.</summary>
internal sealed class ActivationLayer : LayerKind
{
    public override string Name => "Activation";

    public override LayerSpec? Check(LayerChecking layer)
        => new ActivationSpec(
            layer.Name, layer.InputShape, layer.GetActivation(layer.InputShape[layer.InputShape.Count - 1]) ?? Activation.Linear);
}

/// <summary>A checked activation layer.</summary>
internal sealed record ActivationSpec(string Name, EquatableArray<int> OutputShape, Activation Activation) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Activation";

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description => $"{Kind}, {Activation.Name}";

    public override Activation? FinalActivation => Activation == Activation.Linear ? null : Activation;

    public override bool TakesActivation => true;

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        return activation == Activation.Linear ? input : lowering.Activate(Identifier, this, input, activation);
    }
}

/// <summary>An activation, number by number, that is not fused into the layer before it: dx = dy ∘ activation'.</summary>
internal sealed record ActivationStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Activation Activation)
    : PlanStep(Identifier, Layer, Input, Output)
{
    /// <summary>Whether the step before can apply it: its slope can be told from the result.</summary>
    public bool IsFusible => Activation.Form == ActivationForm.FromOutput && Activation != Activation.Linear;

    private Value Kept => Activation.Form == ActivationForm.FromInput ? Input : Output;

    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input, Output] : [];

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. y = {(Activation == Activation.Linear ? "x" : Activation.Name + " of x")}");
        writer.Line($"private static void {Identifier}Forward(float* x, float* y, int rows)");
        writer.Indented($"=> ActivationKernels.Forward<{Activation.Name}>(x, y, {Text.Literal(Input.Floats)} * rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        string kept = Kept == Input ? "x" : "y";
        string slope = Activation == Activation.Linear ? "" : $" ∘ slope of {Activation.Name}, told from {kept}";
        writer.Line($"// {Layer.Name}, backward: dx = dy{slope}{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, float* y, float* dy, float* dx, int rows)");
        writer.Indented($"=> ActivationKernels.Backward<{Activation.Name}, {Input.Activation.Name}>(dy, {kept}, x, dx, {Text.Literal(Input.Floats)} * rows);");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward({x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({x}, {y}, {dy}, {dx}, rows);";
}

/// <summary>The softmax of rows in the middle of a model: dx = y ∘ (dy - Σ y dy).</summary>
internal sealed record SoftmaxStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<Value> Work(Pass pass) => pass == Pass.Backward && Input.HasGradient ? [Input, Output] : [];

    private string Rows => Input.RowsOf("rows");

    public override bool HasShape => true;

    public override void WriteShape(SourceWriter writer) => RowShape.Write(writer, $"{Identifier}Rows", Input);

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. y = softmax of each row of x");
        writer.Line($"private static void {Identifier}Forward(float* x, float* y, int rows)");
        writer.Indented($"=> SoftmaxKernels.Forward<{Identifier}Rows>(x, y, {Text.Literal(Output.Stride)}, {Rows});");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = y ∘ (dy - Σ y dy){Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, float* y, float* dy, float* dx, int rows)");
        writer.Indented($"=> SoftmaxKernels.Backward<{Identifier}Rows, {Input.Activation.Name}>(dy, y, x, dx, {Rows});");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward({x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy)
        => $"{Identifier}Backward({x}, {y}, {dy}, {dx}, rows);";
}
