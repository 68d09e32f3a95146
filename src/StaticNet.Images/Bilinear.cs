namespace StaticNet.Images;

/// <summary>
/// The bilinear resizing of TensorFlow's <c>tf.image.resize</c>, in floats: centres of pixels, without smoothing where an image shrinks.
/// </summary>
internal static class Bilinear
{
    /// <summary>Resizes a part of an image into a part of another.</summary>
    /// <param name="from">The image.</param>
    /// <param name="to">The other image.</param>
    /// <param name="scale">What every number is multiplied by.</param>
    public static void Resize(Pixels<byte> from, Pixels<float> to, float scale)
    {
        int channels = from.Channels;
        (int Low, int High, float Part)[] columns = new (int, int, float)[to.Width];
        for (int x = 0; x < columns.Length; x++)
            columns[x] = Place(x, from.Width, to.Width);
        for (int y = 0; y < to.Height; y++)
        {
            (int low, int high, float down) = Place(y, from.Height, to.Height);
            ReadOnlySpan<byte> above = from.Row(low), below = from.Row(high);
            Span<float> row = to.Row(y);
            for (int x = 0; x < columns.Length; x++)
            {
                (int left, int right, float across) = columns[x];
                for (int c = 0; c < channels; c++)
                {
                    float topLeft = above[(left * channels) + c], topRight = above[(right * channels) + c];
                    float bottomLeft = below[(left * channels) + c], bottomRight = below[(right * channels) + c];
                    float top = topLeft + ((topRight - topLeft) * across), bottom = bottomLeft + ((bottomRight - bottomLeft) * across);
                    row[(x * channels) + c] = (top + ((bottom - top) * down)) * scale;
                }
            }
        }
    }

    // Between which two pixels the centre of one lies, and how far from the first.
    private static (int Low, int High, float Part) Place(int at, int from, int to)
    {
        float ratio = (float)from / to, place = ((at + 0.5f) * ratio) - 0.5f, floor = MathF.Floor(place);
        return (Math.Max((int)floor, 0), Math.Min((int)MathF.Ceiling(place), from - 1), place - floor);
    }
}
