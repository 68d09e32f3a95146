using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Copies between rows of different widths against their scalar twin.</summary>
[Collection("shapes")]
public unsafe class RowsKernelsTests
{
    private const int Samples = 3;
    private static int _rows;
    private static int _width;
    private static int _resultWidth;
    private static bool _isPadded;
    private static bool _resultIsPadded;

    [Fact]
    public void Numbers_keep_their_order_and_gradients_go_back()
    {
        foreach (int rows in (int[])[1, 2, 3, 6, 10])
        {
            foreach (int width in (int[])[1, 3, 10, 16, 17, 32, 33, 48])
            {
                int[] widths = [.. Enumerable.Range(1, rows * width).Where(candidate => rows * width % candidate == 0)];
                foreach (int resultWidth in widths)
                {
                    foreach (int padded in Enumerable.Range(0, 4))
                    {
                        (_rows, _width, _resultWidth) = (rows, width, resultWidth);
                        (_isPadded, _resultIsPadded) = (padded % 2 == 1, padded / 2 == 1);
                        Check(new Random(rows * width));
                    }
                }
            }
        }
    }

    private static void Check(Random random)
    {
        using Block x = Images.Values(Samples, _rows, _width, SweptShape.Stride, random);
        using Block y = Images.Results(Samples, SweptShape.ResultRows, _resultWidth, SweptShape.ResultStride);
        RowsKernels.Copy<SweptShape>(x.Start, y.Start, Samples);
        for (int i = 0; i < Samples * _rows * _width; i++)
            Assert.Equal(x[i / _width, i % _width], y[i / _resultWidth, i % _resultWidth]);
        Assert.True(y.PaddingIsZero());
        if (!_isPadded || !_resultIsPadded)
            return;

        using Block dy = Images.Gradients(Samples, SweptShape.ResultRows, _resultWidth, random);
        using Block dx = Images.Results(Samples, _rows, _width, SweptShape.Stride);
        using Block linear = Images.Results(Samples, _rows, _width, SweptShape.Stride);
        RowsKernels.Backward<SweptShape, LeakyReLU>(dy.Start, x.Start, dx.Start, Samples);
        RowsKernels.Backward<SweptShape, Linear>(dy.Start, x.Start, linear.Start, Samples);
        for (int i = 0; i < Samples * _rows * _width; i++)
        {
            float gradient = dy[i / _resultWidth, i % _resultWidth];
            Assert.Equal(gradient, linear[i / _width, i % _width]);
            Assert.Equal(gradient * Images.Slope(x[i / _width, i % _width]), dx[i / _width, i % _width], 1e-6);
        }

        Assert.True(dx.PaddingIsZero() && linear.PaddingIsZero());
    }

    private readonly struct SweptShape : IReshapeShape
    {
        public static int Rows => _rows;

        public static int Width => _width;

        public static int Stride => _isPadded ? Images.Padded(_width) : _width;

        public static int ResultRows => _rows * _width / _resultWidth;

        public static int ResultWidth => _resultWidth;

        public static int ResultStride => _resultIsPadded ? Images.Padded(_resultWidth) : _resultWidth;
    }
}
