namespace StaticNet.Generators;

/// <summary><c>[ELU]</c>: x above 0, alpha (exp(x) - 1) below.</summary>
internal sealed class ELULayer : LayerKind
{
    public override string Name => "ELU";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        float alpha = layer.GetNumber("alpha", 1, value => value >= 0 && !float.IsInfinity(value), "a finite number of at least 0");
        Activation activation = alpha == 1
            ? Activation.ByName("ELU")
            : Activation.With("ELU", $"ELU({Text.Number(alpha)})", new($"{Text.Pascal(layer.Name)}_Options", "IELUOptions", new([("Alpha", alpha)])));
        return new ActivationSpec(layer.Name, layer.InputShape, activation, Name);
    }
}
