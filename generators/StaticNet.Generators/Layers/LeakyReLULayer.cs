namespace StaticNet.Generators;

/// <summary><c>[LeakyReLU]</c>: x above 0, a part of it below.</summary>
internal sealed class LeakyReLULayer : LayerKind
{
    public override string Name => "LeakyReLU";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        float slope = layer.GetNumber("negativeSlope", 0.3, value => value >= 0 && !float.IsInfinity(value), "a finite number of at least 0");
        Activation activation = ReLULayer.Of(layer.Name, slope, float.PositiveInfinity, threshold: 0);
        return new ActivationSpec(layer.Name, layer.InputShape, activation with { Title = $"{Name}({Text.Number(slope)})" }, Name);
    }
}
