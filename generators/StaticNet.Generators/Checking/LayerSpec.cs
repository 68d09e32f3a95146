namespace StaticNet.Generators;

/// <summary>A layer whose options and shapes are known to be right.</summary>
/// <param name="Name">Its name in the model: <c>dense_1</c>.</param>
/// <param name="OutputShape">What it gives for one sample.</param>
internal abstract record LayerSpec(string Name, EquatableArray<int> OutputShape)
{
    /// <summary>
    /// What generated names of the layer begin with: <c>Dense1_</c>. Only the underscore divides the layer's name, which has none, from
    /// the names of its parts, so that no two layers can meet; what belongs to no layer has no underscore.
    /// </summary>
    public string Identifier => Text.Pascal(Name) + "_";

    /// <summary>The attribute's name without "Attribute".</summary>
    public abstract string Kind { get; }

    /// <summary>Kind and what matters most of its options, for the summary.</summary>
    public virtual string Description => Kind;

    /// <summary>How many weights it has.</summary>
    public virtual int ParameterCount => 0;

    /// <summary>How many of them gradients do not change.</summary>
    public virtual int NonTrainableCount => 0;

    /// <summary>The floating-point operations of its products for one sample.</summary>
    public virtual long Operations => 0;

    /// <summary>What its parameters are called: <c>kernel</c>.</summary>
    public virtual IEnumerable<string> ParameterRoles => [];

    /// <summary>The properties of its parameters: <c>Dense1Kernel</c>.</summary>
    public IEnumerable<string> Properties => ParameterRoles.Select(role => PropertyOf(Name, role));

    /// <summary>The name of the property for a parameter of a layer.</summary>
    public static string PropertyOf(string layer, string role) => Text.Pascal(layer) + Text.Pascal(role);

    /// <summary>The activation that it ends in; null where it passes its input's on.</summary>
    public virtual Activation? FinalActivation => Activation.Linear;

    /// <summary>Whether it can be told what activation to end in.</summary>
    public virtual bool TakesActivation => false;

    /// <summary>Whether the rows of its input are those of its output, so that it also passes on an activation of whole rows.</summary>
    public virtual bool KeepsRows => true;

    /// <summary>What becomes of a mask over the steps of its input.</summary>
    public virtual MaskUse Mask => MaskUse.Drops;

    /// <summary>The steps of a sequence that its output at a step depends on in a prediction.</summary>
    public virtual StepReach Reach => StepReach.All;

    /// <summary>The layer as it takes one step at a time.</summary>
    public virtual LayerSpec AtStep() => this with { OutputShape = OneStepOf(OutputShape) };

    /// <summary>The shape of one step.</summary>
    public static EquatableArray<int> OneStepOf(EquatableArray<int> shape) => new([1, .. shape.Skip(1)]);

    /// <summary>Why another layer cannot have the same weights, in words; null where it can.</summary>
    public virtual string? WhyNotShared => ParameterCount == 0 ? "it has none: write the layer itself" : null;

    /// <summary>Whether it has the same weights where it takes one shape and where it takes another.</summary>
    public virtual bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => shape.Equals(other);

    /// <summary>Whether the last axis of two shapes has one length, and they differ in those of the others alone.</summary>
    protected static bool HaveSameChannels(EquatableArray<int> shape, EquatableArray<int> other)
        => shape.Count == other.Count && shape[shape.Count - 1] == other[other.Count - 1];

    /// <summary>The number of different tokens that it takes, or as an input gives; 0 where it takes numbers.</summary>
    public virtual int Vocabulary => 0;

    /// <summary>Whether it is an input of the model.</summary>
    public virtual bool IsInput => false;

    /// <summary>Whether it works on each row alone, so that it can be told to work on one flat row instead.</summary>
    public virtual bool WorksOnRows => false;
}
