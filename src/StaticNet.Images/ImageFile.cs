using SkiaSharp;
using static System.FormattableString;

namespace StaticNet.Images;

/// <summary>Decodes a file and brings it to the size that is asked for.</summary>
internal static class ImageFile
{
    private const int BytesOfPixel = 4;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What it becomes.</param>
    /// <param name="target">Where it goes: rows of pixels.</param>
    /// <exception cref="InvalidDataException">It is no image, is damaged or has too many pixels.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void Read(string path, ImageOptions options, Span<float> target)
    {
        // Skia says no more than that there is no image; what the system says is said by opening the file.
        using FileStream file = File.OpenRead(path);
        using var stream = new SKManagedStream(file);
        using SKCodec codec = SKCodec.Create(stream, out SKCodecResult opened)
            ?? throw Refused(path, $"it is no image that is known, or damaged ({opened})");
        SKImageInfo size = codec.Info;
        if (size.Width < 1 || size.Height < 1)
            throw Refused(path, "it has no pixel");
        if ((long)size.Width * size.Height > options.MaxPixels)
            throw Refused(path, Invariant($"it unpacks to {size.Width} x {size.Height} pixels. At most {options.MaxPixels} are read; if you trust it, say so by MaxPixels"));

        // Without a colour space of ours Skia leaves the numbers as they are in the file.
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(info))
            throw new InsufficientMemoryException(Invariant($"There is no memory for the {size.Width} x {size.Height} pixels of {path}."));
        SKCodecResult decoded = codec.GetPixels(info, bitmap.GetPixels());
        if (decoded != SKCodecResult.Success)
            throw Refused(path, $"it is damaged ({decoded})");
        Span<byte> pixels = bitmap.GetPixelSpan().ToArray();
        int channels = (int)options.ColorMode;
        Pack(pixels, channels);
        Fit(new Pixels<byte>(pixels, size.Width, size.Height, channels, 0, size.Width * channels), options, target);
    }

    // Leaves the numbers that are asked for, one pixel behind the other.
    private static void Pack(Span<byte> pixels, int channels)
    {
        for (int from = 0, to = 0; from < pixels.Length; from += BytesOfPixel, to += channels)
        {
            if (channels == 1)
                pixels[to] = Luminance(pixels[from], pixels[from + 1], pixels[from + 2]);
            else if (channels < BytesOfPixel)
                (pixels[to], pixels[to + 1], pixels[to + 2]) = (pixels[from], pixels[from + 1], pixels[from + 2]);
        }
    }

    // ITU-R BT.601, rounded, as the decoders do that Keras calls.
    private static byte Luminance(int red, int green, int blue) => (byte)(((red * 19595) + (green * 38470) + (blue * 7471) + 32768) >> 16);

    private static void Fit(Pixels<byte> image, ImageOptions options, Span<float> target)
    {
        int width = options.Width, height = options.Height;
        var whole = new Pixels<float>(target, width, height, image.Channels, 0, width * image.Channels);
        switch (options.Fit)
        {
            case ImageFit.Crop:
                {
                    // As Keras' smart_resize rounds.
                    int cropHeight = Math.Clamp((int)((double)image.Width * height / width), 1, image.Height);
                    int cropWidth = Math.Clamp((int)((double)image.Height * width / height), 1, image.Width);
                    Bilinear.Resize(image.Part((image.Width - cropWidth) / 2, (image.Height - cropHeight) / 2, cropWidth, cropHeight), whole, options.Scale);
                    break;
                }

            case ImageFit.Pad:
                {
                    // As TensorFlow's resize_with_pad rounds, in floats.
                    float ratio = Math.Max((float)image.Width / width, (float)image.Height / height);
                    float exactHeight = image.Height / ratio, exactWidth = image.Width / ratio;
                    int partHeight = Math.Clamp((int)exactHeight, 1, height), partWidth = Math.Clamp((int)exactWidth, 1, width);
                    int top = Math.Clamp((int)MathF.Floor((height - exactHeight) / 2), 0, height - partHeight);
                    int left = Math.Clamp((int)MathF.Floor((width - exactWidth) / 2), 0, width - partWidth);
                    target.Clear();
                    Bilinear.Resize(image, whole.Part(left, top, partWidth, partHeight), options.Scale);
                    break;
                }

            default:
                Bilinear.Resize(image, whole, options.Scale);
                break;
        }
    }

    private static InvalidDataException Refused(string path, string why) => new($"{path} cannot be read: {why}.");
}
