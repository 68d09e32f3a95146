using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>PReLU against its definition in double precision, whatever axes share their alphas.</summary>
[Collection("shapes")]
public unsafe class PReLUKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Passes_equal_the_definition(bool isPadded)
    {
        int[][] axes = [[1, 1, 1], [1, 1, 7], [2, 3, 4], [5, 1, 2]];
        foreach (int[] lengths in axes)
        {
            foreach (int channels in Images.ChannelCounts)
            {
                for (int shared = 0; shared < 16; shared++)
                {
                    Swept.Set(lengths, channels, isPadded, shared);
                    Check(isPadded, new Random(channels + shared));
                }
            }
        }
    }

    // More alphas than a block of gradients takes.
    [Fact]
    public void Many_alphas_are_taken_in_blocks()
    {
        Swept.Set([7, 50, 3], 17, isPadded: true, shared: 0);
        Assert.True(Swept.AlphaFloats > 3 * PReLUSizes.Block(long.MaxValue));
        Check(isPadded: true, new Random(1));
    }

    [Fact]
    public void Zero_has_no_slope_and_no_gradient_is_denormal()
    {
        Swept.Set([1, 1, 1], 16, isPadded: true, shared: 0);
        using Block x = new(1, 16, 16), dy = new(1, 16, 16), alpha = new(1, 16, 16), dx = new(1, 16, 16);
        alpha.Values.Fill(0.5f);
        dy.Values.Fill(1);
        PReLUKernels.Backward<Swept, Linear>(dy.Start, x.Start, alpha.Start, dx.Start, 1);
        Assert.All(dx.Values.ToArray(), value => Assert.Equal(0, value));
        x.Values.Fill(-1);
        alpha.Values.Fill(1e-20f);
        dy.Values.Fill(1e-20f);
        PReLUKernels.Backward<Swept, Linear>(dy.Start, x.Start, alpha.Start, dx.Start, 1);
        Assert.All(dx.Values.ToArray(), value => Assert.Equal(0, value));
    }

    private static void Check(bool isPadded, Random random)
    {
        int rows = Swept.Outer * Swept.Middle * Swept.Inner, channels = Swept.Channels, stride = Swept.Stride;
        int alphaRows = Swept.AlphaFloats / Swept.AlphaStride, alphaWidth = Swept.SharesChannels ? 1 : channels;
        using Block x = Images.Values(Samples, rows, channels, Swept.InputStride, random), dy = Images.Gradients(Samples, rows, channels, random);
        using Block alpha = new(alphaRows, alphaWidth, Swept.AlphaStride, random);
        using Block y = Images.Results(Samples, rows, channels, stride), dx = Images.Results(Samples, rows, channels, stride);
        PReLUKernels.Forward<Swept>(x.Start, alpha.Start, y.Start, Samples);
        Assert.True(y.PaddingIsZero());
        if (isPadded)
        {
            PReLUKernels.Backward<Swept, LeakyReLU>(dy.Start, x.Start, alpha.Start, dx.Start, Samples);
            Assert.True(dx.PaddingIsZero());
        }

        var sums = new double[alphaRows, Swept.AlphaStride];
        for (int i = 0; i < Samples * rows; i++)
        {
            int row = i % rows, inner = row % Swept.Inner, middle = row / Swept.Inner % Swept.Middle, outer = row / Swept.Inner / Swept.Middle;
            int at = (outer * Swept.OuterStep) + (middle * Swept.MiddleStep) + (inner * Swept.InnerStep);
            for (int c = 0; c < channels; c++)
            {
                int channel = Swept.SharesChannels ? 0 : c;
                double slope = x[i, c] > 0 ? 1 : alpha[at, channel];
                Assert.Equal(x[i, c] * slope, y[i, c], 1e-6);
                if (isPadded)
                    Assert.Equal(dy[i, c] * slope * Images.Slope(x[i, c]), dx[i, c], 1e-6);
                sums[at, channel] += dy[i, c] * Math.Min(x[i, c], 0);
            }
        }

        var gradients = new AlignedBuffer(Swept.AlphaFloats);
        gradients.Span.Fill(float.NaN);
        for (int part = 0; part < 3; part++)
            PReLUKernels.Update<Swept>(dy.Start, x.Start, Sinks.Keeping(gradients), 0, Samples, part, 3);
        for (int i = 0; i < Swept.AlphaFloats; i++)
            Assert.Equal(sums[i / Swept.AlphaStride, i % Swept.AlphaStride], gradients.Span[i], 1e-4);
    }

    /// <summary>Sizes that change, which constants do not: one compiled kernel serves a whole sweep.</summary>
    private readonly struct Swept : IPReLUShape
    {
        public static int Outer { get; private set; }

        public static int Middle { get; private set; }

        public static int Inner { get; private set; }

        public static int OuterStep { get; private set; }

        public static int MiddleStep { get; private set; }

        public static int InnerStep { get; private set; }

        public static int Channels { get; private set; }

        public static bool SharesChannels { get; private set; }

        public static int InputStride { get; private set; }

        public static int Stride => Images.Padded(Channels);

        public static int AlphaStride => SharesChannels ? 16 : Stride;

        public static int AlphaFloats { get; private set; }

        /// <summary>Each bit of <paramref name="shared"/> is an axis that shares its alphas, the last in the lowest.</summary>
        public static void Set(int[] lengths, int channels, bool isPadded, int shared)
        {
            (Outer, Middle, Inner, Channels) = (lengths[0], lengths[1], lengths[2], channels);
            SharesChannels = (shared & 1) != 0;
            InputStride = isPadded ? Stride : channels;
            int rows = 1;
            InnerStep = Step(2, Inner);
            MiddleStep = Step(4, Middle);
            OuterStep = Step(8, Outer);
            AlphaFloats = rows * AlphaStride;

            int Step(int bit, int length)
            {
                if ((shared & bit) != 0)
                    return 0;
                int step = rows;
                rows *= length;
                return step;
            }
        }
    }
}
