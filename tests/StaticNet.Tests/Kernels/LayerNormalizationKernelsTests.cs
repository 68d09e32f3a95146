using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Layer normalisation against its definition in double precision.</summary>
[Collection("shapes")]
public unsafe class LayerNormalizationKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Passes_equal_the_definition(bool isPadded) => SweptNormalization.ForEach(isPadded, random =>
    {
        int pixels = SweptNormalization.Pixels, channels = SweptNormalization.Channels, stride = SweptNormalization.Stride, n = Samples * pixels;
        int kept = Images.Padded(2 * pixels);
        using Block x = Images.Values(Samples, pixels, channels, SweptNormalization.InputStride, random);
        using Block dz = Images.Gradients(Samples, pixels, channels, random), statistics = new(Samples, 2 * pixels, kept);
        using Block gamma = new(1, channels, stride, random), beta = new(1, channels, stride, random);
        using Block y = Images.Results(Samples, pixels, channels, stride), inferred = Images.Results(Samples, pixels, channels, stride);
        using Block dx = Images.Results(Samples, pixels, channels, stride);
        LayerNormalizationKernels.Forward<SweptNormalization, LeakyReLU>(x.Start, gamma.Start, beta.Start, statistics.Start, y.Start, Samples);
        LayerNormalizationKernels.Forward<SweptNormalization, LeakyReLU>(x.Start, gamma.Start, beta.Start, inferred.Start, Samples);
        Images.AssertSameBits(y, inferred);
        Images.AssertFinite(y);
        Assert.True(statistics.PaddingIsZero());
        if (isPadded)
        {
            LayerNormalizationKernels.Backward<SweptNormalization, LeakyReLU>(dz.Start, x.Start, gamma.Start, statistics.Start, dx.Start, Samples);
            Assert.True(dx.PaddingIsZero());
            using Block alone = Images.Results(Samples, pixels, channels, stride);
            for (int s = 0; s < Samples; s++)
            {
                LayerNormalizationKernels.Backward<SweptNormalization, LeakyReLU>(
                    dz.At(s, pixels, stride), x.At(s, pixels, stride), gamma.Start, statistics.Start + (s * kept), alone.At(s, pixels, stride), 1);
            }

            Images.AssertSameBits(dx, alone);
        }

        var dGamma = new double[channels];
        var dBeta = new double[channels];
        for (int i = 0; i < n; i++)
        {
            double mean = Enumerable.Range(0, channels).Average(c => (double)x[i, c]);
            double variance = Enumerable.Range(0, channels).Average(c => (x[i, c] - mean) * (x[i, c] - mean));
            double inverse = 1 / Math.Sqrt(variance + SweptNormalization.Epsilon);
            double common = Enumerable.Range(0, channels).Average(Gradient);
            double inner = Enumerable.Range(0, channels).Average(c => Gradient(c) * Normal(c));
            for (int c = 0; c < channels; c++)
            {
                double normalized = (Scale(c) * Normal(c)) + (SweptNormalization.UsesCenter ? beta[0, c] : 0);
                Assert.Equal(normalized > 0 ? normalized : 0.2 * normalized, y[i, c], 2e-5);
                if (isPadded)
                    Assert.Equal(inverse * (Gradient(c) - common - (Normal(c) * inner)) * Images.Slope(x[i, c]), dx[i, c], 1e-4);
                dGamma[c] += dz[i, c] * Normal(c);
                dBeta[c] += dz[i, c];
            }

            double Normal(int c) => (x[i, c] - mean) * inverse;
            double Gradient(int c) => dz[i, c] * Scale(c);
        }

        var gradients = new AlignedBuffer(2 * stride);
        for (int part = 0; part < 3; part++)
        {
            GradientSink sink = Sinks.Keeping(gradients);
            LayerNormalizationKernels.UpdateScale<SweptNormalization>(dz.Start, x.Start, statistics.Start, sink, 0, Samples, part, 3);
            LayerNormalizationKernels.UpdateCenter<SweptNormalization>(dz.Start, sink, stride, Samples, part, 3);
        }

        for (int c = 0; c < stride; c++)
        {
            Assert.Equal(c < channels ? dGamma[c] : 0, gradients.Span[c], 1e-4);
            Assert.Equal(c < channels ? dBeta[c] : 0, gradients.Span[stride + c], 1e-4);
        }

        double Scale(int c) => SweptNormalization.UsesScale ? gamma[0, c] : 1;
    });
}
