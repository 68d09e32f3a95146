namespace StaticNet.Generators;

/// <summary><c>[SpatialDropout1D]</c>: a random part of the channels becomes 0 while training.</summary>
internal sealed class SpatialDropout1DLayer : LayerKind
{
    public override string Name => "SpatialDropout1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => SpatialDropout2DLayer.Check(layer, layer.RequireSequence());
}
