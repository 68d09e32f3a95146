namespace StaticNet.Generators;

/// <summary><c>[MaxPooling1D]</c>: the largest number of each channel in a window.</summary>
internal sealed class MaxPooling1DLayer : LayerKind
{
    public override string Name => "MaxPooling1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => MaxPooling2DLayer.Check(layer, Window.CheckSequence(layer, isPool: true));
}
