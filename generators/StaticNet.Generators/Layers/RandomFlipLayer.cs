namespace StaticNet.Generators;

/// <summary><c>[RandomFlip]</c>: half of the images are mirrored while training.</summary>
internal sealed class RandomFlipLayer : LayerKind
{
    public override string Name => "RandomFlip";

    public override LayerSpec? Check(LayerChecking layer)
    {
        string? mode = layer.GetOption("mode", "HorizontalAndVertical");
        return layer.TakesImage() & layer.StandsBeforeWeights() && mode is not null
            ? new RandomFlipSpec(layer.Name, layer.InputShape, mode)
            : null;
    }
}

/// <summary>A checked random mirroring.</summary>
internal sealed record RandomFlipSpec(string Name, EquatableArray<int> OutputShape, string Mode) : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "RandomFlip";

    public override string Description => $"{Kind}, {Mode}";

    public override Value Lower(Lowering lowering, Value input)
    {
        string directions = Mode switch
        {
            "Horizontal" => "left to right",
            "Vertical" => "top to bottom",
            _ => "left to right and top to bottom",
        };
        return AugmentationStep.Lower(lowering, this, input, $"x, or x mirrored {directions} where the dice fall so", "Flip", [$"FlipMode.{Mode}"]);
    }
}
