namespace StaticNet.Generators;

/// <summary><c>[SeparableConv1D]</c>: a convolution of each channel of a sequence by itself, then one of all channels of a step.</summary>
internal sealed class SeparableConv1DLayer : LayerKind
{
    public override string Name => "SeparableConv1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => SeparableConv2DLayer.Check(layer, Window.CheckSequence(layer));
}
