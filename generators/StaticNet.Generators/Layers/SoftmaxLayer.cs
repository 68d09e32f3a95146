namespace StaticNet.Generators;

/// <summary><c>[Softmax]</c>: the softmax of each row.</summary>
internal sealed class SoftmaxLayer : LayerKind
{
    public override string Name => "Softmax";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        if (layer.InputShape[layer.InputShape.Count - 1] == 1)
            layer.ReportRowOfOne(null, Activation.Softmax);
        return new ActivationSpec(layer.Name, layer.InputShape, Activation.Softmax, Name);
    }
}
