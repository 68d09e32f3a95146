using System.Buffers.Binary;
using SkiaSharp;

namespace StaticNet.Images.Tests;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageOptions _one = new() { Height = 1, Width = 1 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_come_class_by_class_in_ordinal_order()
    {
        Fill();
        ImageFolderSource source = ImageFolder.Source(_folder.Path, _one);
        Assert.Equal(["Zebra", "ant"], source.ClassNames);
        Assert.Equal((3, 3), (source.Count, source.InputSize));
        Assert.Equal([1, 2, 3, 10, 20, 30, 100, 150, 200], source.ToDataset().Inputs.ToArray());
        Assert.Equal([0, 0, 1], source.ToDataset().Targets.ToArray());
        Assert.Equal(source.ClassNames, source.ToDataset().ClassNames);
        Assert.Equal([0, 0, 1], source.Labels.ToArray());
    }

    [Fact]
    public void Targets_are_what_the_model_asks_for()
    {
        Fill();
        IDataSource<float, float> source = ImageFolder.Source(_folder.Path, _one);
        Assert.Equal([0f, 0, 1], source.ToDataset(3, 1).Targets.ToArray());
        Assert.Equal([1f, 0, 1, 0, 0, 1], source.ToDataset(3, 2).Targets.ToArray());
        Assert.Contains("Targets of 3 numbers were asked of 2 classes", Assert.Throws<ArgumentException>(() => source.Open(3, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("An image has 3 numbers: 1 x 1 x 3. Expected 4", Assert.Throws<ArgumentException>(() => source.Open(4, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_colours_are_those_that_are_asked_for()
    {
        string path = _folder.Draw("a/a.png", 1, 0x80_64_96_C8);
        Assert.Equal([100f, 150, 200], ImageFolder.LoadImage(path, _one));
        Assert.Equal([100f, 150, 200, 128], ImageFolder.LoadImage(path, _one with { ColorMode = ColorMode.Rgba }));
        Assert.Equal([MathF.Round((0.299f * 100) + (0.587f * 150) + (0.114f * 200))], ImageFolder.LoadImage(path, _one with { ColorMode = ColorMode.Grayscale }));
        Assert.Equal([0.5f, 0.75f, 1], ImageFolder.LoadImage(path, _one with { Scale = 1f / 200 }).Select(value => MathF.Round(value, 6)));
    }

    [Fact]
    public void Resizing_is_TensorFlows()
    {
        // tf.image.resize([[[0.], [100.], [200.]], [[50.], [150.], [250.]]], (4, 2)) and (1, 6).
        string path = _folder.Draw("a/a.png", 3, Grey(0), Grey(100), Grey(200), Grey(50), Grey(150), Grey(250));
        ImageOptions grey = new() { Height = 4, Width = 2, ColorMode = ColorMode.Grayscale };
        Near([25, 175, 37.5f, 187.5f, 62.5f, 212.5f, 75, 225], ImageFolder.LoadImage(path, grey));
        Near([25, 50, 100, 150, 200, 225], ImageFolder.LoadImage(path, grey with { Height = 1, Width = 6 }));
        Near([0, 100, 200, 50, 150, 250], ImageFolder.LoadImage(path, grey with { Height = 2, Width = 3 }));

        // Without smoothing, only the pixels around a centre count: that of 1 of 4 lies between the second and the third.
        path = _folder.Draw("a/b.png", 4, Grey(255), Grey(10), Grey(20), Grey(255));
        Near([15], ImageFolder.LoadImage(path, grey with { Height = 1, Width = 1 }));
    }

    [Fact]
    public void Crop_and_Pad_keep_the_proportion()
    {
        string path = _folder.Draw("a/a.png", 4, Grey(10), Grey(20), Grey(30), Grey(40), Grey(50), Grey(60), Grey(70), Grey(80));
        ImageOptions two = new() { Height = 2, Width = 2, ColorMode = ColorMode.Grayscale, Fit = ImageFit.Crop };
        Near([20, 30, 60, 70], ImageFolder.LoadImage(path, two));
        ImageOptions four = two with { Height = 4, Width = 4, Fit = ImageFit.Pad };
        Near([0, 0, 0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 0, 0, 0, 0], ImageFolder.LoadImage(path, four));
        Near([15, 35, 55, 75], ImageFolder.LoadImage(path, two with { Fit = ImageFit.Stretch }));
        Near([0, 0, 35, 55, 0, 0, 0, 0], ImageFolder.LoadImage(path, two with { Fit = ImageFit.Pad, Height = 4, Width = 2 }));
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(1000, 1)]
    [InlineData(7, 5)]
    public void Every_proportion_fits_every_size(int width, int height)
    {
        string path = _folder.Draw("a/a.png", width, [.. Enumerable.Repeat(Grey(200), width * height)]);
        foreach (ImageFit fit in Enum.GetValues<ImageFit>())
        {
            foreach (var (toHeight, toWidth) in new[] { (1, 1), (1, 50), (50, 1), (13, 17) })
            {
                float[] image = ImageFolder.LoadImage(path, new ImageOptions { Height = toHeight, Width = toWidth, Fit = fit, ColorMode = ColorMode.Grayscale });
                Assert.All(image, value => Assert.True(value == 200 || (fit == ImageFit.Pad && value == 0), $"{value}"));
                Assert.Contains(200, image);
            }
        }
    }

    [Fact]
    public void Formats_are_told_by_their_content()
    {
        string path = _folder.Write("a/a.png", TemporaryFolder.Encoded(SKEncodedImageFormat.Jpeg, 2, Grey(77), Grey(77), Grey(77), Grey(77)));
        Assert.All(ImageFolder.LoadImage(path, _one), value => Assert.InRange(value, 75, 79));
        path = _folder.Write("a/b.webp", TemporaryFolder.Encoded(SKEncodedImageFormat.Webp, 2, Grey(77), Grey(77), Grey(77), Grey(77)));
        Assert.All(ImageFolder.LoadImage(path, _one), value => Assert.InRange(value, 75, 79));
    }

    [Fact]
    public void Split_and_Shuffle_go_by_seed()
    {
        for (int i = 0; i < 20; i++)
            _folder.Draw($"{(i < 10 ? "a" : "b")}/{i:D2}.png", 1, Grey((byte)i));
        ImageFolderSource source = ImageFolder.Source(_folder.Path, _one);
        var (train, validation) = source.Split(0.25f, seed: 5);
        Assert.Equal((15, 5), (train.Count, validation.Count));
        Assert.Equal(source.Paths.Order(), train.Paths.Concat(validation.Paths).Order());
        Assert.Equal(train.Paths, source.Split(0.25f, seed: 5).Head.Paths);
        ImageFolderSource shuffled = source.Shuffle(5);
        Assert.NotEqual(source.Paths, shuffled.Paths);
        foreach (var (path, label) in shuffled.Paths.Zip(shuffled.Labels.ToArray()))
            Assert.Equal(Path.GetFileName(Path.GetDirectoryName(path)), source.ClassNames[label]);
    }

    [Fact]
    public void Samples_are_the_same_for_any_number_of_threads()
    {
        for (int i = 0; i < 23; i++)
            _folder.Draw($"a/{i:D2}.jpg", 5, [.. Enumerable.Range(0, 35).Select(at => Grey((byte)(at * i)))]);
        float[] one = ImageFolder.Source(_folder.Path, new ImageOptions { Height = 6, Width = 4, Threads = 1 }).ToDataset().Inputs.ToArray();
        Assert.Equal(one, ImageFolder.Source(_folder.Path, new ImageOptions { Height = 6, Width = 4, Threads = 5 }).ToDataset().Inputs.ToArray());
    }

    [Fact]
    public void Damage_is_told_by_file()
    {
        byte[] png = TemporaryFolder.Encoded(SKEncodedImageFormat.Png, 8, [.. Enumerable.Range(0, 64).Select(i => Grey((byte)(i * 37)))]);
        byte[] jpg = TemporaryFolder.Encoded(SKEncodedImageFormat.Jpeg, 8, [.. Enumerable.Range(0, 64).Select(i => Grey((byte)(i * 37)))]);
        foreach (byte[] content in new[] { [], [1, 2, 3], png[..20], png[..^30], jpg[..(jpg.Length / 2)], jpg[..^60] })
        {
            string path = _folder.Write("a/b.png", content);
            Assert.StartsWith($"{path} cannot be read: it is ", Assert.Throws<InvalidDataException>(() => ImageFolder.LoadImage(path, _one)).Message, StringComparison.Ordinal);
        }

        _folder.Draw("a/a.png", 1, Grey(1));
        string first = _folder.Write("a/b.png", [1]);
        _folder.Write("a/c.png", [1]);
        for (int i = 0; i < 20; i++)
            Assert.StartsWith(first, Assert.Throws<InvalidDataException>(() => ImageFolder.Source(_folder.Path, _one with { Threads = 3 }).ToDataset()).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => ImageFolder.LoadImage(Path.Combine(_folder.Path, "none.png")));
    }

    [Fact]
    public void A_small_file_of_many_pixels_is_refused()
    {
        byte[] png = TemporaryFolder.Encoded(SKEncodedImageFormat.Png, 1, Grey(1));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        string path = _folder.Write("a/bomb.png", png);
        Assert.Contains("it unpacks to 60000 x 60000 pixels. At most 67108864 are read", Assert.Throws<InvalidDataException>(() => ImageFolder.LoadImage(path, _one)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutations_are_read_or_refused()
    {
        byte[] jpg = TemporaryFolder.Encoded(SKEncodedImageFormat.Jpeg, 16, [.. Enumerable.Range(0, 256).Select(i => Grey((byte)(i * 37)))]);
        byte[] png = TemporaryFolder.Encoded(SKEncodedImageFormat.Png, 16, [.. Enumerable.Range(0, 256).Select(i => Grey((byte)(i * 37)))]);
        var random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 1000; i++)
        {
            byte[] content = [.. i % 2 == 0 ? jpg : png];
            content[random.Next(content.Length)] = (byte)random.Next(256);
            content[random.Next(content.Length)] ^= (byte)(1 << random.Next(8));
            string path = _folder.Write("a/a.png", content);
            try
            {
                Assert.All(ImageFolder.LoadImage(path, _one with { MaxPixels = 1 << 16 }), value => Assert.InRange(value, 0, 255));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.True(refused > 100, $"{refused} were refused");
    }

    [Fact]
    public void Cancellation_ends_the_reading()
    {
        Fill();
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ImageFolder.Source(_folder.Path, _one).ToDataset(cancel.Token));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageOptions { Height = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageOptions { ColorMode = (ColorMode)2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageOptions { Fit = (ImageFit)3 });
        Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Source(Path.Combine(_folder.Path, "none")));
        Fill();
        Assert.Throws<ArgumentException>(() => ImageFolder.Source(_folder.Path, new ImageOptions { Height = 50_000, Width = 50_000 }));
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte next in bytes)
        {
            sum ^= next;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
        }

        return ~sum;
    }

    private static uint Grey(byte value) => 0xFF000000 | (value * 0x010101u);

    private static void Near(float[] expected, float[] actual, float tolerance = 1e-4f)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }

    private void Fill()
    {
        _folder.Draw("ant/a.png", 1, 0xFF_64_96_C8);
        _folder.Draw("Zebra/a.png", 1, 0xFF_01_02_03);
        _folder.Draw("Zebra/b.PNG", 1, 0xFF_0A_14_1E);
        _folder.Write("Zebra/notes.txt", [1]);
    }
}
