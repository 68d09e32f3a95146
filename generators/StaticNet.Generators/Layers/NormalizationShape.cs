namespace StaticNet.Generators;

/// <summary>What normalisations share: their options and sizes.</summary>
internal static class NormalizationShape
{
    /// <summary>What is added to the variance; reported where it is not above 0.</summary>
    public static float CheckEpsilon(LayerCheckContext layer, double otherwise = 1e-3)
        => layer.GetNumber("Epsilon", otherwise, value => value > 0 && !float.IsInfinity(value), "a number above 0");

    /// <summary>The roles of what a normalisation learns.</summary>
    /// <param name="scale">Whether results are multiplied by weights.</param>
    /// <param name="center">Whether weights are added.</param>
    public static IEnumerable<string> Roles(bool scale, bool center)
    {
        if (scale)
            yield return "gamma";
        if (center)
            yield return "beta";
    }

    /// <summary>The sizes and options of a normalisation as a type.</summary>
    public static ShapeType Of(string name, Value input, Value output, ParameterPlan? gamma, ParameterPlan? beta, float epsilon)
        => new(
            name, "INormalizationShape",
            new([
                ("Pixels", input.Rows), ("Channels", input.Width), ("InputStride", input.Stride), ("Stride", output.Stride),
                ("UsesScale", gamma is not null), ("UsesCenter", beta is not null), ("Epsilon", epsilon),
            ]));

    /// <summary>What a normalisation computes, for comments.</summary>
    public static string Formula(Value output, ParameterPlan? gamma, ParameterPlan? beta, float epsilon)
        => $"y = {(output.Activation == Activation.Linear ? "" : output.Activation.Title + " of ")}(x - mean) / {Deviation(epsilon)}"
            + (gamma is null ? "" : " · gamma") + (beta is null ? "" : " + beta");

    /// <summary>The standard deviation, for comments.</summary>
    public static string Deviation(float epsilon) => $"√(variance + {Text.Number(epsilon)})";

    /// <summary>A weight; for kernels nothing where there is none.</summary>
    public static Operand Place(ParameterPlan? weight) => weight is null ? "default" : new ParameterOperand(weight);
}
