namespace StaticNet.Images;

/// <summary>What images become. The defaults are those of Keras' <c>image_dataset_from_directory</c>.</summary>
/// <example>
/// <code>
/// var options = new ImageOptions { Height = 64, Width = 64, ColorMode = ColorMode.Grayscale, Fit = ImageFit.Crop, Scale = 1 / 255f };
/// float[] pixels = ImageFolder.LoadImage("flowers/rose/1.jpg", options);
/// </code>
/// </example>
public sealed record ImageOptions
{
    /// <summary>The height of all images in pixels; 256 by default.</summary>
    public int Height { get; init => field = Positive(value, nameof(Height)); } = 256;

    /// <summary>The width of all images in pixels; 256 by default.</summary>
    public int Width { get; init => field = Positive(value, nameof(Width)); } = 256;

    /// <summary>The numbers of a pixel; red, green and blue by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public ColorMode ColorMode
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(ColorMode), value, $"ColorMode is {value:D}. Expected Grayscale, Rgb or Rgba.");
    } = ColorMode.Rgb;

    /// <summary>What is done with an image of another proportion; by default it is stretched.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public ImageFit Fit
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Fit), value, $"Fit is {value:D}. Expected Stretch, Crop or Pad.");
    }

    /// <summary>
    /// What every number is multiplied by; by default 1, for numbers from 0 to 255 as in Keras. <c>1f / 255</c> makes them 0 to 1; a
    /// <c>[Rescaling]</c> in the model does the same.
    /// </summary>
    public float Scale { get; init; } = 1;

    /// <summary>How many pixels a file may unpack to: 67,108,864 by default. A small file can hold an image that fills the memory.</summary>
    public long MaxPixels { get; init; } = 1 << 26;

    /// <summary>How many images are decoded at once; by default as many as there are processors. The samples are the same.</summary>
    public int Threads { get; init => field = Positive(value, nameof(Threads)); } = Environment.ProcessorCount;

    private static int Positive(int value, string argument)
        => value > 0 ? value : throw new ArgumentOutOfRangeException(argument, value, FormattableString.Invariant($"{argument} is {value}. Expected at least 1."));
}
