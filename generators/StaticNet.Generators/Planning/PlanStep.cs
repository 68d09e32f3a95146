namespace StaticNet.Generators;

/// <summary>
/// A step of the forward pass and its counterpart in the backward pass. It knows how both are written; their order, and where values
/// lie, is the plan's.
/// </summary>
/// <param name="Identifier">What the names of its methods end in: <c>Dense1</c>.</param>
/// <param name="Layer">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
internal abstract record PlanStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
{
    /// <summary>Whether predictions leave it out and take its input for its output.</summary>
    public virtual bool TrainingOnly => false;

    /// <summary>The values that its backward pass reads, if its input has a gradient to be passed on.</summary>
    public abstract IEnumerable<Value> ReadInBackward { get; }

    /// <summary>Whether it has weights, whose update reads its input and the gradient of its output.</summary>
    public virtual bool HasWeights => false;

    /// <summary>The floats of the largest block of gradients that its update computes at a time.</summary>
    public virtual int GradientBlock => 0;

    /// <summary>Whether its kernels take its sizes as a type.</summary>
    public virtual bool HasShape => false;

    /// <summary>Writes that type.</summary>
    public virtual void WriteShape(SourceWriter writer)
    {
    }

    /// <summary>Writes the method of its forward pass.</summary>
    public abstract void WriteForward(SourceWriter writer);

    /// <summary>Writes the method of its backward pass, which passes the gradient on to its input.</summary>
    public abstract void WriteBackward(SourceWriter writer);

    /// <summary>Writes the method that updates its weights.</summary>
    public virtual void WriteUpdate(SourceWriter writer)
    {
    }

    /// <summary>The statement that runs its forward pass.</summary>
    public abstract string CallForward(string x, string y);

    /// <summary>The statement that runs its backward pass.</summary>
    public abstract string CallBackward(string x, string y, string dx, string dy);

    /// <summary>The statement that updates its weights.</summary>
    public virtual string CallUpdate(string x, string dy) => "";

    /// <summary>The statement that derives from its weights what its backward pass reads; empty if that is nothing.</summary>
    public virtual string CallPrepare => "";
}
