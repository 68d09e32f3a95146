namespace StaticNet.Generators;

/// <summary><c>[GlobalAveragePooling1D]</c>: the mean of each channel over the steps, of those that count where there is a mask.</summary>
internal sealed class GlobalAveragePooling1DLayer : LayerKind
{
    public override string Name => "GlobalAveragePooling1D";

    public override LayerSpec? Check(LayerChecking layer)
        => layer.TakesSequence() ? new GlobalAveragePooling1DSpec(layer.Name, GlobalPooling.OutputShape(layer)) : null;
}

/// <summary>A checked global average pooling of sequences.</summary>
internal sealed record GlobalAveragePooling1DSpec(string Name, EquatableArray<int> OutputShape) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "GlobalAveragePooling1D";

    public override MaskUse Mask => MaskUse.Takes;

    public override Value Lower(Lowering lowering, Value input)
    {
        Value? scales = lowering.Mask is null ? null : lowering.AddNote(Identifier + "Scales", new([1]));
        Value output = lowering.AddOutput(this, input);
        lowering.AddStep(new GlobalAveragePooling1DStep(Identifier, this, input, output, lowering.Mask, scales));
        return output;
    }
}

/// <summary>
/// Global average pooling of sequences: each step that counts gets an equal share of the gradient. A mask comes with a scale for each
/// sample, 1 / the number of steps that count.
/// </summary>
internal sealed record GlobalAveragePooling1DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Value? Mask, Value? Scales)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool HasShape => true;

    private string Shape => $"{Identifier}Shape";

    private string Noted => Mask is null ? "" : $"{Mask.Name}, {Scales!.Name}, ";

    private string Parameters => Mask is null ? "" : "byte* mask, float* scales, ";

    public override IEnumerable<Value> Work(Pass pass)
    {
        IEnumerable<Value> notes = Mask is null || pass == Pass.Update ? [] : [Mask, Scales!];
        return pass != Pass.Backward ? notes : Input.HasGradient ? notes.Prepend(Input) : [];
    }

    public override void WriteShape(SourceWriter writer)
    {
        if (Mask is null) ImageShape.Write(writer, Shape, Input);
        else SequenceShape.Write(writer, Shape, Input);
    }

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = the mean of all steps{(Mask is null ? "" : " that count")}");
        writer.Line($"private static void {ForwardName}(float* x, {Parameters}float* y, int rows)");
        writer.Indented(Mask is null
            ? $"=> GlobalPoolingKernels.Average<{Shape}>(x, y, rows);"
            : $"=> MaskKernels.Average<{Shape}>(x, mask, scales, y, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = {(Mask is null ? $"dy / {Text.Number(Input.Rows)}" : "dy · scale at steps that count, else 0")}{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, {Parameters}float* dy, float* dx, int rows)");
        writer.Indented(Mask is null
            ? $"=> GlobalPoolingKernels.AverageBackward<{Shape}, {Input.Activation.Name}>(dy, x, dx, rows);"
            : $"=> MaskKernels.AverageBackward<{Shape}, {Input.Activation.Name}>(dy, x, mask, scales, dx, rows);");
    }

    public override string CallForward(string x, string y) => $"{ForwardName}({x}, {Noted}{y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy) => $"{Identifier}Backward({x}, {Noted}{dy}, {dx}, rows);";
}
