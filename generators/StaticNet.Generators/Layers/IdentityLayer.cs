namespace StaticNet.Generators;

/// <summary><c>[Identity]</c>: y = x.</summary>
internal sealed class IdentityLayer : LayerKind
{
    public override string Name => "Identity";

    public override LayerSpec? Check(LayerCheckContext layer) => new ActivationSpec(layer.Name, layer.InputShape, Activation.Linear, Name);
}
