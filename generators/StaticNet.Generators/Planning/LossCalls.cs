namespace StaticNet.Generators;

/// <summary>The kernels of losses.</summary>
internal static class LossCalls
{
    /// <summary>What is computed, for a comment: a loss takes an activation with it where both at once have a stable form.</summary>
    public static string LossTitle(this HeadPlan head, Value value)
        => $"The loss{(head.IsOnly ? "" : $" of {head.Output.Name}")}: {head.Output.Loss!.Name} of "
            + (head.Deferred is null ? value.Name : $"{head.Activation.Title}({value.Name}), both at once");

    /// <summary>What computes losses and gradient in a training.</summary>
    public static KernelCall CallInTraining(this HeadPlan head)
    {
        Operand rows = head.Masked?.Counted ?? new SamplesOperand(SampleRange.Batch, head.Value.Rows);
        Operand[] weight = head.Output.Weight == 1 ? [] : [$"weight: {Text.Literal(head.Output.Weight)}"];
        return head.Call(
            head.Value, new ValueOperand(head.Value, "outputs"), head.Targets, new ValueOperand(head.Value, "gradient", IsGradient: true), head.LossesInTraining,
            [rows, .. weight]);
    }

    /// <summary>What computes the losses of a prediction.</summary>
    /// <param name="head">The output.</param>
    /// <param name="unused">Where the gradient goes, which is not used.</param>
    public static KernelCall CallInPredictions(this HeadPlan head, string unused)
        => head.Call(
            head.Inferred, head.Inferred.Name, Operand.Block(head.IsOnly ? "targets" : $"({head.Output.Loss!.TargetType}*)targets", head.TargetColumn, "samples"), unused,
            head.LossesInPredictions, [$"batch: {new SamplesOperand(SampleRange.Current, head.Inferred.Rows).Inside}"]);

    private static KernelCall Call(
        this HeadPlan head, Value value, Operand outputs, Operand targets, Operand gradient, Operand losses, Operand[] scale)
    {
        LossSpec loss = head.Output.Loss!;
        (string kernel, string[] types) = (loss.Loss, loss.FromLogits) switch
        {
            (Loss.BinaryCrossentropy, true) => ("CrossentropyKernels.Sigmoid", Array.Empty<string>()),
            (Loss.CategoricalCrossentropy, true) => ("CrossentropyKernels.Softmax", []),
            (Loss.SparseCategoricalCrossentropy, true) => ("CrossentropyKernels.SoftmaxSparse", []),
            (Loss.BinaryCrossentropy, false) => ("ProbabilityKernels.Binary", [value.Activation.Name]),
            (Loss.CategoricalCrossentropy, false) => ("ProbabilityKernels.Categorical", [value.Activation.Name]),
            (Loss.SparseCategoricalCrossentropy, false) => ("ProbabilityKernels.SparseCategorical", [value.Activation.Name]),
            (Loss.MeanSquaredError, _) => ("ErrorKernels.Mean", [value.Activation.Name, "SquaredError"]),
            (Loss.MeanAbsoluteError, _) => ("ErrorKernels.Mean", [value.Activation.Name, "AbsoluteError"]),
            (Loss.Huber, _) => ("ErrorKernels.Mean", [value.Activation.Name, "HuberError"]),
            _ => throw new InvalidOperationException($"There is no kernel for the loss {loss.Name}."),
        };
        return new KernelCall(kernel, new([head.RowType, .. types]), new([outputs, targets, gradient, losses, new SamplesOperand(SampleRange.Current, value.Rows), .. scale]));
    }
}
