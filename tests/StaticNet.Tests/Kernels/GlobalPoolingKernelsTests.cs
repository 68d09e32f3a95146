using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Pooling over whole images against its scalar twin.</summary>
[Collection("shapes")]
public unsafe class GlobalPoolingKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_mean_shares_its_gradient_out(bool isPadded) => SweptImage.ForEach(isPadded, random =>
    {
        int channels = SweptImage.Channels, stride = SweptImage.Stride, pixels = SweptImage.Pixels;
        using Block x = Images.Values(Samples, pixels, channels, stride, random), y = Images.Results(Samples, 1, channels, stride);
        GlobalPoolingKernels.Average<SweptImage>(x.Start, y.Start, Samples);
        Images.AssertFinite(y);
        for (int s = 0; s < Samples; s++)
        {
            for (int c = 0; c < channels; c++)
                Assert.Equal(Enumerable.Range(s * pixels, pixels).Average(i => x[i, c]), y[s, c], 1e-6f);
        }

        if (!isPadded)
            return;
        using Block dy = Images.Gradients(Samples, 1, channels, random), dx = Images.Results(Samples, pixels, channels, stride);
        GlobalPoolingKernels.AverageBackward<SweptImage, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        for (int i = 0; i < Samples * pixels; i++)
        {
            for (int c = 0; c < channels; c++)
                Assert.Equal(dy[i / pixels, c] / pixels * Images.Slope(x[i, c]), dx[i, c], 1e-6);
        }

        Assert.True(dx.PaddingIsZero());
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_largest_has_the_gradient(bool isPadded) => SweptImage.ForEach(isPadded, random =>
    {
        int channels = SweptImage.Channels, stride = SweptImage.Stride, pixels = SweptImage.Pixels;
        using Block x = Images.Values(Samples, pixels, channels, stride, random), y = Images.Results(Samples, 1, channels, stride);

        // Few values, so that there are several largest.
        for (int i = 0; i < x.Values.Length; i++)
            x.Values[i] = MathF.Round(2 * x.Values[i]) / 2;
        GlobalPoolingKernels.Max<SweptImage>(x.Start, y.Start, Samples);
        Images.AssertFinite(y);
        for (int s = 0; s < Samples; s++)
        {
            for (int c = 0; c < channels; c++)
                Assert.Equal(Enumerable.Range(s * pixels, pixels).Max(i => x[i, c]), y[s, c]);
        }

        if (!isPadded)
            return;
        using Block dy = Images.Gradients(Samples, 1, channels, random), dx = Images.Results(Samples, pixels, channels, stride);
        GlobalPoolingKernels.MaxBackward<SweptImage, LeakyReLU>(dy.Start, y.Start, x.Start, dx.Start, Samples);
        for (int s = 0; s < Samples; s++)
        {
            for (int c = 0; c < channels; c++)
            {
                int chosen = Enumerable.Range(s * pixels, pixels).MaxBy(i => x[i, c]);
                for (int i = s * pixels; i < (s + 1) * pixels; i++)
                    Assert.Equal(i == chosen ? dy[s, c] * Images.Slope(x[i, c]) : 0, dx[i, c], 1e-6);
            }
        }

        Assert.True(dx.PaddingIsZero());
    });
}
