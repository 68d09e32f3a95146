namespace StaticNet.Generators;

/// <summary><c>[DepthwiseConv1D]</c>: y = activation(x * kernel + bias), each channel of a sequence by itself.</summary>
internal sealed class DepthwiseConv1DLayer : LayerKind
{
    public override string Name => "DepthwiseConv1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => DepthwiseConv2DLayer.Check(layer, Window.CheckSequence(layer));
}
