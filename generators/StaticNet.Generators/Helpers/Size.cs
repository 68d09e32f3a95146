namespace StaticNet.Generators;

/// <summary>Rows and columns of an image or of a window over it.</summary>
/// <param name="Height">The rows.</param>
/// <param name="Width">The columns.</param>
internal readonly record struct Size(int Height, int Width)
{
    /// <summary>The pixels. Sides are small enough that this is never too many to count.</summary>
    public int Area => Height * Width;

    /// <summary>For people: <c>3x5</c>.</summary>
    public override string ToString() => $"{Text.Number(Height)}x{Text.Number(Width)}";
}
