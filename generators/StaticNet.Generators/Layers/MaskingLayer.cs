namespace StaticNet.Generators;

/// <summary><c>[Masking]</c>: steps all of whose numbers equal a value do not count.</summary>
internal sealed class MaskingLayer : LayerKind
{
    public override string Name => "Masking";

    public override LayerSpec? Check(LayerChecking layer)
    {
        float value = layer.GetFinite("maskValue");
        return layer.TakesSequence() ? new MaskingSpec(layer.Name, layer.InputShape, value) : null;
    }
}

/// <summary>A checked masking layer.</summary>
internal sealed record MaskingSpec(string Name, EquatableArray<int> OutputShape, float MaskValue) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Masking";

    public override string Description => $"{Kind}, {Text.Number(MaskValue)}";

    public override MaskUse Mask => MaskUse.Makes;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value mask = lowering.AddNote(Identifier + "Mask", new([OutputShape[0]]), isBytes: true);
        lowering.Mask = mask;
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new MaskingStep(Identifier, this, input, output, mask));
        return output;
    }
}

/// <summary>Masking: masked steps become 0, and so do their gradients.</summary>
internal sealed record MaskingStep(string Identifier, MaskingSpec Masking, Value Input, Value Output, Value Mask)
    : PlanStep(Identifier, Masking, Input, Output)
{
    public override bool HasShape => true;

    private string Shape => $"{Identifier}Shape";

    public override IEnumerable<Value> Work(Pass pass)
        => pass == Pass.Update ? [] : pass == Pass.Backward && Input.HasGradient ? [Input, Mask] : [Mask];

    public override void WriteShape(SourceWriter writer) => SequenceShape.Write(writer, Shape, Input);

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. mask, y = 0 at steps all of whose numbers are {Text.Number(Masking.MaskValue)}, else 1, x");
        writer.Line($"private static void {ForwardName}(float* x, byte* mask, float* y, int rows)");
        writer.Indented($"=> MaskKernels.Forward<{Shape}>(x, mask, y, {Text.Literal(Masking.MaskValue)}, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dy at steps that count, else 0{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, byte* mask, float* dy, float* dx, int rows)");
        writer.Indented($"=> MaskKernels.Backward<{Shape}, {Input.Activation.Name}>(dy, x, mask, dx, rows);");
    }

    public override string CallForward(string x, string y) => $"{ForwardName}({x}, {Mask.Name}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy) => $"{Identifier}Backward({x}, {Mask.Name}, {dy}, {dx}, rows);";
}
