namespace StaticNet.Generators;

/// <summary>What layers share that add something to the steps of a sequence.</summary>
internal static class PositionShape
{
    /// <summary>The sizes that all of them have.</summary>
    /// <param name="input">What the layer takes.</param>
    /// <param name="output">What it gives.</param>
    /// <param name="window">Where steps come one at a time, how many a whole sequence has; else 0.</param>
    public static ShapeMember[] Of(Value input, Value output, int window)
        => [("Steps", window == 0 ? input.Rows : window), ("Width", input.Width), ("InputStride", input.Stride), ("Stride", output.Stride)];
}
