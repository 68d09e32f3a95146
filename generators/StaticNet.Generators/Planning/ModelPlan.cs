namespace StaticNet.Generators;

/// <summary>A model with every offset, fusion and cost decided: all that Emit needs.</summary>
/// <param name="Identity">Where the class lives.</param>
/// <param name="Nodes">The layers, for the summary.</param>
/// <param name="Inputs">The inputs, in the order in which a sample holds them.</param>
/// <param name="Heads">What the outputs take.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="ParameterFloats">The floats of their buffer.</param>
/// <param name="InferenceSteps">The steps of a prediction, in order.</param>
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
    EquatableArray<InputPlan> Inputs,
    EquatableArray<HeadPlan> Heads,
    EquatableArray<ParameterPlan> Parameters,
    long ParameterFloats,
    EquatableArray<PlanStep> InferenceSteps,
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

    /// <summary>Of a model that takes one step at a time, the steps of a whole sequence; else 0.</summary>
    public int Window { get; init; }

    /// <summary>Where lies what such a model keeps of the steps so far.</summary>
    public BufferPlan Kept { get; init; } = new(0, default);

    /// <summary>The model as it takes one step at a time, over the same parameters and what predictions derive from them; null where it cannot.</summary>
    public ModelPlan? Decoder { get; init; }

    /// <summary>The weights that several steps share.</summary>
    public EquatableArray<SharedWeights> Shared { get; init; }

    /// <summary>Whether there is a loss to train for.</summary>
    public bool IsTrainable => Heads[0].Output.Loss is not null;

    /// <summary>Whether there are several inputs or outputs, so that there are members with a parameter for each.</summary>
    public bool HasColumns => Inputs.Count > 1 || Heads.Count > 1;

    /// <summary>What members take that have a parameter for each.</summary>
    public ColumnMembers Columns
        => new(
            new(Inputs.Select(input => (ColumnMembers.ParameterOf(input.Name), input.Type))), new(Heads.Select(head => ColumnMembers.ParameterOf(head.Output.Name))),
            InputType, IsTrainable ? TargetType : null);

    /// <summary>The shape of a sample; of several inputs the numbers in all of them.</summary>
    public EquatableArray<int> InputShape => Inputs.Count == 1 ? Inputs[0].Value.Shape : new([(int)Inputs.Sum(input => input.Value.Floats)]);

    /// <summary>The shape of the output; of several outputs the numbers in all of them.</summary>
    public EquatableArray<int> OutputShape => Heads.Count == 1 ? Heads[0].Output.Shape : new([(int)Heads.Sum(head => head.Output.Size)]);

    /// <summary>The outputs of named layers.</summary>
    public EquatableArray<LayerOutputPlan> LayerOutputs { get; init; }

    /// <summary>Those that have predictions of their own.</summary>
    public IEnumerable<(LayerOutputPlan Output, ModelPlan Plan)> InnerOutputs
        => LayerOutputs.Where(output => output.Plan is not null).Select(output => (output, output.Plan!));

    /// <summary>Whether one of those derives something from the weights.</summary>
    public bool PreparesOutputs => InnerOutputs.Any(output => output.Plan.PreparedFloats > 0);

    /// <summary>Whether parameters are a table of which a batch reads some rows.</summary>
    public bool HasTable => Parameters.Any(parameter => parameter.IsTable);

    /// <summary>What a sample is made of, as code writes it.</summary>
    public string InputType => Inputs.Count == 1 ? Inputs[0].Type : ColumnMembers.Mixed;

    /// <summary>What a target is made of.</summary>
    public string TargetType => Heads.Count == 1 ? Heads[0].Output.Loss!.TargetType : ColumnMembers.Mixed;

    /// <summary>The largest block of gradients that is computed at a time.</summary>
    public long GradientBlock => !IsTrainable ? 0 : Steps.Max(step => step.GradientBlock);

    /// <summary>The number of weights.</summary>
    public int ParameterCount => Nodes.Sum(node => node.ParameterCount);

    /// <summary>Those that gradients do not change.</summary>
    public int NonTrainableCount => Nodes.Sum(node => node.NonTrainableCount);
}
