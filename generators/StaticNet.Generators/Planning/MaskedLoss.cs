namespace StaticNet.Generators;

/// <summary>
/// The mask of a loss over steps, which is the mean of those steps of the whole batch that count, as in Keras. How many they are has to be known
/// before the first gradient: a phase of the training step ends where all samples have their masks.
/// </summary>
/// <param name="Mask">The mask over the steps of the output.</param>
/// <param name="CountAt">Where their number is kept, among what a training derives.</param>
internal sealed record MaskedLoss(Value Mask, long CountAt)
{
    /// <summary>The floats that the number takes.</summary>
    public static long Floats => Layout.Align(1L);

    /// <summary>The number, for the loss: so many rows share the step.</summary>
    public Operand Counted => $"MaskKernels.CountOrOne({Count.Outside(CallSite.Training)})";

    private DerivedOperand Count => new($"{Mask.Constant}_Count", CountAt);

    /// <summary>The step that makes the mask, before all others that take it.</summary>
    public PlanStep MakerOf(IEnumerable<PlanStep> steps)
        => steps.First(step => step.Forward.Operands.OfType<ValueOperand>().Any(operand => operand.Value.Id == Mask.Id));

    /// <summary>What counts, when all samples are through the step that makes the mask.</summary>
    public Method CountAfter(PlanStep maker)
        => new(
            $"{maker.Identifier}CountSteps", $"{maker.Layer.Name}: how many steps of the batch count",
            new([new KernelCall("MaskKernels.Count", default, new([new ValueOperand(Mask, "mask"), Mask.Width, Count, new SamplesOperand(SampleRange.Batch)]))]));

    /// <summary>What takes steps that do not count out of losses and gradient.</summary>
    /// <param name="row">The type of the sizes of a step's row.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="losses">The losses.</param>
    public KernelCall LeaveOut(string row, Operand mask, Operand gradient, Operand losses)
        => new("MaskKernels.ClearMasked", new([row]), new([mask, gradient, losses, Mask.Width, new SamplesOperand(SampleRange.Current)]));
}
