namespace StaticNet.Generators;

/// <summary>What an image shows that has been moved.</summary>
/// <param name="FillMode">What is seen where it has no pixels.</param>
/// <param name="FillValue">What that is, if it is a constant.</param>
/// <param name="Interpolation">What is seen between pixels.</param>
internal sealed record Resampling(FillMode FillMode, float FillValue, Interpolation Interpolation)
{
    /// <summary>Reads and checks the options of a layer; null, with a diagnostic, where one has no such value.</summary>
    public static Resampling? Check(LayerCheckContext layer)
    {
        FillMode? fillMode = layer.GetOption("FillMode", Generators.FillMode.Reflect);
        Interpolation? interpolation = layer.GetOption("Interpolation", Generators.Interpolation.Bilinear);
        float fillValue = layer.GetFinite("FillValue");
        return fillMode is { } fill && interpolation is { } between ? new Resampling(fill, fillValue, between) : null;
    }

    /// <summary>The members of a type of sizes.</summary>
    public ShapeMember[] Members
        => [ShapeMember.Of(FillMode), ("FillValue", FillValue), ShapeMember.Of(Interpolation)];
}
