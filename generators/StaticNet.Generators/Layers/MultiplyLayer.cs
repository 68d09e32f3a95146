namespace StaticNet.Generators;

/// <summary><c>[Multiply]</c>.</summary>
internal sealed class MultiplyLayer() : MergeLayer("PairProduct", "∘")
{
    public override string Name => "Multiply";
}
