namespace StaticNet.Generators;

/// <summary><c>[RandomRotation]</c>: images are turned at random while training.</summary>
internal sealed class RandomRotationLayer : LayerKind
{
    public override string Name => "RandomRotation";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        Bounds angle = Bounds.Check(layer, "factor", "lower", "upper");
        Resampling? resampling = Resampling.Check(layer);
        return layer.RequireImage() & layer.RequireNoWeightsBefore() && resampling is not null
            ? new RandomRotationSpec(layer.Name, layer.InputShape, angle, resampling)
            : null;
    }
}

/// <summary>A checked random rotation.</summary>
internal sealed record RandomRotationSpec(string Name, EquatableArray<int> OutputShape, Bounds Angle, Resampling Resampling)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "RandomRotation";

    public override string Description => $"{Kind}, {Angle}";

    public override Value Lower(Lowering lowering, Value input)
        => AugmentationStep.Lower(
            lowering, this, input, $"x turned against the clock by {Angle} of a full turn", "Rotate", Angle.Arguments, Resampling);
}
