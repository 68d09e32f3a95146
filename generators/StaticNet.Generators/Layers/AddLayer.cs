namespace StaticNet.Generators;

/// <summary><c>[Add]</c>.</summary>
internal sealed class AddLayer() : MergeLayer("PairSum", "+")
{
    public override string Name => "Add";
}
