using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Group normalisation against its definition in double precision.</summary>
[Collection("shapes")]
public unsafe class GroupNormalizationKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Passes_equal_the_definition(bool isPadded)
    {
        foreach (int pixels in (int[])[1, 2, 3, 7, 30])
        {
            foreach (int channels in Images.ChannelCounts)
            {
                foreach (int groups in Enumerable.Range(1, channels).Where(groups => channels % groups == 0))
                {
                    Swept.Set(pixels, channels, groups, isPadded);
                    SimdWidths.ForEach(new Check());
                }
            }
        }
    }

    // A network that has diverged must say so, and one with a single number a group has nothing to say.
    [Fact]
    public void What_is_no_number_stays_so_and_a_group_of_one_number_is_0()
    {
        Swept.Set(1, 16, 16, isPadded: true);
        using Block x = new(1, 16, 16, new Random(1)), beta = new(1, 16, 16), gamma = new(1, 16, 16), statistics = new(2, 16, 16), y = new(1, 16, 16);
        gamma.Values.Fill(1);
        x.Values[3] = float.NaN;
        GroupNormalizationKernels.Forward<Swept, Linear>(x.Start, gamma.Start, beta.Start, statistics.Start, y.Start, 1);
        for (int c = 0; c < 16; c++)
            Assert.Equal(c == 3 ? float.NaN : 0, y[0, c]);
    }

    private sealed class Check : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            int pixels = Swept.Pixels, channels = Swept.Channels, stride = Swept.Stride, each = channels / Swept.Groups;
            var random = new Random(channels + Swept.Groups);
            using Block x = Images.Values(Samples, pixels, channels, Swept.InputStride, random), dz = Images.Gradients(Samples, pixels, channels, random);
            using Block gamma = new(1, channels, stride, random), beta = new(1, channels, stride, random);
            using Block statistics = Images.Results(Samples, 2, channels, stride), sums = Images.Results(Samples, 5, channels, stride);
            using Block y = Images.Results(Samples, pixels, channels, stride), dx = Images.Results(Samples, pixels, channels, stride);
            GroupNormalizationKernels.Normalize<TV, Swept, LeakyReLU>(x.Start, gamma.Start, beta.Start, statistics.Start, y.Start, Samples);
            GroupNormalizationKernels.Measure<TV, Swept>(dz.Start, x.Start, gamma.Start, statistics.Start, sums.Start, Samples);
            Images.AssertFinite(y);
            Assert.True(statistics.PaddingIsZero() && sums.PaddingIsZero());
            if (Swept.InputStride == stride)
            {
                GroupNormalizationKernels.PassBack<TV, Swept, LeakyReLU>(dz.Start, x.Start, statistics.Start, sums.Start, dx.Start, Samples);
                Assert.True(dx.PaddingIsZero());
            }

            var dGamma = new double[channels];
            var dBeta = new double[channels];
            for (int sample = 0; sample < Samples; sample++)
            {
                for (int group = 0; group < Swept.Groups; group++)
                {
                    (int Row, int Channel)[] places =
                        [.. Enumerable.Range(0, pixels * each).Select(i => ((sample * pixels) + (i / each), (group * each) + (i % each)))];
                    double mean = places.Average(at => (double)x[at.Row, at.Channel]);
                    double inverse = 1 / Math.Sqrt(places.Average(at => Math.Pow(x[at.Row, at.Channel] - mean, 2)) + Swept.Epsilon);
                    double straight = places.Average(at => (double)G(at)), along = places.Average(at => G(at) * Normalized(at));
                    foreach ((int row, int c) in places)
                    {
                        double normalized = Normalized((row, c));
                        double result = (normalized * (Swept.UsesScale ? gamma[0, c] : 1)) + (Swept.UsesCenter ? beta[0, c] : 0);
                        Assert.Equal(result * Images.Slope((float)result), y[row, c], 5e-5);
                        if (Swept.InputStride == stride)
                            Assert.Equal(inverse * (G((row, c)) - straight - (normalized * along)) * Images.Slope(x[row, c]), dx[row, c], 2e-4);
                        dGamma[c] += dz[row, c] * normalized;
                        dBeta[c] += dz[row, c];
                    }

                    float G((int Row, int Channel) at) => dz[at.Row, at.Channel] * (Swept.UsesScale ? gamma[0, at.Channel] : 1);

                    double Normalized((int Row, int Channel) at) => (x[at.Row, at.Channel] - mean) * inverse;
                }
            }

            var scale = new AlignedBuffer(stride);
            var center = new AlignedBuffer(stride);
            for (int part = 0; part < 3; part++)
            {
                GroupNormalizationKernels.UpdateScale<Swept>(sums.Start, Sinks.Keeping(scale), 0, Samples, part, 3);
                GroupNormalizationKernels.UpdateCenter<Swept>(sums.Start, Sinks.Keeping(center), 0, Samples, part, 3);
            }

            for (int c = 0; c < stride; c++)
            {
                Assert.Equal(c < channels ? dGamma[c] : 0, scale.Span[c], 5e-4);
                Assert.Equal(c < channels ? dBeta[c] : 0, center.Span[c], 5e-5);
            }
        }
    }

    /// <summary>Sizes that change, which constants do not: one compiled kernel serves a whole sweep.</summary>
    private readonly struct Swept : IGroupNormalizationShape
    {
        public static int Pixels { get; private set; }

        public static int Channels { get; private set; }

        public static int Groups { get; private set; }

        public static int InputStride { get; private set; }

        public static int Stride => Images.Padded(Channels);

        public static bool UsesScale { get; private set; }

        public static bool UsesCenter { get; private set; }

        public static float Epsilon => 0.01f;

        public static void Set(int pixels, int channels, int groups, bool isPadded)
        {
            (Pixels, Channels, Groups, InputStride) = (pixels, channels, groups, isPadded ? Images.Padded(channels) : channels);
            (UsesScale, UsesCenter) = ((pixels + channels) % 3 != 0, (pixels + channels) % 4 != 1 || groups == 16);
        }
    }
}
