namespace StaticNet.Generators;

/// <summary>
/// A step of the forward pass and its counterpart in the backward pass. It knows how both are written; their order, and where values
/// lie, is the plan's.
/// </summary>
/// <param name="Identifier">What the names of its methods and types begin with: <c>Dense1_</c>.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
internal abstract record PlanStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
{
    /// <summary>Whether predictions leave it out and take its input for its output.</summary>
    public virtual bool TrainingOnly => false;

    /// <summary>Whether it can apply an activation to its output whose slope is told from the result.</summary>
    public virtual bool AppliesActivation => false;

    /// <summary>
    /// The step that does this one's work and the next one's, which takes its output, at once; null where there is none.
    /// </summary>
    public virtual PlanStep? Absorb(PlanStep next, bool inference) => null;

    /// <summary>
    /// The values that a pass reads or writes, beside the input and output of a forward pass, the gradients of both in the backward
    /// pass, and what the update of weights takes: the input and the output's gradient.
    /// </summary>
    public virtual IEnumerable<Value> Work(Pass pass) => [];

    /// <summary>Whether it has weights.</summary>
    public virtual bool HasWeights => false;

    /// <summary>
    /// Whether its backward pass has something to do: a gradient to pass on, or gradients to find before the weights are updated.
    /// </summary>
    public virtual bool GoesBack => Input.HasGradient;

    /// <summary>Whether the update of its weights takes its input and its output's gradient, of all samples.</summary>
    public virtual bool UpdatesFromBatch => HasWeights;

    /// <summary>The floats that each part of its update needs for itself, such as for a block of gradients.</summary>
    public virtual long GradientBlock => 0;

    /// <summary>The floats that a training derives from its weights.</summary>
    public virtual long DerivedFloats => 0;

    /// <summary>Where they begin among those of all steps.</summary>
    public long DerivedAt { get; init; }

    /// <summary>The floats that a prediction derives from its weights before the first sample.</summary>
    public virtual long PreparedFloats => 0;

    /// <summary>
    /// Whether the batch has to be seen as a whole: the statement of <see cref="CallMeasure"/> runs on all samples before
    /// <see cref="CallForward"/> does on any, and likewise for the backward pass.
    /// </summary>
    public virtual bool SeesBatch => false;

    /// <summary>Whether its kernels take its sizes as a type.</summary>
    public virtual bool HasShape => false;

    /// <summary>Steps whose work this one does, and whose sizes its kernels take too.</summary>
    public virtual IEnumerable<PlanStep> Absorbed => [];

    /// <summary>What the method that predicts is called. Another name than that of the forward pass stands for another method.</summary>
    public virtual string InferName => ForwardName;

    /// <summary>What the method of the forward pass is called.</summary>
    public string ForwardName => $"{Identifier}Forward";

    /// <summary>Writes the type of its sizes.</summary>
    public virtual void WriteShape(SourceWriter writer)
    {
    }

    /// <summary>Writes the method of its forward pass.</summary>
    public abstract void WriteForward(SourceWriter writer);

    /// <summary>Writes the method that predicts, where that differs from the forward pass.</summary>
    public virtual void WriteInfer(SourceWriter writer) => WriteForward(writer);

    /// <summary>Writes the method of its backward pass, which passes the gradient on to its input.</summary>
    public virtual void WriteBackward(SourceWriter writer)
    {
    }

    /// <summary>Writes the method that updates its weights.</summary>
    public virtual void WriteUpdate(SourceWriter writer)
    {
    }

    /// <summary>A place in what a training derived from its weights.</summary>
    public string InDerived(string derived, long offset = 0)
        => DerivedAt + offset == 0 ? derived : $"{derived} + {Text.Literal(DerivedAt + offset)}";

    /// <summary>The statement that runs its forward pass.</summary>
    public abstract string CallForward(string x, string y);

    /// <summary>The statement that predicts.</summary>
    /// <param name="x">The input.</param>
    /// <param name="y">The output.</param>
    /// <param name="prepared">Where what was derived from the weights begins.</param>
    public virtual string CallInfer(string x, string y, string prepared) => CallForward(x, y);

    /// <summary>The statement that derives from its weights what a prediction reads; empty if that is nothing.</summary>
    public virtual string CallPrepareInference(string prepared) => "";

    /// <summary>The statement that runs its backward pass.</summary>
    public virtual string CallBackward(string x, string y, string dx, string dy) => "";

    /// <summary>The statement that finds the rows of its table that a batch reads; empty if it has no table.</summary>
    public virtual string CallTouch(string x) => "";

    /// <summary>The statement that updates its weights.</summary>
    public virtual string CallUpdate(string x, string dy) => "";

    /// <summary>The statement that derives from its weights what a training step reads; empty if that is nothing.</summary>
    public virtual string CallPrepare => "";

    /// <summary>The statement that measures samples before the forward pass, where the batch has to be seen as a whole.</summary>
    public virtual string CallMeasure(string x) => "";

    /// <summary>The statement that puts together what was measured.</summary>
    public virtual string CallCombine => "";

    /// <summary>The statement that measures gradients before the backward pass.</summary>
    public virtual string CallMeasureGradient(string x, string dy) => "";

    /// <summary>The statement that puts together what was measured of gradients.</summary>
    public virtual string CallCombineGradient => "";
}
