using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Spatial dropout, forward and backward.</summary>
[Collection("shapes")]
public unsafe class SpatialDropoutKernelsTests
{
    private const int Samples = 4;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whole_channels_fall_and_their_gradients_with_them(bool isPadded)
    {
        int fallen = 0, all = 0;
        SweptImage.ForEach(isPadded, random =>
        {
            int channels = SweptImage.Channels, stride = SweptImage.Stride, pixels = SweptImage.Pixels;
            using Block x = Images.Values(Samples, pixels, channels, stride, random), y = Images.Results(Samples, pixels, channels, stride);
            using Block dy = Images.Gradients(Samples, pixels, channels, random), dx = Images.Results(Samples, pixels, channels, stride);
            SpatialDropoutKernels.Forward<SweptImage>(x.Start, y.Start, 0.25f, 7, 0, Samples);
            Images.AssertFinite(y);
            if (isPadded)
            {
                SpatialDropoutKernels.Backward<SweptImage, LeakyReLU>(dy.Start, x.Start, dx.Start, 0.25f, 7, 0, Samples);
                Assert.True(dx.PaddingIsZero());
            }

            for (int i = 0; i < Samples * pixels; i++)
            {
                for (int c = 0; c < channels; c++)
                {
                    bool falls = y[i / pixels * pixels, c] == 0;
                    Assert.Equal(falls ? 0 : x[i, c] / 0.75f, y[i, c], 1e-5f);
                    if (isPadded)
                        Assert.Equal(falls ? 0 : dy[i, c] / 0.75 * Images.Slope(x[i, c]), dx[i, c], 1e-5);
                    (fallen, all) = (fallen + (falls ? 1 : 0), all + 1);
                }
            }

            // A sample's numbers follow from its index in the batch alone.
            using Block alone = Images.Results(Samples, pixels, channels, stride);
            for (int s = 0; s < Samples; s++)
                SpatialDropoutKernels.Forward<SweptImage>(x.At(s, pixels, stride), alone.At(s, pixels, stride), 0.25f, 7, s, 1);
            Images.AssertSameBits(y, alone);
        });
        Assert.InRange(fallen / (double)all, 0.2, 0.3);
    }
}
