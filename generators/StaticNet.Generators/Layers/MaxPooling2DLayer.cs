namespace StaticNet.Generators;

/// <summary><c>[MaxPooling2D]</c>: the largest number of each channel in a window.</summary>
internal sealed class MaxPooling2DLayer : LayerKind
{
    public override string Name => "MaxPooling2D";

    public override LayerSpec? Check(LayerCheckContext layer) => Check(layer, Window.Check(layer, isPool: true));

    /// <summary>Checks such a pooling of any kind whose window is known.</summary>
    public static MaxPooling2DSpec? Check(LayerCheckContext layer, Window? window)
    {
        if (window is null)
            return null;

        // Which pixel was the largest is saved as a byte.
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
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override string Description => $"{Kind}, {Window}";

    public override Value Lower(Lowering lowering, Value input)
    {
        Value output = lowering.AddOutput(this, input);
        Value? choices = input.HasGradient ? lowering.AddSaved(Identifier + "Choices", OutputShape, isBytes: true) : null;
        lowering.AddStep(new MaxPooling2DStep(Identifier, this, input, output, Window, choices));
        return output;
    }
}

/// <summary>Max pooling; which number of a window was the largest is saved as a byte, since it alone gets the gradient.</summary>
internal sealed record MaxPooling2DStep(string Identifier, LayerSpec Layer, Value Input, Value Output, Window Window, Value? Choices)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override IEnumerable<ShapeType> ShapeTypes => [PoolingShape.Of(Shape, Window, Input)];

    // What comes before may turn out to need none when the whole model is known.
    private bool HasGradient => Choices is not null && Input.HasGradient;

    public override Method Forward => !HasGradient ? Infer : Largest("Forward", ", and which it was", Optional(Choices, "choices"));

    public override Method Infer => Largest("Infer", "", null);

    public override Method? Backward
        => !HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dy where the largest was, else 0"),
                Call("MaxPoolingKernels.Backward", [Shape, Input.Activation.Name], DY, Optional(Choices, "choices"), X, DX, Samples()));

    private Method Largest(string name, string rest, Operand? choices)
        => NewMethod(name, ForwardComment($"y = the largest of each {Window.InWords}{rest}"), Call("MaxPoolingKernels.Forward", [Shape], X, Y, choices, Samples()));
}
