namespace StaticNet.Generators;

/// <summary><c>[AdditiveAttention]</c>: each query takes a mean of values, weighed by sums of tanh(query + key).</summary>
internal sealed class AdditiveAttentionLayer : LayerKind
{
    public override string Name => "AdditiveAttention";

    public override LayerSpec? Check(LayerCheckContext layer) => AttentionSpec.Check(layer, Name, AttentionScore.Additive, layer.Get("UseScale", true));
}
