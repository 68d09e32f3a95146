namespace StaticNet.Fuzzing;

/// <summary>The numbers of one sample between two layers, in row-major order.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Mask">For each step whether it counts; null where all do.</param>
internal sealed record Tensor<T>(int[] Shape, T[] Values, bool[]? Mask = null)
    where T : struct, IScalar<T>
{
    public int Width => Shape[^1];

    public int Rows => Values.Length / Width;

    public T this[int row, int column] => Values[(row * Width) + column];

    /// <summary>The number at a pixel of an image, or at a step of a sequence, which is an image of one row.</summary>
    public T At(int y, int x, int channel) => Values[(((y * Shape[^2]) + x) * Width) + channel];

    /// <summary>Height and width of an image; a sequence has one row.</summary>
    public (int Height, int Width) Size => (Shape.Length == 3 ? Shape[0] : 1, Shape[^2]);
}
