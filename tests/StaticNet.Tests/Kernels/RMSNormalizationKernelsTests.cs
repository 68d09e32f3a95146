using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Root mean square normalisation against its definition in double precision.</summary>
[Collection("shapes")]
public unsafe class RMSNormalizationKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Passes_equal_the_definition(bool isPadded) => SweptNormalization.ForEach(isPadded, random =>
    {
        if (!SweptNormalization.UsesScale || SweptNormalization.UsesCenter)
            return;
        int pixels = SweptNormalization.Pixels, channels = SweptNormalization.Channels, stride = SweptNormalization.Stride, n = Samples * pixels;
        using Block x = Images.Values(Samples, pixels, channels, SweptNormalization.InputStride, random);
        using Block dz = Images.Gradients(Samples, pixels, channels, random), statistics = new(Samples, 2 * pixels, Images.Padded(2 * pixels));
        using Block scale = new(1, channels, stride, random);
        using Block y = Images.Results(Samples, pixels, channels, stride), inferred = Images.Results(Samples, pixels, channels, stride);
        using Block dx = Images.Results(Samples, pixels, channels, stride);
        RMSNormalizationKernels.Forward<SweptNormalization, LeakyReLU>(x.Start, scale.Start, statistics.Start, y.Start, Samples);
        RMSNormalizationKernels.Forward<SweptNormalization, LeakyReLU>(x.Start, scale.Start, inferred.Start, Samples);
        Images.AssertSameBits(y, inferred);
        Images.AssertFinite(y);
        Assert.True(statistics.PaddingIsZero());
        if (isPadded)
        {
            RMSNormalizationKernels.Backward<SweptNormalization, LeakyReLU>(dz.Start, x.Start, scale.Start, statistics.Start, dx.Start, Samples);
            Assert.True(dx.PaddingIsZero());
        }

        var dScale = new double[channels];
        for (int i = 0; i < n; i++)
        {
            double inverse = 1 / Math.Sqrt(Enumerable.Range(0, channels).Average(c => (double)x[i, c] * x[i, c]) + SweptNormalization.Epsilon);
            double inner = Enumerable.Range(0, channels).Average(c => dz[i, c] * scale[0, c] * x[i, c] * inverse);
            for (int c = 0; c < channels; c++)
            {
                double normalized = x[i, c] * inverse;
                Assert.Equal(normalized * scale[0, c] * Images.Slope((float)(normalized * scale[0, c])), y[i, c], 2e-5);
                if (isPadded)
                    Assert.Equal(inverse * ((dz[i, c] * scale[0, c]) - (normalized * inner)) * Images.Slope(x[i, c]), dx[i, c], 1e-4);
                dScale[c] += dz[i, c] * normalized;
            }
        }

        var gradients = new AlignedBuffer(stride);
        for (int part = 0; part < 3; part++)
            LayerNormalizationKernels.UpdateScale<SweptNormalization>(dz.Start, x.Start, statistics.Start, Sinks.Keeping(gradients), 0, Samples, part, 3);
        for (int c = 0; c < stride; c++)
            Assert.Equal(c < channels ? dScale[c] : 0, gradients.Span[c], 1e-4);
    });
}
