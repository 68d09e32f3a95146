using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Laying values together and taking gradients apart, against the definition.</summary>
[Collection("shapes")]
public unsafe class ConcatenationKernelsTests
{
    private const int Samples = 3;
    private const float Untouched = 77;

    private static PartSizes _sizes;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_ways_equal_the_definition_along_rows(bool isPadded)
    {
        for (int width = 1; width <= 49; width++)
        {
            foreach (int other in new[] { 1, 5, 16, 17 })
            {
                // Between two and at either end of them.
                foreach (int[] widths in new int[][] { [width, other], [other, width], [other, width, 2] })
                    SimdWidths.ForEach(new Check(1, [4, 4, 4], widths, true, isPadded));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_ways_equal_the_definition_along_other_axes(bool isPadded)
    {
        for (int width = 1; width <= 49; width++)
        {
            foreach (int blocks in new[] { 1, 3 })
                SimdWidths.ForEach(new Check(blocks, [2, 1, 4], [width, width, width], false, isPadded));
        }
    }

    // Parts, each of some rows a block, side by side or one below the other.
    private sealed class Check(int blocks, int[] rows, int[] widths, bool isAlongRow, bool isPadded) : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            var random = new Random(widths[0]);
            int width = isAlongRow ? widths.Sum() : widths[0], height = isAlongRow ? rows[0] : rows.Sum(), stride = isPadded ? Images.Padded(width) : width;
            int all = Samples * blocks * height;
            using Block y = Images.Results(1, all, width, stride), dy = new(all, width, stride, random);
            int at = 0;
            for (int i = 0; i < widths.Length; i++)
            {
                // Every other part has no gradient.
                bool hasGradient = isPadded && i % 2 == 0;
                int partStride = hasGradient ? Images.Padded(widths[i]) : widths[i], partRows = Samples * blocks * rows[i];
                _sizes = new(
                    blocks, rows[i], widths[i], partStride, height, isAlongRow ? 0 : at, isAlongRow ? at : 0, stride, !isAlongRow || i == widths.Length - 1);
                using Block part = Images.Values(1, partRows, widths[i], partStride, random), target = Images.Results(1, partRows, widths[i], partStride);
                ConcatenationKernels.CopyIn<TV, SweptPart>(part.Start, y.Start, Samples);
                for (int row = 0; row < partRows; row++)
                {
                    for (int u = 0; u < widths[i]; u++)
                        Equal(part[row, u], y[RowOf(row), _sizes.ColumnAt + u]);
                }

                if (hasGradient)
                {
                    ConcatenationKernels.CopyOut<TV, SweptPart, LeakyReLU>(dy.Start, part.Start, target.Start, Samples);
                    Assert.True(target.PaddingIsZero());
                    for (int row = 0; row < partRows; row++)
                    {
                        for (int u = 0; u < widths[i]; u++)
                            Equal(dy[RowOf(row), _sizes.ColumnAt + u] * (part[row, u] > 0 ? 1 : 0.2f), target[row, u]);
                    }
                }
                else
                {
                    target.Values.Clear();
                }

                at += isAlongRow ? widths[i] : rows[i];
            }

            Images.AssertFinite(y);
            Assert.True(y.PaddingIsZero());
        }

        private static int RowOf(int row) => (row / _sizes.Rows * _sizes.ResultRows) + _sizes.RowAt + (row % _sizes.Rows);

        private static void Equal(float expected, float actual)
        {
            if (expected != actual)
                Assert.Fail($"{_sizes}: {actual:R} instead of {expected:R}.");
        }
    }

    // What lies beside a part is another's.
    [Fact]
    public void A_part_touches_nothing_but_its_place()
    {
        foreach (bool endsRows in new[] { false, true })
        {
            _sizes = new(2, 2, 5, 16, 5, 1, 3, 16, endsRows);
            SimdWidths.ForEach(new CheckOfPlace());
        }
    }

    private sealed class CheckOfPlace : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            using Block part = Images.Values(1, 4, 5, 16, new Random(1)), y = new(10, 16, 16);
            y.Values.Fill(Untouched);
            ConcatenationKernels.CopyIn<TV, SweptPart>(part.Start, y.Start, 1);
            for (int row = 0; row < 10; row++)
            {
                bool isOthers = row % 5 is < 1 or > 2;
                for (int u = 0; u < 16; u++)
                {
                    float expected = isOthers || u < 3 ? Untouched : u < 8 ? part[(row / 5 * 2) + (row % 5) - 1, u - 3] : _sizes.EndsRows ? 0 : Untouched;
                    Assert.Equal(expected, y[row, u]);
                }
            }
        }
    }

    private readonly record struct PartSizes(
        int Blocks, int Rows, int Width, int Stride, int ResultRows, int RowAt, int ColumnAt, int ResultStride, bool EndsRows);

    private readonly struct SweptPart : IConcatenationShape
    {
        public static int Blocks => _sizes.Blocks;

        public static int Rows => _sizes.Rows;

        public static int Width => _sizes.Width;

        public static int Stride => _sizes.Stride;

        public static int ResultRows => _sizes.ResultRows;

        public static int RowAt => _sizes.RowAt;

        public static int ColumnAt => _sizes.ColumnAt;

        public static int ResultStride => _sizes.ResultStride;

        public static bool EndsRows => _sizes.EndsRows;
    }
}
