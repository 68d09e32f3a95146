namespace StaticNet.Generators;

/// <summary>Where the steps of a model end that make one of its outputs.</summary>
/// <param name="Output">The output.</param>
/// <param name="Layer">The layer that gives it.</param>
/// <param name="Value">What its loss takes in a training.</param>
/// <param name="Inferred">The same value in a prediction.</param>
/// <param name="Deferred">The layer whose activation is left to the loss and the output; null where none is.</param>
/// <param name="IsOnly">Whether it is the only one.</param>
/// <param name="Column">Where its numbers lie among those of all outputs.</param>
/// <param name="TargetColumn">The same of targets.</param>
/// <param name="LossColumn">The same of losses, one for each row.</param>
/// <param name="Masked">What the loss heeds; null where all steps count.</param>
internal sealed record HeadPlan(
    OutputSpec Output, LayerSpec Layer, Value Value, Value Inferred, LayerSpec? Deferred, bool IsOnly, Column Column, Column TargetColumn, Column LossColumn,
    MaskedLoss? Masked)
{
    /// <summary>The activation that is left to the loss and the output.</summary>
    public Activation Activation => Deferred?.FinalActivation ?? Activation.Linear;

    /// <summary>The type of the sizes of its rows.</summary>
    public string RowType => IsOnly ? "HeadRow" : $"{Layer.Identifier}HeadRow";

    /// <summary>Where its losses go in a prediction.</summary>
    public string LossesInPredictions => Operand.Block("losses", LossColumn, "samples");

    /// <summary>Where they go in a training.</summary>
    public string LossesInTraining
        => $"{Operand.Block("step.Losses", LossColumn, "step.Batch")} + {new SamplesOperand(SampleRange.Before, Value.Rows).Outside(CallSite.Training)}";

    /// <summary>What generated code calls its targets.</summary>
    public string Targets => IsOnly ? "targets" : Text.Camel(Text.Pascal(Layer.Name)) + "Targets";
}
