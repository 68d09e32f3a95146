namespace StaticNet.Generators;

/// <summary><c>[MaxPooling2D]</c>: the largest number of each channel in a window.</summary>
internal sealed class MaxPooling2DLayer : LayerKind
{
    public override string Name => "MaxPooling2D";

    public override LayerSpec? Check(LayerChecking layer) => Check(layer, Window.Check(layer, "pool"));

    /// <summary>Checks such a pooling of any kind whose window is known.</summary>
    public static MaxPooling2DSpec? Check(LayerChecking layer, Window? window)
    {
        if (window is null)
            return null;

        // Which pixel was the largest is kept as a byte.
        if ((long)window.Kernel.Height * window.Kernel.Width > 255)
        {
            layer.Report(
                Rules.OutOfRange.Id, layer.Has("poolSize") ? "poolSize" : "poolHeight", layer.Title, "the pool",
                window.IsSequence ? Text.Number(window.Kernel.Width) : Text.Of(window.Kernel),
                window.IsSequence
                    ? "at most 255 steps, or GlobalMaxPooling1D for all of them"
                    : "at most 255 pixels, or GlobalMaxPooling2D for those of the whole image");
            return null;
        }

        return new MaxPooling2DSpec(layer.Kind, layer.Name, window.ShapeOf(layer.InputShape[layer.InputShape.Count - 1]), window);
    }
}

/// <summary>A checked max pooling.</summary>
internal sealed record MaxPooling2DSpec(string LayerKind, string Name, EquatableArray<int> OutputShape, Window Window)
    : LayerSpec(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Window}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        Value? choices = input.HasGradient ? lowering.AddNote(Identifier + "Choices", OutputShape, isBytes: true) : null;
        lowering.AddStep(new MaxPooling2DStep(Identifier, this, input, output, Window, choices));
        return output;
    }
}

/// <summary>Max pooling; which number of a window was the largest is kept as a byte, since it alone gets the gradient.</summary>
internal sealed record MaxPooling2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, Value? Choices)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<Value> Work(Pass pass) => pass switch
    {
        Pass.Forward when Choices is not null => [Choices],
        Pass.Backward when Choices is not null => [Choices, Input],
        _ => [],
    };

    public override bool HasShape => true;

    public override string InferName => Choices is null ? ForwardName : $"{Identifier}Infer";

    public override void WriteShape(SourceWriter writer) => PoolingShape.Write(writer, $"{Identifier}Shape", Window, Input);

    public override void WriteForward(SourceWriter writer)
    {
        if (Choices is null)
        {
            WriteInfer(writer);
            return;
        }

        WriteComment(writer, ", and which it was");
        writer.Line($"private static void {Identifier}Forward(float* x, float* y, byte* choices, int rows)");
        writer.Indented($"=> MaxPoolingKernels.Forward<{Identifier}Shape>(x, y, choices, rows);");
    }

    public override void WriteInfer(SourceWriter writer)
    {
        WriteComment(writer, "");
        writer.Line($"private static void {InferName}(float* x, float* y, int rows)");
        writer.Indented($"=> MaxPoolingKernels.Forward<{Identifier}Shape>(x, y, rows);");
    }

    public override void WriteBackward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}, backward: dx = dy where the largest was, else 0{Input.TimesSlope}");
        writer.Line($"private static void {Identifier}Backward(float* x, byte* choices, float* dy, float* dx, int rows)");
        writer.Indented($"=> MaxPoolingKernels.Backward<{Identifier}Shape, {Input.Activation.Name}>(dy, choices, x, dx, rows);");
    }

    public override string CallForward(string x, string y) => $"{Identifier}Forward({x}, {y}, {(Choices is null ? "" : Choices.Name + ", ")}rows);";

    public override string CallInfer(string x, string y, string prepared) => $"{InferName}({x}, {y}, rows);";

    public override string CallBackward(string x, string y, string dx, string dy) => $"{Identifier}Backward({x}, {Choices!.Name}, {dy}, {dx}, rows);";

    private void WriteComment(SourceWriter writer, string rest)
        => writer.Line($"// {Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. y = the largest of each {Window.InWords}{rest}");
}
