namespace StaticNet.Generators;

/// <summary>What layers share that add something to the steps of a sequence.</summary>
internal static class PositionShape
{
    /// <summary>The sizes that all of them have.</summary>
    public static ShapeMember[] Of(Value input, Value output)
        => [("Steps", input.Rows), ("Width", input.Width), ("InputStride", input.Stride), ("Stride", output.Stride)];
}
