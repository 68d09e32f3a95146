namespace StaticNet.Generators;

/// <summary>A model with every offset, fusion and cost decided: all that Emit needs.</summary>
/// <param name="Identity">Where the class lives.</param>
/// <param name="Nodes">The layers, for the summary.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="ParameterFloats">The floats of their buffer.</param>
/// <param name="Input">The model's input.</param>
/// <param name="Head">The value that loss and output take.</param>
/// <param name="HeadActivation">The activation that the output still has to apply to it.</param>
/// <param name="OutputShape">The shape of the output.</param>
/// <param name="Loss">The loss; null in a model for inference only.</param>
/// <param name="InferenceSteps">The steps of a prediction, in order.</param>
/// <param name="InferenceHead">What it gives for the head.</param>
/// <param name="PreparedFloats">What predictions derive from the weights, once for each change of them.</param>
/// <param name="Inference">Where its values lie, for <see cref="InferenceRows"/> samples.</param>
/// <param name="InferenceRows">The samples that it takes through the steps at a time.</param>
/// <param name="Steps">The steps of a training, in order; none in a model for inference only.</param>
/// <param name="DerivedFloats">The floats of what a training derives from the weights.</param>
/// <param name="Training">Where the values and gradients of a training step lie, for each sample.</param>
/// <param name="TrainingRows">The samples that it takes through the steps at a time.</param>
/// <param name="Scratch">Where lies what its steps need while they run, of each thread.</param>
/// <param name="Phases">What a training step does with its samples.</param>
/// <param name="Operations">The floating-point operations of a prediction for a sample, as the layers define them.</param>
internal sealed record ModelPlan(
    ClassIdentity Identity,
    EquatableArray<LayerNode> Nodes,
    EquatableArray<ParameterPlan> Parameters,
    long ParameterFloats,
    Value Input,
    Value Head,
    Activation HeadActivation,
    EquatableArray<int> OutputShape,
    LossSpec? Loss,
    EquatableArray<PlanStep> InferenceSteps,
    Value InferenceHead,
    long PreparedFloats,
    BufferPlan Inference,
    int InferenceRows,
    EquatableArray<PlanStep> Steps,
    long DerivedFloats,
    BufferPlan Training,
    int TrainingRows,
    BufferPlan Scratch,
    EquatableArray<Phase> Phases,
    long Operations)
{
    /// <summary>The layers.</summary>
    public IEnumerable<LayerSpec> Layers => Nodes.Select(node => node.Spec);

    /// <summary>Whether a layer takes anything but what stands above it.</summary>
    public bool IsGraph => Enumerable.Range(0, Nodes.Count).Any(at => !TakesAbove(at));

    /// <summary>Whether a layer takes what stands above it, and nothing else.</summary>
    public bool TakesAbove(int layer) => Nodes[layer].Inputs.Count == 1 && Nodes[layer].Inputs[0] == layer;

    /// <summary>The names of what a layer takes.</summary>
    public IEnumerable<string> InputsOf(int layer) => Nodes[layer].Inputs.Select(value => value == 0 ? GraphValues.InputName : Nodes[value - 1].Spec.Name);

    /// <summary>What the loss heeds; null where all steps count.</summary>
    public MaskedLoss? MaskedLoss { get; init; }

    /// <summary>The outputs of named layers.</summary>
    public EquatableArray<LayerOutputPlan> Outputs { get; init; }

    /// <summary>Those that have predictions of their own.</summary>
    public IEnumerable<(LayerOutputPlan Output, ModelPlan Plan)> InnerOutputs
        => Outputs.Where(output => output.Plan is not null).Select(output => (output, output.Plan!));

    /// <summary>Whether one of those derives something from the weights.</summary>
    public bool PreparesOutputs => InnerOutputs.Any(output => output.Plan.PreparedFloats > 0);

    /// <summary>The number of different tokens that the input is made of; 0 where it is made of numbers.</summary>
    public int Vocabulary => Layers.Where(layer => layer.Vocabulary > 0).Select(layer => layer.Vocabulary).DefaultIfEmpty().Min();

    /// <summary>Whether parameters are a table of which a batch reads some rows.</summary>
    public bool HasTable => Parameters.Any(parameter => parameter.IsTable);

    /// <summary>What the input is made of, as code writes it.</summary>
    public string InputType => Vocabulary > 0 ? "int" : "float";

    /// <summary>The largest block of gradients that is computed at a time.</summary>
    public long GradientBlock => Loss is null ? 0 : Steps.Max(step => step.GradientBlock);

    /// <summary>The number of weights.</summary>
    public int ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>Those that gradients do not change.</summary>
    public int NonTrainableCount => Layers.Sum(layer => layer.NonTrainableCount);
}
