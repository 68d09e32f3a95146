namespace StaticNet.Images;

/// <summary>A rectangle of an image that lies row by row.</summary>
/// <param name="values">The numbers of the whole image.</param>
/// <param name="width">The width of the rectangle.</param>
/// <param name="height">Its height.</param>
/// <param name="channels">The numbers of a pixel.</param>
/// <param name="start">The number that it begins with.</param>
/// <param name="stride">The numbers from row to row.</param>
internal readonly ref struct Pixels<T>(Span<T> values, int width, int height, int channels, int start, int stride)
{
    private readonly Span<T> _values = values;

    public int Width => width;

    public int Height => height;

    public int Channels => channels;

    /// <summary>The numbers of a row of the rectangle.</summary>
    public Span<T> Row(int y) => _values.Slice(start + (y * stride), width * channels);

    /// <summary>A smaller rectangle.</summary>
    public Pixels<T> Part(int left, int top, int partWidth, int partHeight)
        => new(_values, partWidth, partHeight, channels, start + (top * stride) + (left * channels), stride);
}
