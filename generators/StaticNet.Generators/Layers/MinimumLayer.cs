namespace StaticNet.Generators;

/// <summary><c>[Minimum]</c>.</summary>
internal sealed class MinimumLayer() : MergeLayer("PairMinimum", "min")
{
    public override string Name => "Minimum";
}
