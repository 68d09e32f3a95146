namespace StaticNet.Generators;

/// <summary>The kernels of losses.</summary>
internal static class LossCalls
{
    /// <summary>What computes losses and gradient in a training.</summary>
    public static KernelCall CallInTraining(this LossSpec loss, Value head, MaskedLoss? masked)
        => loss.Call(
            head, new ValueOperand(head, "outputs"), new ValueOperand(head, "gradient", IsGradient: true), LossesInTraining(head),
            masked?.Counted ?? new SamplesOperand(Samples.Batch, head.Rows));

    /// <summary>Where the losses go in a training.</summary>
    public static Operand LossesInTraining(Value head) => $"step.Losses + {new SamplesOperand(Samples.First, head.Rows).Outside(CallSite.Training)}";

    /// <summary>What computes losses and gradient.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="head">What it is computed of, row by row; it may have had an activation applied.</param>
    /// <param name="outputs">What the model gives.</param>
    /// <param name="gradient">Where the gradient goes.</param>
    /// <param name="losses">Where the losses go.</param>
    /// <param name="batch">How many rows share the step.</param>
    public static KernelCall Call(this LossSpec loss, Value head, Operand outputs, Operand gradient, Operand losses, Operand batch)
    {
        (string kernel, string[] types) = (loss.Name, loss.TakesSums) switch
        {
            ("BinaryCrossentropy", true) => ("CrossentropyKernels.Sigmoid", Array.Empty<string>()),
            ("CategoricalCrossentropy", true) => ("CrossentropyKernels.Softmax", []),
            ("SparseCategoricalCrossentropy", true) => ("CrossentropyKernels.SoftmaxSparse", []),
            ("BinaryCrossentropy", false) => ("ProbabilityKernels.Binary", [head.Activation.Name]),
            ("CategoricalCrossentropy", false) => ("ProbabilityKernels.Categorical", [head.Activation.Name]),
            ("SparseCategoricalCrossentropy", false) => ("ProbabilityKernels.SparseCategorical", [head.Activation.Name]),
            ("MeanSquaredError", _) => ("ErrorKernels.Mean", [head.Activation.Name, "SquaredError"]),
            ("MeanAbsoluteError", _) => ("ErrorKernels.Mean", [head.Activation.Name, "AbsoluteError"]),
            ("Huber", _) => ("ErrorKernels.Mean", [head.Activation.Name, "HuberError"]),
            _ => throw new InvalidOperationException($"There is no kernel for the loss {loss.Name}."),
        };
        return new KernelCall(kernel, new(["HeadRow", .. types]), new([outputs, "targets", gradient, losses, new SamplesOperand(Samples.Rows, head.Rows), batch]));
    }
}
