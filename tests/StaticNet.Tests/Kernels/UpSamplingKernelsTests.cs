using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Enlarged images against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class UpSamplingKernelsTests
{
    private const int Samples = 2;
    private static readonly int[][] _sizes = [[1, 1, 1, 1], [1, 1, 2, 3], [1, 1, 1, 7], [1, 5, 1, 2], [2, 3, 2, 2], [3, 2, 3, 1], [4, 3, 4, 5], [3, 3, 5, 4]];
    private static int[] _size = _sizes[0];
    private static int _channels;
    private static bool _isPadded;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Images_grow_and_their_gradients_shrink(bool isBilinear, bool isPadded)
    {
        foreach (int[] size in _sizes)
        {
            foreach (int channels in Images.ChannelCounts)
            {
                (_size, _channels, _isPadded) = (size, channels, isPadded);
                Check(isBilinear, new Random(channels));
            }
        }
    }

    [Fact]
    public void A_line_of_two_is_stretched_as_others_do()
    {
        // tf.image.resize and torch's interpolate without aligned corners.
        (_size, _channels, _isPadded) = ([1, 2, 1, 4], 1, false);
        using Block x = new(2, 1, 1), y = new(8, 1, 1);
        x.Values[0] = 1;
        x.Values[1] = 2;
        UpSamplingKernels.Bilinear<SweptShape>(x.Start, y.Start, 1);
        Assert.Equal([1, 1, 1.125f, 1.375f, 1.625f, 1.875f, 2, 2], y.Values[..8].ToArray());
    }

    private static void Check(bool isBilinear, Random random)
    {
        int inputs = SweptShape.Height * SweptShape.Width, outputs = inputs * SweptShape.FactorHeight * SweptShape.FactorWidth;
        using Block x = Images.Values(Samples, inputs, _channels, SweptShape.Stride, random);
        using Block y = Images.Results(Samples, outputs, _channels, SweptShape.Stride);
        using Block dy = Images.Gradients(Samples, outputs, _channels, random);
        using Block dx = Images.Results(Samples, inputs, _channels, SweptShape.Stride);
        if (isBilinear) UpSamplingKernels.Bilinear<SweptShape>(x.Start, y.Start, Samples);
        else UpSamplingKernels.Nearest<SweptShape>(x.Start, y.Start, Samples);
        Images.AssertFinite(y);

        var gradient = new double[Samples * inputs * _channels];
        for (int i = 0; i < Samples * outputs; i++)
        {
            for (int c = 0; c < _channels; c++)
            {
                double sum = 0;
                foreach ((int pixel, double weight) in Sources(i % outputs, isBilinear))
                {
                    int from = (i / outputs * inputs) + pixel;
                    sum += weight * x[from, c];
                    gradient[(from * _channels) + c] += _isPadded ? weight * dy[i, c] : 0;
                }

                Assert.Equal(sum, y[i, c], 1e-6);
            }
        }

        if (!_isPadded)
            return;
        if (isBilinear) UpSamplingKernels.BilinearBackward<SweptShape, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        else UpSamplingKernels.NearestBackward<SweptShape, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        for (int i = 0; i < Samples * inputs; i++)
        {
            for (int c = 0; c < _channels; c++)
                Assert.Equal(gradient[(i * _channels) + c] * Images.Slope(x[i, c]), dx[i, c], 1e-5);
        }

        Assert.True(dx.PaddingIsZero());
    }

    private static IEnumerable<(int Pixel, double Weight)> Sources(int output, bool isBilinear)
    {
        int width = SweptShape.Width * SweptShape.FactorWidth;
        foreach ((int h, double down) in Along(output / width, SweptShape.FactorHeight, SweptShape.Height, isBilinear))
        {
            foreach ((int w, double across) in Along(output % width, SweptShape.FactorWidth, SweptShape.Width, isBilinear))
                yield return ((h * SweptShape.Width) + w, down * across);
        }
    }

    private static IEnumerable<(int Place, double Weight)> Along(int output, int factor, int size, bool isBilinear)
    {
        if (!isBilinear)
            return [(output / factor, 1)];
        double place = Math.Max(0, ((output + 0.5) / factor) - 0.5);
        int first = (int)place;
        return [(first, 1 - (place - first)), (Math.Min(first + 1, size - 1), place - first)];
    }

    private readonly struct SweptShape : IUpSamplingShape
    {
        public static int Height => _size[0];

        public static int Width => _size[1];

        public static int Channels => _channels;

        public static int Stride => _isPadded ? Images.Padded(_channels) : _channels;

        public static int FactorHeight => _size[2];

        public static int FactorWidth => _size[3];
    }
}
