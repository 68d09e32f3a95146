namespace StaticNet.Generators;

/// <summary><c>[Average]</c>: the sum, divided by how many they are.</summary>
internal sealed class AverageLayer() : MergeLayer("PairSum", "+")
{
    public override string Name => "Average";

    protected override bool Averages => true;
}
