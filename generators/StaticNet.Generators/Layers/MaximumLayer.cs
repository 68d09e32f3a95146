namespace StaticNet.Generators;

/// <summary><c>[Maximum]</c>.</summary>
internal sealed class MaximumLayer() : MergeLayer("PairExtreme<Larger>", "max")
{
    public override string Name => "Maximum";
}
