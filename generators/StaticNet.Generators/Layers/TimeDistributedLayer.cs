namespace StaticNet.Generators;

/// <summary>
/// <c>[TimeDistributed, Dense(n)]</c>: the layer at each step of a sequence on its own. A dense layer works along the last axis anyway;
/// wrapped, it says so and asks for steps.
/// </summary>
internal sealed class TimeDistributedLayer : LayerKind
{
    public override string Name => "TimeDistributed";

    public override IReadOnlyList<string> Wraps => ["Dense"];

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        if (layer.InputShape.Count > 1)
            return (DenseSpec?)new DenseLayer().Check(layer.Wrapped!) is { } dense ? dense with { Wrapper = Name } : null;
        layer.Report(
            Rules.WrongRank.Id, null, layer.Title, "a sequence of (steps, features)", Text.Shape(layer.InputShape), layer.InputName,
            "leave [TimeDistributed] out");
        return null;
    }
}
