namespace StaticNet.Generators;

/// <summary><c>[Minimum]</c>.</summary>
internal sealed class MinimumLayer() : MergeLayer("PairExtreme<Smaller>", "min")
{
    public override string Name => "Minimum";
}
