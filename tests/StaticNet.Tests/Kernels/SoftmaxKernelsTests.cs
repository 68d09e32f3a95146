using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Softmax rows against double precision, over widths around every vector edge.</summary>
[Collection("shapes")]
public unsafe class SoftmaxKernelsTests
{
    private static int _width;

    [Fact]
    public void Rows_and_their_gradients_equal_the_definition()
    {
        for (int width = 1; width <= 40; width++)
        {
            _width = width;
            var random = new Random(width);
            using Block x = new(3, width, SweptRow.Stride, random), dy = new(3, width, SweptRow.Stride, random);
            using Block y = Images.Results(1, 3, width, SweptRow.Stride), dense = Images.Results(1, 3, width, width), dx = Images.Results(1, 3, width, SweptRow.Stride);
            SoftmaxKernels.Forward<SweptRow>(x.Start, y.Start, SweptRow.Stride, 3);
            SoftmaxKernels.Forward<SweptRow>(x.Start, dense.Start, width, 3);
            SoftmaxKernels.Backward<SweptRow, LeakyReLU>(dy.Start, y.Start, x.Start, dx.Start, 3);
            for (int row = 0; row < 3; row++)
            {
                double total = Enumerable.Range(0, width).Sum(i => Math.Exp(x[row, i]));
                double dot = Enumerable.Range(0, width).Sum(i => Math.Exp(x[row, i]) / total * dy[row, i]);
                for (int i = 0; i < width; i++)
                {
                    double p = Math.Exp(x[row, i]) / total;
                    Assert.Equal(p, y[row, i], 1e-6);
                    Assert.Equal(p, dense[row, i], 1e-6);
                    Assert.Equal(p * (dy[row, i] - dot) * (x[row, i] > 0 ? 1 : 0.2), dx[row, i], 1e-6);
                }
            }

            Assert.True(dx.PaddingIsZero());
        }
    }

    private readonly struct SweptRow : IRowShape
    {
        public static int Width => _width;

        public static int Stride => (_width + 15) & ~15;
    }
}
