namespace StaticNet.Generators;

/// <summary>A random change of each image while training. No gradient goes back through it: no weights lie before it.</summary>
/// <param name="Identifier">What the name of its method begins with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Effect">What it computes, for a comment.</param>
/// <param name="Kernel">The method of the kernels.</param>
/// <param name="Arguments">What that takes beside values and random numbers, as code writes it.</param>
/// <param name="Resampling">What is seen where the image has no pixels, for kernels that move them.</param>
internal sealed record AugmentationStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, string Effect, string Kernel, string Arguments, Resampling? Resampling)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool TrainingOnly => true;

    public override bool HasShape => true;

    /// <summary>Turns a layer into its step.</summary>
    public static Value Lower(
        Lowering lowering, LayerSpec layer, Value input, string effect, string kernel, string arguments, Resampling? resampling = null)
    {
        Value output = lowering.AddOutput(layer, input);
        lowering.AddStep(new AugmentationStep(layer.Identifier, layer, input, output, effect, kernel, arguments, resampling));
        return output;
    }

    public override void WriteShape(SourceWriter writer)
    {
        string name = $"{Identifier}Shape";
        if (Resampling is null)
            ImageShape.Write(writer, name, Input);
        else
            writer.Shape(name, "IAugmentationShape", [.. ImageShape.Members(Input), .. Resampling.Members]);
    }

    public override void WriteForward(SourceWriter writer)
    {
        writer.Line($"// {Layer.Name}: {Text.Shape(Output.Shape)}. y = {Effect}");
        writer.Line($"private static void {ForwardName}(float* x, float* y, uint key, int first, int rows)");
        writer.Indented($"=> AugmentationKernels.{Kernel}<{Identifier}Shape>(x, y, {Arguments}, key, first, rows);");
    }

    public override string CallForward(string x, string y) => $"{ForwardName}({x}, {y}, step.KeyOfLayer({Output.Id}), first, rows);";
}
