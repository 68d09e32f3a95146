namespace StaticNet.Generators;

/// <summary>
/// A step of the forward pass and its counterpart in the backward pass: what it calls, and with what. Their order, and where values lie, is
/// the plan's; what touches which memory follows from the calls.
/// </summary>
/// <param name="Identifier">What the names of its methods and types begin with: <c>Dense1_</c>.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes; the first where it takes several.</param>
/// <param name="Output">The value it makes.</param>
internal abstract record PlanStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
{
    /// <summary>The layers whose work it does, in their order, where that is not its own alone.</summary>
    public EquatableArray<LayerSpec> Fused { get; init; }

    /// <summary>The layers whose work it does.</summary>
    public IEnumerable<LayerSpec> Layers => Fused.Count == 0 ? [Layer] : Fused;

    /// <summary>The values that it takes, of which others may take the place.</summary>
    public virtual IEnumerable<Value> Inputs => [Input];

    /// <summary>Whether predictions leave it out and take its input for its output.</summary>
    public virtual bool TrainingOnly => false;

    /// <summary>Whether it can apply an activation to its output whose slope is told from the result.</summary>
    public virtual bool AppliesActivation => false;

    /// <summary>Whether it can add the gradient by its input to what is there, instead of writing it.</summary>
    public virtual bool CanAddGradient => false;

    /// <summary>
    /// Where the gradients by its inputs go that are added up with those of other steps, one for each input; null, or no list, where it writes
    /// the gradient itself.
    /// </summary>
    public EquatableArray<Value?> PartialGradients { get; init; }

    /// <summary>Whether it adds the gradient by its input to what is there.</summary>
    public bool AddsGradient { get; init; }

    /// <summary>The floats that each part of its update needs for itself, such as for a block of gradients.</summary>
    public virtual long GradientBlock => 0;

    /// <summary>The samples that it should have at a time, where reading its weights would cost more than the work on fewer.</summary>
    public virtual int MinSamples => 1;

    /// <summary>The floats that a training derives from its weights.</summary>
    public virtual long DerivedFloats => 0;

    /// <summary>Where they begin among those of all steps.</summary>
    public long DerivedAt { get; init; }

    /// <summary>The floats that a prediction derives from its weights before the first sample.</summary>
    public virtual long PreparedFloats => 0;

    /// <summary>The types by which its kernels are told sizes and options.</summary>
    public virtual IEnumerable<ShapeType> ShapeTypes => [];

    /// <summary>The same, and the options of the activation that is fused into it.</summary>
    public IEnumerable<ShapeType> ShapeTypesWithOptions => Output.Activation.Options is { } options ? [.. ShapeTypes, options] : ShapeTypes;

    /// <summary>Its forward pass.</summary>
    public abstract Method Forward { get; }

    /// <summary>How it predicts.</summary>
    public virtual Method Infer => Forward;

    /// <summary>What derives from its weights what a prediction reads; null if that is nothing.</summary>
    public virtual Method? PrepareInference => null;

    /// <summary>Its backward pass, which passes the gradient on to its input or finds what its update takes; null if there is nothing to do.</summary>
    public virtual Method? Backward => null;

    /// <summary>The update of its weights, when all samples are through; null if it has none.</summary>
    public virtual Method? Update => null;

    /// <summary>What derives from its weights what a training step reads.</summary>
    public virtual IEnumerable<KernelCall> Derive => [];

    /// <summary>What finds the rows of its table that a batch reads; null if it has no table.</summary>
    public virtual KernelCall? FindTableRows => null;

    /// <summary>The number of the table that it reads; null if it reads none.</summary>
    public virtual int? ReadsTable => null;

    /// <summary>All steps that read the same table, in order, where there are several. The first updates it for all of them.</summary>
    public EquatableArray<PlanStep> Readers { get; init; }

    /// <summary>
    /// What measures samples before the forward pass, where the batch has to be seen as a whole: this runs on all of them before that does on
    /// any; null where samples are independent.
    /// </summary>
    public virtual Method? Measure => null;

    /// <summary>What puts together what was measured.</summary>
    public virtual Method? Reduce => null;

    /// <summary>The same of gradients, before the backward pass.</summary>
    public virtual Method? MeasureGradient => null;

    /// <summary>What puts together what was measured of gradients.</summary>
    public virtual Method? ReduceGradient => null;

    /// <summary>What a training step does in the forward pass.</summary>
    public IEnumerable<Method> ForwardMethods => new[] { Measure, Reduce, Forward }.OfType<Method>();

    /// <summary>What it does in the backward pass.</summary>
    public IEnumerable<Method> BackwardMethods => new[] { MeasureGradient, ReduceGradient, Backward }.OfType<Method>();

