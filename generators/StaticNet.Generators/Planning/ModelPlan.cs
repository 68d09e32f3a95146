namespace StaticNet.Generators;

/// <summary>A model with every offset, fusion and cost decided: all that Emit needs.</summary>
/// <param name="Identity">Where the class lives.</param>
/// <param name="Layers">The layers, for the summary.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="ParameterFloats">The floats of their buffer.</param>
/// <param name="Input">The model's input.</param>
/// <param name="Head">The value that loss and output take.</param>
/// <param name="HeadActivation">The activation that the output still has to apply to it.</param>
/// <param name="OutputShape">The shape of the output.</param>
/// <param name="Loss">The loss; null in a model for inference only.</param>
/// <param name="Steps">The steps of the forward pass, in order.</param>
/// <param name="Inference">Where the values of a prediction lie, for <see cref="InferenceRows"/> samples.</param>
/// <param name="InferenceRows">The samples that a prediction takes through the steps at a time.</param>
/// <param name="TransposeFloats">The floats of the transposed kernels that a training keeps.</param>
/// <param name="Training">Where the values and gradients of a training step lie, for each sample.</param>
internal sealed record ModelPlan(
    ClassIdentity Identity,
    EquatableArray<LayerSpec> Layers,
    EquatableArray<ParameterPlan> Parameters,
    int ParameterFloats,
    Value Input,
    Value Head,
    Activation HeadActivation,
    EquatableArray<int> OutputShape,
    LossSpec? Loss,
    EquatableArray<PlanStep> Steps,
    BufferPlan Inference,
    int InferenceRows,
    int TransposeFloats,
    BufferPlan Training)
{
    /// <summary>The largest block of gradients that is computed at a time.</summary>
    public int GradientBlock => Loss is null ? 0 : Steps.Max(step => step.GradientBlock);

    /// <summary>The number of weights that are learnt.</summary>
    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);
}
