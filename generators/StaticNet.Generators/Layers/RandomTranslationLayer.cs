namespace StaticNet.Generators;

/// <summary><c>[RandomTranslation]</c>: images are moved at random while training.</summary>
internal sealed class RandomTranslationLayer : LayerKind
{
    public override string Name => "RandomTranslation";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Bounds height = Bounds.Check(layer, "heightFactor", "heightLower", "heightUpper");
        Bounds width = Bounds.Check(layer, "widthFactor", "widthLower", "widthUpper");
        Resampling? resampling = Resampling.Check(layer);
        return layer.RequireImage() & layer.RequireNoWeightsBefore() && resampling is not null
            ? new RandomTranslationSpec(layer.Name, layer.InputShape, height, width, resampling)
            : null;
    }
}

/// <summary>A checked random translation.</summary>
internal sealed record RandomTranslationSpec(string Name, EquatableArray<int> OutputShape, Bounds Height, Bounds Width, Resampling Resampling)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "RandomTranslation";

    public override string Description => $"{Kind}, {Height}, {Width}";

    public override Value Lower(Lowering lowering, Value input)
        => AugmentationStep.Lower(
            lowering, this, input, $"x moved down by {Height} of its height and to the right by {Width} of its width", "Translate",
            [.. Height.Arguments, .. Width.Arguments], Resampling);
}
