using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Every order of axes against its scalar twin.</summary>
[Collection("shapes")]
public unsafe class PermuteKernelsTests
{
    private const int Samples = 2;
    private static int[] _sizes = [1, 1, 1];
    private static int[] _order = [0, 1, 2];
    private static bool _isPadded;

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void Axes_change_places_and_gradients_go_back(int first, int second, int third)
    {
        int[] sizes = [1, 3, 4, 16, 17, 33];
        foreach (int height in sizes)
        {
            foreach (int width in sizes)
            {
                foreach (int channels in sizes)
                {
                    foreach (bool isPadded in (bool[])[false, true])
                    {
                        (_sizes, _order, _isPadded) = ([height, width, channels], [first, second, third], isPadded);
                        Check(new Random(height + width + channels));
                    }
                }
            }
        }
    }

    private static void Check(Random random)
    {
        int pixels = _sizes[0] * _sizes[1], results = SweptShape.Result(0) * SweptShape.Result(1), channels = SweptShape.Result(2);
        using Block x = Images.Values(Samples, pixels, _sizes[2], SweptShape.Stride, random);
        using Block y = Images.Results(Samples, results, channels, SweptShape.ResultStride);
        using Block dy = Images.Gradients(Samples, results, channels, random), dx = Images.Results(Samples, pixels, _sizes[2], SweptShape.Stride);
        PermuteKernels.Forward<SweptShape>(x.Start, y.Start, Samples);
        if (_isPadded)
            PermuteKernels.Backward<SweptShape, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);

        var index = new int[3];
        for (int s = 0; s < Samples; s++)
        {
            for (int i = 0; i < results; i++)
            {
                for (int c = 0; c < channels; c++)
                {
                    (index[_order[0]], index[_order[1]], index[_order[2]]) = (i / SweptShape.Result(1), i % SweptShape.Result(1), c);
                    int pixel = (s * pixels) + (index[0] * _sizes[1]) + index[1], result = (s * results) + i;
                    if (x[pixel, index[2]] != y[result, c])
                        Assert.Fail($"{_sizes[0]}x{_sizes[1]}x{_sizes[2]}, padded: {_isPadded}, result {i}, {c}");
                    if (_isPadded && Math.Abs((dy[result, c] * Images.Slope(x[pixel, index[2]])) - dx[pixel, index[2]]) > 1e-6)
                        Assert.Fail($"{_sizes[0]}x{_sizes[1]}x{_sizes[2]}, gradient of {i}, {c}");
                }
            }
        }

        Images.AssertFinite(y);
        if (_isPadded)
            Assert.True(dx.PaddingIsZero());
    }

    private readonly struct SweptShape : IPermutationShape
    {
        public static int Height => _sizes[0];

        public static int Width => _sizes[1];

        public static int Channels => _sizes[2];

        public static int Stride => _isPadded ? Images.Padded(_sizes[2]) : _sizes[2];

        public static int First => _order[0];

        public static int Second => _order[1];

        public static int Third => _order[2];

        public static int ResultStride => _isPadded ? Images.Padded(Result(2)) : Result(2);

        public static int Result(int axis) => _sizes[_order[axis]];
    }
}
