namespace StaticNet.Generators;

/// <summary><c>[Flatten]</c>: the same numbers as one row.</summary>
internal sealed class FlattenLayer : LayerKind
{
    public override string Name => "Flatten";

    public override LayerSpec? Check(LayerCheckContext layer)
        => new ReshapeSpec(Name, layer.Name, layer.InputShape, new([layer.InputShape.Aggregate(1, (size, next) => size * next)]));
}
