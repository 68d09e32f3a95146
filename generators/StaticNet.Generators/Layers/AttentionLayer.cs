namespace StaticNet.Generators;

/// <summary><c>[Attention]</c>: each query takes a mean of values, weighed by its products with their keys.</summary>
internal sealed class AttentionLayer : LayerKind
{
    public override string Name => "Attention";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        ScoreMode? mode = layer.GetOption("ScoreMode", ScoreMode.Dot);
        bool useScale = layer.Get<bool>("UseScale");
        return mode is null ? null : AttentionSpec.Check(layer, Name, mode == ScoreMode.Concat ? AttentionScore.Concat : AttentionScore.Dot, useScale);
    }
}
