namespace StaticNet.Generators;

/// <summary>A random change of each image while training. No gradient goes back through it: no weights lie before it.</summary>
/// <param name="Identifier">What the name of its method begins with.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Effect">What it computes, for a comment.</param>
/// <param name="Change">The kernel.</param>
/// <param name="Arguments">What that takes beside values and random numbers.</param>
/// <param name="Resampling">What is seen where the image has no pixels, for kernels that move them.</param>
internal sealed record AugmentationStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, string Effect, string Change, EquatableArray<Operand> Arguments, Resampling? Resampling)
    : PlanStep(Identifier, Layer, Input, Output)
{
    public override bool TrainingOnly => true;

    /// <summary>Turns a layer into its step.</summary>
    public static Value Lower(
        Lowering lowering, LayerSpec layer, Value input, string effect, string kernel, Operand[] arguments, Resampling? resampling = null)
    {
        Value output = lowering.AddOutput(layer, input);
        lowering.AddStep(new AugmentationStep(layer.Identifier, layer, input, output, effect, kernel, new(arguments), resampling));
        return output;
    }

    public override IEnumerable<ShapeType> ShapeTypes
        =>
        [
            Resampling is null ? ImageShape.Of(Shape, Input)
                : new(Shape, "IAugmentationShape", new([.. ImageShape.Members(Input), .. Resampling.Members])),
        ];

    public override Method Forward
        => NewMethod(
            "Forward", SameShapeComment($"y = {Effect}"),
            Call($"AugmentationKernels.{Change}", [Shape], [X, Y, .. Arguments, new KeyOperand(Output), First(), Samples()]));
}
