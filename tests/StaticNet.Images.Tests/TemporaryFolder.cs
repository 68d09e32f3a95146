using SkiaSharp;

namespace StaticNet.Images.Tests;

/// <summary>A folder of a test's own, gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("staticnet-").FullName;

    public string Write(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes an image of pixels as 0xAARRGGBB.</summary>
    public string Draw(string name, int width, params uint[] pixels)
        => Write(name, Encoded(name.EndsWith(".jpg", StringComparison.Ordinal) ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, width, pixels));

    public static byte[] Encoded(SKEncodedImageFormat format, int width, params uint[] pixels)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, pixels.Length / width, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        for (int i = 0; i < pixels.Length; i++)
            bitmap.SetPixel(i % width, i / width, new SKColor(pixels[i]));
        using SKData data = bitmap.Encode(format, 100);
        return data.ToArray();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
