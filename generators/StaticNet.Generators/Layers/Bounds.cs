namespace StaticNet.Generators;

/// <summary>The least and the largest part of something that is drawn at random.</summary>
internal sealed record Bounds(float Lower, float Upper)
{
    /// <summary>
    /// Reads both, or one that stands for as much to either side; reported where one is beyond -1 to 1. By Keras' rule their order does not
    /// matter.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="factor">The argument for either side.</param>
    /// <param name="lower">The argument for the least.</param>
    /// <param name="upper">The argument for the largest.</param>
    public static Bounds Check(LayerCheckContext layer, string factor, string lower, string upper)
    {
        if (!layer.Has(factor))
            return new Bounds(Get(lower), Get(upper));
        float both = Math.Abs(Get(factor));
        return new Bounds(-both, both);

        float Get(string argument) => layer.GetNumber(argument, 0, value => value >= -1 && value <= 1, "from -1 to 1");
    }

    /// <summary>As the arguments of a kernel: <c>-0.1f, 0.1f</c>.</summary>
    public Operand[] Arguments => [Lower, Upper];

    /// <summary>For people: <c>±0.1</c> or <c>-0.1 to 0.2</c>.</summary>
    public override string ToString()
        => Lower == -Upper
            ? $"±{Text.Literal(Math.Abs(Upper)).TrimEnd('f')}"
            : $"{Text.Number(Lower)} to {Text.Number(Upper)}";
}
