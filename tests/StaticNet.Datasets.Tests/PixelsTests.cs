namespace StaticNet.Datasets.Tests;

public sealed class PixelsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1000)]
    public void Every_pixel_is_the_quotient_to_the_last_bit(int count)
    {
        byte[] pixels = [.. Enumerable.Range(0, count).Select(i => (byte)i)];

        float[] scaled = Pixels.Scale(pixels, 255);

        Assert.Equal(pixels.Select(pixel => pixel / 255f), scaled);
    }
}
