namespace StaticNet.Generators;

/// <summary><c>[Maximum]</c>.</summary>
internal sealed class MaximumLayer() : MergeLayer("PairMaximum", "max")
{
    public override string Name => "Maximum";
}
