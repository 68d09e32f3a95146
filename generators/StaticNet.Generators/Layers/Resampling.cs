namespace StaticNet.Generators;

/// <summary>What an image shows that has been moved.</summary>
/// <param name="FillMode">What is seen where it has no pixels.</param>
/// <param name="FillValue">What that is, if it is a constant.</param>
/// <param name="Interpolation">What is seen between pixels.</param>
internal sealed record Resampling(string FillMode, float FillValue, string Interpolation)
{
    /// <summary>Reads and checks the options of a layer; null, with a diagnostic, where one has no such value.</summary>
    public static Resampling? Check(LayerChecking layer)
    {
        string? fillMode = layer.GetOption("FillMode", "Reflect"), interpolation = layer.GetOption("Interpolation", "Bilinear");
        float fillValue = layer.GetFinite("FillValue");
        return fillMode is null || interpolation is null ? null : new Resampling(fillMode, fillValue, interpolation);
    }

    /// <summary>The members of a type of sizes.</summary>
    public ShapeMember[] Members
        => [ShapeMember.Of("FillMode", FillMode), ("FillValue", FillValue), ShapeMember.Of("Interpolation", Interpolation)];
}
