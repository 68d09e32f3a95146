namespace StaticNet.Generators;

/// <summary><c>[Subtract]</c>: of two values alone.</summary>
internal sealed class SubtractLayer() : MergeLayer("PairDifference", "-")
{
    public override string Name => "Subtract";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        if (layer.Inputs.Count == 2)
            return base.Check(layer);
        layer.Report(Rules.OutOfRange.Id, "with", layer.Title, "the number of outputs", Text.Number(layer.Inputs.Count), "2: what stands above and one other");
        return null;
    }
}
