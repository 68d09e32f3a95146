using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Frames of zeros, put on and taken off, against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class PaddingKernelsTests
{
    private const int Samples = 3;

    private static readonly int[][] _sizes =
        [[1, 1, 0, 0, 0, 0], [1, 1, 1, 2, 3, 4], [3, 5, 0, 1, 0, 0], [4, 2, 2, 0, 1, 3], [1, 7, 0, 3, 0, 1]];

    private static int[] _size = _sizes[0];
    private static int _channels;
    private static bool _isPadded;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_frame_of_zeros_is_put_around_and_its_gradient_taken_off(bool isPadded) => ForEach(isPadded, random =>
    {
        using Block x = Images.Values(Samples, Inner, _channels, SweptFrame.Stride, random);
        using Block y = Images.Results(Samples, Outer, _channels, SweptFrame.Stride);
        PaddingKernels.ZeroPad<SweptFrame>(x.Start, y.Start, Samples);
        for (int i = 0; i < Samples * Outer; i++)
        {
            for (int c = 0; c < _channels; c++)
                Assert.Equal(Inside(i) is int pixel ? x[pixel, c] : 0, y[i, c]);
        }

        Images.AssertFinite(y);
        if (!isPadded)
            return;
        using Block dy = Images.Gradients(Samples, Outer, _channels, random), dx = Images.Results(Samples, Inner, _channels, SweptFrame.Stride);
        PaddingKernels.ZeroPadBackward<SweptFrame, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        for (int i = 0; i < Samples * Outer; i++)
        {
            for (int c = 0; c < _channels && Inside(i) is int pixel; c++)
                Assert.Equal(dy[i, c] * Images.Slope(x[pixel, c]), dx[pixel, c], 1e-6);
        }

        Assert.True(dx.PaddingIsZero());
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_frame_is_taken_off_and_its_gradient_is_zero(bool isPadded) => ForEach(isPadded, random =>
    {
        using Block x = Images.Values(Samples, Outer, _channels, SweptFrame.Stride, random);
        using Block y = Images.Results(Samples, Inner, _channels, SweptFrame.Stride);
        PaddingKernels.Crop<SweptFrame>(x.Start, y.Start, Samples);
        for (int i = 0; i < Samples * Outer; i++)
        {
            for (int c = 0; c < _channels && Inside(i) is int pixel; c++)
                Assert.Equal(x[i, c], y[pixel, c]);
        }

        Images.AssertFinite(y);
        if (!isPadded)
            return;
        using Block dy = Images.Gradients(Samples, Inner, _channels, random), dx = Images.Results(Samples, Outer, _channels, SweptFrame.Stride);
        PaddingKernels.CropBackward<SweptFrame, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        for (int i = 0; i < Samples * Outer; i++)
        {
            for (int c = 0; c < _channels; c++)
                Assert.Equal(Inside(i) is int pixel ? dy[pixel, c] * Images.Slope(x[i, c]) : 0, dx[i, c], 1e-6);
        }

        Assert.True(dx.PaddingIsZero());
        PaddingKernels.CropBackward<SweptFrame, Linear>(dy.Start, x.Start, dx.Start, Samples);
        for (int i = 0; i < Samples * Outer; i++)
            Assert.Equal(Inside(i) is int pixel ? dy[pixel, 0] : 0, dx[i, 0]);
        Assert.True(dx.PaddingIsZero());
    });

    private static int Inner => SweptFrame.Height * SweptFrame.Width;

    private static int OuterWidth => SweptFrame.Left + SweptFrame.Width + SweptFrame.Right;

    private static int Outer => (SweptFrame.Top + SweptFrame.Height + SweptFrame.Bottom) * OuterWidth;

    private static void ForEach(bool isPadded, Action<Random> check)
    {
        foreach (int[] size in _sizes)
        {
            foreach (int channels in Images.ChannelCounts)
            {
                (_size, _channels, _isPadded) = (size, channels, isPadded);
                check(new Random(channels));
            }
        }
    }

    // The pixel of the inner images that lies at a pixel of the outer ones.
    private static int? Inside(int outer)
    {
        int h = (outer % Outer / OuterWidth) - SweptFrame.Top, w = (outer % OuterWidth) - SweptFrame.Left;
        bool isInside = h >= 0 && h < SweptFrame.Height && w >= 0 && w < SweptFrame.Width;
        return isInside ? (outer / Outer * Inner) + (h * SweptFrame.Width) + w : null;
    }

    private readonly struct SweptFrame : IFrameShape
    {
        public static int Height => _size[0];

        public static int Width => _size[1];

        public static int Channels => _channels;

        public static int Stride => _isPadded ? Images.Padded(_channels) : _channels;

        public static int Top => _size[2];

        public static int Left => _size[3];

        public static int Bottom => _size[4];

        public static int Right => _size[5];
    }
}
