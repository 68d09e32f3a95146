namespace StaticNet.Generators;

/// <summary>Where the steps of a model end that make one of its outputs.</summary>
/// <param name="Output">The output.</param>
/// <param name="Layer">The layer that gives it.</param>
/// <param name="Value">What its loss takes in a training.</param>
/// <param name="Inferred">What is there for it in a prediction.</param>
/// <param name="Activation">The activation that the output still has to apply to that.</param>
/// <param name="IsOnly">Whether it is the only one.</param>
/// <param name="Column">The numbers of all outputs for a sample that lie before its own.</param>
/// <param name="TargetColumn">The same of targets.</param>
/// <param name="LossColumn">The same of losses, one for each row.</param>
/// <param name="Masked">What the loss heeds; null where all steps count.</param>
internal sealed record HeadPlan(
    OutputSpec Output, LayerSpec Layer, Value Value, Value Inferred, Activation Activation, bool IsOnly, long Column, long TargetColumn, long LossColumn,
    MaskedLoss? Masked)
{
    /// <summary>The type of the sizes of its rows.</summary>
    public string RowType => IsOnly ? "HeadRow" : $"{Layer.Identifier}HeadRow";

    /// <summary>Where its losses go in a prediction.</summary>
    public string LossesInPredictions => Operand.Block("losses", LossColumn, "rows");

    /// <summary>Where they go in a training.</summary>
    public string LossesInTraining
        => $"{Operand.Block("step.Losses", LossColumn, "step.Batch")} + {new SamplesOperand(Samples.First, Value.Rows).Outside(CallSite.Training)}";

    /// <summary>What generated code calls its targets.</summary>
    public string Targets => IsOnly ? "targets" : Text.Camel(Text.Pascal(Layer.Name)) + "Targets";
}
