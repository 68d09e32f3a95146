namespace StaticNet.Generators;

/// <summary><c>[Activation]</c>: y = activation(x), shape unchanged.</summary>
internal sealed class ActivationLayer : LayerKind
{
    /// <summary>The name of the general kind, which takes any activation.</summary>
    public const string GeneralKind = "Activation";

    public override string Name => GeneralKind;

    public override LayerSpec? Check(LayerCheckContext layer)
        => new ActivationSpec(
            layer.Name, layer.InputShape, layer.GetActivation(layer.InputShape[layer.InputShape.Count - 1]) ?? Activation.Linear);
}

/// <summary>A checked activation layer, of the general kind or of one for its activation alone.</summary>
internal sealed record ActivationSpec(string Name, EquatableArray<int> OutputShape, Activation Activation, string LayerKind = ActivationLayer.GeneralKind)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => LayerKind;

    public override MaskUse Mask => MaskUse.Passes;

    public override StepReach Reach => StepReach.SameStep;

    public override string Description => IsGeneral ? $"{Kind}, {Activation.Title}" : Activation == Activation.Linear ? Kind : Activation.Title;

    public override Activation? FinalActivation => Activation == Activation.Linear ? null : Activation;

    public override bool TakesActivation => IsGeneral;

    private bool IsGeneral => LayerKind == ActivationLayer.GeneralKind;

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        return activation == Activation.Linear ? input : lowering.Activate(Identifier, this, input, activation);
    }
}
