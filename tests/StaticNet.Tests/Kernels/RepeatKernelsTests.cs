using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Channels that are repeated, and the sums of their gradients, against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class RepeatKernelsTests
{
    private const int Samples = 3;
    private static int _channels;
    private static int _times;
    private static bool _isPadded;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Channels_are_repeated_and_their_gradients_added_up(bool isPadded)
    {
        foreach (int channels in Images.ChannelCounts)
        {
            foreach (int times in (int[])[1, 2, 3, 4, 7])
            {
                (_channels, _times, _isPadded) = (channels, times, isPadded);
                Check(new Random(channels));
            }
        }
    }

    private static void Check(Random random)
    {
        int pixels = SweptRepeat.Pixels, width = _channels * _times;
        using Block x = Images.Values(Samples, pixels, _channels, SweptRepeat.Stride, random), y = Images.Results(Samples, pixels, width, SweptRepeat.ResultStride);
        RepeatKernels.Forward<SweptRepeat>(x.Start, y.Start, Samples);
        for (int i = 0; i < Samples * pixels; i++)
        {
            for (int c = 0; c < width; c++)
                Assert.Equal(x[i, c / _times], y[i, c]);
        }

        Assert.True(y.PaddingIsZero());
        if (!_isPadded)
            return;
        using Block dy = Images.Gradients(Samples, pixels, width, random), dx = Images.Results(Samples, pixels, _channels, SweptRepeat.Stride);
        RepeatKernels.Backward<SweptRepeat, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        for (int i = 0; i < Samples * pixels; i++)
        {
            for (int c = 0; c < _channels; c++)
            {
                double sum = Enumerable.Range(c * _times, _times).Sum(repeated => (double)dy[i, repeated]);
                Assert.Equal(sum * Images.Slope(x[i, c]), dx[i, c], 1e-5);
            }
        }

        Assert.True(dx.PaddingIsZero());
    }

    private readonly struct SweptRepeat : IRepeatShape
    {
        public static int Pixels => 5;

        public static int Channels => _channels;

        public static int Stride => _isPadded ? Images.Padded(_channels) : _channels;

        public static int Times => _times;

        public static int ResultStride => Images.Padded(_channels * _times);
    }
}
