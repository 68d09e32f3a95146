namespace StaticNet.Generators;

/// <summary><c>[RandomZoom]</c>: images are enlarged or shrunk at random while training.</summary>
internal sealed class RandomZoomLayer : LayerKind
{
    public override string Name => "RandomZoom";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        bool keepsProportions = layer.Has("factor");
        Bounds height = Bounds.Check(layer, keepsProportions ? "factor" : "heightFactor", "heightLower", "heightUpper");
        Bounds width = keepsProportions ? height : Bounds.Check(layer, "widthFactor", "widthLower", "widthUpper");
        Resampling? resampling = Resampling.Check(layer);
        return layer.RequireImage() & layer.RequireNoWeightsBefore() && resampling is not null
            ? new RandomZoomSpec(layer.Name, layer.InputShape, height, width, keepsProportions, resampling)
            : null;
    }
}

/// <summary>A checked random zoom.</summary>
internal sealed record RandomZoomSpec(
    string Name, EquatableArray<int> OutputShape, Bounds Height, Bounds Width, bool KeepsProportions, Resampling Resampling)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "RandomZoom";

    public override string Description => $"{Kind}, {Height}" + (KeepsProportions ? "" : $", {Width}");

    public override Value Lower(Lowering lowering, Value input)
    {
        string parts = KeepsProportions ? $"{Height} more of itself" : $"{Height} more of its height and {Width} more of its width";
        return AugmentationStep.Lower(
            lowering, this, input, $"x shrunk so that it shows {parts}", "Zoom",
            [.. Height.Arguments, .. Width.Arguments, KeepsProportions], Resampling);
    }
}
