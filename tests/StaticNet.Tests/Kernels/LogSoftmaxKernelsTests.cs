using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Logarithms of softmax rows against double precision, over widths around every vector edge.</summary>
[Collection("shapes")]
public unsafe class LogSoftmaxKernelsTests
{
    private static int _width;
    private static bool _isPadded;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_and_their_gradients_equal_the_definition(bool isPadded)
    {
        for (int width = 1; width <= 49; width++)
        {
            (_width, _isPadded) = (width, isPadded);
            SimdWidths.ForEach(new Check(1));
            SimdWidths.ForEach(new Check(200));
        }
    }

    [Fact]
    public void What_is_no_number_makes_its_row_so()
    {
        (_width, _isPadded) = (33, true);
        using Block x = new(2, 33, 48, new Random(1)), y = Images.Results(1, 2, 33, 48);
        x.Values[20] = float.NaN;
        LogSoftmaxKernels.Forward<SweptRow>(x.Start, y.Start, 2);
        for (int i = 0; i < 33; i++)
            Assert.True(float.IsNaN(y[0, i]) && float.IsFinite(y[1, i]));
    }

    private sealed class Check(float size) : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            const int Rows = 3;
            int width = _width, stride = SweptRow.Stride;
            var random = new Random(width);
            using Block x = Images.Values(1, Rows, width, stride, random), dy = new(Rows, width, stride, random);
            using Block y = Images.Results(1, Rows, width, stride), dx = Images.Results(1, Rows, width, stride);
            for (int i = 0; i < Rows * stride; i++)
                x.Values[i] *= size;
            LogSoftmaxKernels.Rows<TV, SweptRow>(x.Start, y.Start, Rows);
            Assert.True(y.PaddingIsZero());
            if (_isPadded)
            {
                LogSoftmaxKernels.RowsBack<TV, SweptRow, LeakyReLU>(dy.Start, y.Start, x.Start, dx.Start, Rows);
                Assert.True(dx.PaddingIsZero());
            }

            for (int row = 0; row < Rows; row++)
            {
                double largest = Enumerable.Range(0, width).Max(i => x[row, i]), sum = Enumerable.Range(0, width).Sum(i => (double)dy[row, i]);
                double total = largest + Math.Log(Enumerable.Range(0, width).Sum(i => Math.Exp(x[row, i] - largest)));
                for (int i = 0; i < width; i++)
                {
                    Assert.Equal(x[row, i] - total, y[row, i], 1e-6 * Math.Max(1, size));
                    if (_isPadded)
                        Assert.Equal((dy[row, i] - (Math.Exp(x[row, i] - total) * sum)) * Images.Slope(x[row, i]), dx[row, i], 3e-5);
                }
            }
        }
    }

    private readonly struct SweptRow : IRowShape
    {
        public static int Width => _width;

        public static int Stride => _isPadded ? Images.Padded(_width) : _width;
    }
}
