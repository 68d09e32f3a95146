using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Batch normalisation against its definition in double precision.</summary>
[Collection("shapes")]
public unsafe class BatchNormalizationKernelsTests
{
    private const int Samples = 5;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Passes_equal_the_definition(bool isPadded) => SweptNormalization.ForEach(isPadded, random =>
    {
        int pixels = SweptNormalization.Pixels, channels = SweptNormalization.Channels, stride = SweptNormalization.Stride, n = Samples * pixels;
        using Block x = Images.Values(Samples, pixels, channels, SweptNormalization.InputStride, random);
        using Block gamma = new(1, channels, stride, random), beta = new(1, channels, stride, random);
        using Block partials = Images.Results(Samples, 2, channels, stride), y = Images.Results(Samples, pixels, channels, stride);
        using Block statistics = Images.Results(1, 3, channels, stride), dz = Images.Gradients(Samples, pixels, channels, random);
        using Block sums = Images.Results(1, 5, channels, stride), dx = Images.Results(Samples, pixels, channels, stride);

        // Far from 0, where a careless variance would drown.
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < channels; c++)
                x.Values[(i * SweptNormalization.InputStride) + c] += 10 * c;
        }

        BatchNormalizationKernels.Measure<SweptNormalization>(x.Start, partials.Start, Samples);
        Assert.True(partials.PaddingIsZero());
        BatchNormalizationKernels.Reduce<SweptNormalization>(partials.Start, statistics.Start, Samples);
        Assert.True(statistics.PaddingIsZero());
        BatchNormalizationKernels.Normalize<SweptNormalization, LeakyReLU>(x.Start, gamma.Start, beta.Start, statistics.Start, y.Start, Samples);
        Images.AssertFinite(y);
        BatchNormalizationKernels.MeasureGradient<SweptNormalization>(dz.Start, x.Start, statistics.Start, partials.Start, Samples);
        BatchNormalizationKernels.ReduceGradient<SweptNormalization>(partials.Start, gamma.Start, statistics.Start, sums.Start, Samples);
        Assert.True(sums.PaddingIsZero());
        if (isPadded)
            BatchNormalizationKernels.Backward<SweptNormalization, LeakyReLU>(dz.Start, x.Start, statistics.Start, sums.Start, dx.Start, Samples);

        for (int c = 0; c < channels; c++)
        {
            double mean = Enumerable.Range(0, n).Average(i => (double)x[i, c]);
            double variance = Enumerable.Range(0, n).Average(i => (x[i, c] - mean) * (x[i, c] - mean));
            double inverse = 1 / Math.Sqrt(variance + SweptNormalization.Epsilon), scale = SweptNormalization.UsesScale ? gamma[0, c] : 1;
            double dBeta = Enumerable.Range(0, n).Sum(i => (double)dz[i, c]), dGamma = Enumerable.Range(0, n).Sum(i => dz[i, c] * Normal(i));
            Assert.Equal(mean, statistics[0, c], 1e-6 * (1 + mean));
            Assert.Equal(variance, statistics[1, c], 1e-5);
            Assert.Equal(inverse, statistics[2, c], 1e-4);
            Assert.Equal(dBeta, sums[0, c], 1e-4);
            Assert.Equal(dGamma, sums[1, c], 1e-3);
            for (int i = 0; i < n; i++)
            {
                double normalized = (scale * Normal(i)) + (SweptNormalization.UsesCenter ? beta[0, c] : 0);
                Assert.Equal(normalized > 0 ? normalized : 0.2 * normalized, y[i, c], 2e-4);
                double gradient = scale * inverse * (dz[i, c] - (dBeta / n) - (Normal(i) * dGamma / n));
                if (isPadded)
                    Assert.Equal(gradient * Images.Slope(x[i, c]), dx[i, c], 2e-3);
            }

            double Normal(int i) => (x[i, c] - mean) * inverse;
        }

