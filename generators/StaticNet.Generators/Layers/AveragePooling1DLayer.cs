namespace StaticNet.Generators;

/// <summary><c>[AveragePooling1D]</c>: the mean of each channel in a window.</summary>
internal sealed class AveragePooling1DLayer : LayerKind
{
    public override string Name => "AveragePooling1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => AveragePooling2DLayer.Check(layer, Window.CheckSequence(layer, isPool: true));
}
