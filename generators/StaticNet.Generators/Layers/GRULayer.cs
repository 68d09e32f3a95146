namespace StaticNet.Generators;

/// <summary><c>[GRU]</c>: a gated recurrent unit.</summary>
internal sealed class GRULayer : LayerKind
{
    public override string Name => "GRU";

    public override LayerSpec? Check(LayerCheckContext layer) => RecurrentSpec.Check(layer, RecurrentKind.GRU);
}
