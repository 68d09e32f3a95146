namespace StaticNet.Generators;

/// <summary><c>[ReLU]</c>: x above a threshold, at most a largest value, with a slope below.</summary>
internal sealed class ReLULayer : LayerKind
{
    public override string Name => "ReLU";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        float most = GetOption("MaxValue", double.PositiveInfinity);
        float slope = GetOption("NegativeSlope", 0);
        float threshold = layer.GetNumber("Threshold", 0, value => value >= 0 && !float.IsInfinity(value), "a finite number of at least 0");
        return new ActivationSpec(layer.Name, layer.InputShape, Of(layer.Name, slope, most, threshold), Name);

        float GetOption(string option, double otherwise) => layer.GetNumber(option, otherwise, value => value >= 0, "at least 0");
    }

    /// <summary>The activation of a layer: one of those without options where it is that.</summary>
    public static Activation Of(string layer, float slope, float most, float threshold)
    {
        bool isEndless = float.IsInfinity(most);
        if (threshold == 0 && (isEndless ? slope is 0 or 0.2f : slope == 0 && most == 6))
            return Activation.ByName(isEndless ? (slope == 0 ? "ReLU" : "LeakyReLU") : "ReLU6");
        string[] options =
        [
            .. isEndless ? [] : new[] { $"MaxValue = {Text.Number(most)}" },
            .. slope == 0 ? [] : new[] { $"NegativeSlope = {Text.Number(slope)}" },
            .. threshold == 0 ? [] : new[] { $"Threshold = {Text.Number(threshold)}" },
        ];
        return Activation.With(
            "ReLU", $"ReLU({string.Join(", ", options)})",
            new($"{Text.Pascal(layer)}_Options", "IReLUOptions", new([
                ("NegativeSlope", slope),
                isEndless ? new ShapeMember("float", "MaxValue", "float.PositiveInfinity") : ("MaxValue", most),
                ("Threshold", threshold),
            ])));
    }
}
