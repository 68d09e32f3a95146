namespace StaticNet.Generators;

/// <summary>Rows and columns of an image or of a window over it.</summary>
/// <param name="Height">The rows.</param>
/// <param name="Width">The columns.</param>
internal readonly record struct Size(int Height, int Width)
{
    /// <summary>For people: <c>3x5</c>.</summary>
    public override string ToString() => $"{Text.Number(Height)}x{Text.Number(Width)}";
}
