namespace StaticNet.Generators;

/// <summary><c>[Activation]</c>: y = activation(x), shape unchanged.</summary>
internal sealed class ActivationLayer : LayerKind
{
    public override string Name => "Activation";

    public override LayerSpec? Check(LayerChecking layer)
        => new ActivationSpec(
            layer.Name, layer.InputShape, layer.GetActivation(layer.InputShape[layer.InputShape.Count - 1]) ?? Activation.Linear);
}

/// <summary>A checked activation layer.</summary>
internal sealed record ActivationSpec(string Name, EquatableArray<int> OutputShape, Activation Activation) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "Activation";

    public override MaskUse Mask => MaskUse.Passes;

    public override string Description => $"{Kind}, {Activation.Name}";

    public override Activation? FinalActivation => Activation == Activation.Linear ? null : Activation;

    public override bool TakesActivation => true;

    public override Value Lower(Lowering lowering, Value input)
    {
        Activation activation = lowering.ActivationOf(this);
        return activation == Activation.Linear ? input : lowering.Activate(Identifier, this, input, activation);
    }
}
