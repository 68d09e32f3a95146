namespace StaticNet.Generators;

/// <summary><c>[Flatten]</c>: the same numbers as one row.</summary>
internal sealed class FlattenLayer : LayerKind
{
    public override string Name => "Flatten";

    public override LayerSpec? Check(LayerChecking layer)
        => new FlattenSpec(layer.Name, new([layer.InputShape.Aggregate(1, (size, next) => size * next)]), layer.InputShape.Count);
}

/// <summary>A checked flatten layer.</summary>
internal sealed record FlattenSpec(string Name, EquatableArray<int> OutputShape, int InputRank) : LayerSpec(Name, OutputShape)
{
    public override string Kind => "Flatten";

    // What was a softmax of several rows is none of the one row that they become.
    public override Activation? FinalActivation => InputRank == 1 ? null : Activation.Linear;

    // Rows of more than one axis lie without gaps, so that nothing has to move.
    public override Value Lower(Lowering lowering, Value input)
        => input with { Shape = OutputShape, Stride = InputRank == 1 ? input.Stride : OutputShape[0] };
}
