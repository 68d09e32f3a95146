namespace StaticNet.Generators;

/// <summary>A step without weights whose kernels take nothing but values and sizes.</summary>
internal abstract record KernelStep(string Identifier, LayerSpec Layer, Value Input, Value Output)
    : PlanStep(Identifier, Layer, Input, Output)
{
    /// <summary>What it computes, for a comment.</summary>
    protected abstract string Formula { get; }

    /// <summary>What its backward pass computes, for a comment.</summary>
    protected abstract string BackwardFormula { get; }

    /// <summary>The kernel of the forward pass, which takes x, y and rows.</summary>
    protected abstract string ForwardKernel { get; }

    /// <summary>The kernel of the backward pass, which takes dy, y where that is kept, x, dx and rows.</summary>
    protected abstract string BackwardKernel { get; }

    /// <summary>Whether the backward pass reads the output.</summary>
    protected virtual bool KeepsOutput => false;

    public override Method Forward => NewMethod("Forward", ForwardComment(Formula), Call(ForwardKernel, [Shape], X, Y, Samples()));

    public override Method? Backward => !Input.HasGradient ? null
        : NewMethod("Backward", BackwardComment(BackwardFormula), Call(BackwardKernel, [Shape, Input.Activation.Name], DY, KeepsOutput ? Y : null, X, DX, Samples()));
}
