namespace StaticNet.Generators;

/// <summary><c>[Conv1D]</c>: y = activation(x * kernel + bias), a window that moves along a sequence.</summary>
internal sealed class Conv1DLayer : LayerKind
{
    public override string Name => "Conv1D";

    public override LayerSpec? Check(LayerCheckContext layer)
        => Conv2DLayer.Check(layer, Window.CheckSequence(layer, mayBeCausal: true));
}