    /// <summary>What a prediction does, and what it does before.</summary>
    public IEnumerable<Method> InferenceMethods => new[] { PrepareInference, Infer }.OfType<Method>();

    /// <summary>The step with others in place of its inputs.</summary>
    public virtual PlanStep WithInputs(Func<Value, Value> other) => this with { Input = other(Input) };

    /// <summary>The type of sizes that most steps have.</summary>
    protected string Shape => $"{Identifier}Shape";

    /// <summary>The input.</summary>
    protected ValueOperand X => new(Input, "x");

    /// <summary>The output.</summary>
    protected ValueOperand Y => new(Output, "y");

    /// <summary>The gradient by the input, or the place of this step's part of it.</summary>
    protected ValueOperand DX => GradientBy(0, Input, "dx");

    /// <summary>The gradient by the output.</summary>
    protected ValueOperand DY => new(Output, "dy", IsGradient: true);

    /// <summary>The same, of a step whose output may have an activation fused into it: then it is the gradient before that.</summary>
    protected ValueOperand DZ => new(Output, "dz", IsGradient: true);

    /// <summary>Where gradients of weights go.</summary>
    protected static Operand Sink { get; } = new SinkOperand();

    /// <summary>Which part of shared work.</summary>
    protected static Operand Part { get; } = new PartOperand(IsCount: false);

    /// <summary>Of how many parts.</summary>
    protected static Operand Parts { get; } = new PartOperand(IsCount: true);

    /// <summary>The gradient by an input, or the place of this step's part of it.</summary>
    protected ValueOperand GradientBy(int input, Value value, string role)
        => input < PartialGradients.Count && PartialGradients[input] is { } partial ? new(partial, role) : new(value, role, IsGradient: true);

    /// <summary>The samples to take through the step, or their rows, pixels or numbers.</summary>
    protected static Operand Samples(long each = 1) => new SamplesOperand(SampleRange.Current, each);

    /// <summary>All samples of the batch.</summary>
    protected static Operand Batch(long each = 1) => new SamplesOperand(SampleRange.Batch, each);

    /// <summary>The samples of the batch before these.</summary>
    protected static Operand First(long each = 1) => new SamplesOperand(SampleRange.Before, each);

    /// <summary>The steps of a sequence before this one, where they come one at a time.</summary>
    protected static Operand Position { get; } = new PositionOperand();

    /// <summary>A parameter; nothing where there is none.</summary>
    protected static Operand? At(ParameterPlan? parameter) => parameter is null ? null : new ParameterOperand(parameter);

    /// <summary>All parameters of the model.</summary>
    protected static Operand AllParameters { get; } = new AllParametersOperand();

    /// <summary>All that a training derives from them.</summary>
    protected static Operand AllDerived { get; } = new AllDerivedOperand();

    /// <summary>A parameter's place among the gradients.</summary>
    protected static Operand GradientAt(ParameterPlan parameter) => $"At.{parameter.Property}";

    /// <summary>A value; no operand where there is none.</summary>
    protected static Operand? Optional(Value? value, string role) => value is null ? null : new ValueOperand(value, role);

    /// <summary>A place in what a training derives from the step's weights.</summary>
    protected Operand Derived(string what, long offset = 0) => new DerivedOperand(Identifier + what, DerivedAt + offset);

    /// <summary>A place in what a prediction derives from them; it needs no name where that is one thing.</summary>
    protected Operand Prepared(string what = "", long offset = 0) => new PreparedOperand(Identifier + "Prepared", what, offset);

    /// <summary>A call of a kernel; operands that are null are left out.</summary>
    protected static KernelCall Call(string kernel, string[] types, params Operand?[] arguments)
        => new(kernel, new(types), new(arguments.OfType<Operand>()));

    /// <summary>A method of the step; calls that are null are left out.</summary>
    protected Method NewMethod(string what, string comment, params KernelCall?[] body) => new(Identifier + what, comment, new(body.OfType<KernelCall>()));

    /// <summary>What it computes, for a comment, from one shape to another.</summary>
    protected string ForwardComment(string formula) => $"{Layer.Name}: {Text.Shape(Input.Shape)} to {Text.Shape(Output.Shape)}. {formula}";

    /// <summary>What it computes, for a comment, where the shape stays.</summary>
    protected string SameShapeComment(string formula) => $"{Layer.Name}: {Text.Shape(Output.Shape)}. {formula}";

    /// <summary>What its backward pass computes, for a comment.</summary>
    protected string BackwardComment(string formula) => $"{Layer.Name}, backward: {formula}{Input.TimesSlope}";
}
