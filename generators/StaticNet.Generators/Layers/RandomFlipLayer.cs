namespace StaticNet.Generators;

/// <summary><c>[RandomFlip]</c>: half of the images are mirrored while training.</summary>
internal sealed class RandomFlipLayer : LayerKind
{
    public override string Name => "RandomFlip";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        FlipMode? mode = layer.GetOption("mode", FlipMode.HorizontalAndVertical);
        return layer.RequireImage() & layer.RequireNoWeightsBefore() && mode is { } directions
            ? new RandomFlipSpec(layer.Name, layer.InputShape, directions)
            : null;
    }
}

/// <summary>A checked random mirroring.</summary>
internal sealed record RandomFlipSpec(string Name, EquatableArray<int> OutputShape, FlipMode Mode) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "RandomFlip";

    public override string Description => $"{Kind}, {Mode}";

    public override Value Lower(Lowering lowering, Value input)
    {
        string directions = Mode switch
        {
            FlipMode.Horizontal => "left to right",
            FlipMode.Vertical => "top to bottom",
            _ => "left to right and top to bottom",
        };
        return AugmentationStep.Lower(lowering, this, input, $"x, or x mirrored {directions} at random", "Flip", [$"FlipMode.{Mode}"]);
    }
}