        if (isPadded)
            Assert.True(dx.PaddingIsZero());
    });

    [Fact]
    public void Samples_taken_one_by_one_give_the_same_bits() => SweptNormalization.ForEach(isPadded: true, random =>
    {
        int pixels = SweptNormalization.Pixels, channels = SweptNormalization.Channels, stride = SweptNormalization.Stride;
        using Block x = Images.Values(Samples, pixels, channels, stride, random), dz = Images.Gradients(Samples, pixels, channels, random);
        using Block gamma = new(1, channels, stride, random), beta = new(1, channels, stride, random);
        using Block statistics = new(3, channels, stride), sums = new(5, channels, stride);
        Block[] whole = Fresh(), single = Fresh();
        Run(whole, 0, Samples);
        for (int s = 0; s < Samples; s++)
            Run(single, s, 1);
        for (int i = 0; i < whole.Length; i++)
        {
            Images.AssertSameBits(whole[i], single[i]);
            whole[i].Dispose();
            single[i].Dispose();
        }

        Block[] Fresh() => [.. ((int[])[2, pixels, 2, pixels]).Select(size => Images.Results(Samples, size, channels, stride))];

        void Run(Block[] results, int first, int rows)
        {
            float* input = x.At(first, pixels, stride), gradient = dz.At(first, pixels, stride);
            BatchNormalizationKernels.Measure<SweptNormalization>(input, results[0].At(first, 2, stride), rows);
            BatchNormalizationKernels.Reduce<SweptNormalization>(whole[0].Start, statistics.Start, Samples);
            BatchNormalizationKernels.Normalize<SweptNormalization, Tanh>(
                input, gamma.Start, beta.Start, statistics.Start, results[1].At(first, pixels, stride), rows);
            BatchNormalizationKernels.MeasureGradient<SweptNormalization>(
                gradient, input, statistics.Start, results[2].At(first, 2, stride), rows);
            BatchNormalizationKernels.ReduceGradient<SweptNormalization>(whole[2].Start, gamma.Start, statistics.Start, sums.Start, Samples);
            BatchNormalizationKernels.Backward<SweptNormalization, ReLU>(
                gradient, input, statistics.Start, sums.Start, results[3].At(first, pixels, stride), rows);
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Predictions_use_the_moving_averages(bool isPadded) => SweptNormalization.ForEach(isPadded, random =>
    {
        int pixels = SweptNormalization.Pixels, channels = SweptNormalization.Channels, stride = SweptNormalization.Stride;
        using Block x = Images.Values(Samples, pixels, channels, SweptNormalization.InputStride, random);
        using Block gamma = new(1, channels, stride, random), beta = new(1, channels, stride, random);
        using Block statistics = new(3, channels, stride, random), y = Images.Results(Samples, pixels, channels, stride);
        using Block mean = new(1, channels, stride, random), variance = new(1, channels, stride, random);
        using Block scale = Images.Results(1, 1, channels, stride), shift = Images.Results(1, 1, channels, stride);
        for (int c = 0; c < channels; c++)
        {
            variance.Values[c] = MathF.Abs(variance.Values[c]);
            statistics.Values[stride + c] = MathF.Abs(statistics.Values[stride + c]);
        }

        double[] means = [.. Enumerable.Range(0, channels).Select(c => (0.9 * mean[0, c]) + (0.1 * statistics[0, c]))];
        double[] variances = [.. Enumerable.Range(0, channels).Select(c => (0.9 * variance[0, c]) + (0.1 * statistics[1, c]))];
        MovingAverageKernels.Move<SweptNormalization>(statistics.Start, mean.Start, variance.Start, 0.9f);
        BatchNormalizationKernels.Fold<SweptNormalization>(gamma.Start, beta.Start, mean.Start, variance.Start, scale.Start, shift.Start);
        BatchNormalizationKernels.Forward<SweptNormalization, Sigmoid>(x.Start, scale.Start, shift.Start, y.Start, Samples);
        Images.AssertFinite(y);
        for (int c = 0; c < channels; c++)
        {
            Assert.Equal(means[c], mean[0, c], 1e-6);
            Assert.Equal(variances[c], variance[0, c], 1e-6);
            for (int i = 0; i < Samples * pixels; i++)
            {
                double normalized = (x[i, c] - means[c]) / Math.Sqrt(variances[c] + SweptNormalization.Epsilon);
                double sum = (normalized * (SweptNormalization.UsesScale ? gamma[0, c] : 1)) + (SweptNormalization.UsesCenter ? beta[0, c] : 0);
                Assert.Equal(1 / (1 + Math.Exp(-sum)), y[i, c], 1e-5);
            }
        }
    });

    [Fact]
    public void Moving_averages_become_zero_instead_of_denormal() => SweptNormalization.ForEach(isPadded: true, random =>
    {
        int channels = SweptNormalization.Channels, stride = SweptNormalization.Stride;
        using Block statistics = new(3, channels, stride), mean = new(1, channels, stride, random), variance = new(1, channels, stride, random);
        for (int step = 0; step < 200; step++)
            MovingAverageKernels.Move<SweptNormalization>(statistics.Start, mean.Start, variance.Start, 0.5f);
        Assert.All(mean.Values.ToArray(), value => Assert.Equal(0, value));
        Assert.All(variance.Values.ToArray(), value => Assert.Equal(0, value));
    });

    [Fact]
    public void The_sums_are_handed_on_part_by_part() => SweptNormalization.ForEach(isPadded: true, random =>
    {
        int channels = SweptNormalization.Channels, stride = SweptNormalization.Stride;
        using Block sums = new(2, channels, stride, random);
        var gradients = new AlignedBuffer(2 * stride);
        for (int part = 0; part < 3; part++)
        {
            BatchNormalizationKernels.UpdateScale<SweptNormalization>(sums.Start, Sinks.Keeping(gradients), 0, part, 3);
            BatchNormalizationKernels.UpdateCenter<SweptNormalization>(sums.Start, Sinks.Keeping(gradients), stride, part, 3);
        }

        Assert.Equal(sums.Values[stride..].ToArray(), gradients.Span[..stride].ToArray());
        Assert.Equal(sums.Values[..stride].ToArray(), gradients.Span[stride..].ToArray());
    });
}
