using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Putting two values together and taking gradients apart, against the definition.</summary>
[Collection("shapes")]
public unsafe class MergeKernelsTests
{
    private const int Samples = 3;

    private static int _units;
    private static int _rows;
    private static MergeMode _mode;

    [Theory]
    [InlineData(MergeMode.Concat)]
    [InlineData(MergeMode.Sum)]
    [InlineData(MergeMode.Mul)]
    [InlineData(MergeMode.Ave)]
    public void Both_ways_equal_the_definition(MergeMode mode)
    {
        foreach (int units in new[] { 1, 3, 8, 15, 16, 17, 24, 31, 32, 33, 40, 48 })
        {
            foreach (int rows in new[] { 1, 2, 7 })
            {
                (_units, _rows, _mode) = (units, rows, mode);
                SimdWidths.ForEach(new Check());
            }
        }
    }

    private sealed class Check : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            var random = new Random(_units + _rows);
            int all = Samples * _rows, stride = Images.Padded(_units), width = SweptMerge.Width, bytes = Images.Padded(_rows);
            using Block first = Images.Values(1, all, _units, stride, random), second = Images.Values(1, all, _units, stride, random);
            using Block dy = new(all, width, SweptMerge.OutputStride, random), y = Images.Results(1, all, width, SweptMerge.OutputStride);
            using Block dFirst = Images.Results(1, all, _units, stride), dSecond = Images.Results(1, all, _units, stride);
            foreach (bool isMasked in new[] { false, true })
            {
                var mask = new byte[Samples * bytes];
                for (int i = 0; i < mask.Length; i++)
                    mask[i] = (byte)(isMasked && random.Next(2) == 0 ? 0 : 1);
                fixed (byte* counts = mask)
                {
                    MergeKernels.Merge<TV, SweptMerge>(first.Start, second.Start, isMasked ? counts : null, y.Start, Samples);
                    MergeKernels.Split<TV, SweptMerge>(
                        dy.Start, first.Start, second.Start, isMasked ? counts : null, dFirst.Start, dSecond.Start, Samples);
                }

                Images.AssertFinite(y);
                Assert.True(dFirst.PaddingIsZero() && dSecond.PaddingIsZero());
                for (int row = 0; row < all; row++)
                {
                    float factor = mask[(row / _rows * bytes) + (row % _rows)];
                    for (int u = 0; u < _units; u++)
                    {
                        float one = first[row, u], other = second[row, u], gradient = dy[row, u] * factor;
                        (float expected, float byOne, float byOther) = _mode switch
                        {
                            MergeMode.Concat => (one, gradient, dy[row, _units + u] * factor),
                            MergeMode.Sum => (one + other, gradient, gradient),
                            MergeMode.Mul => (one * other, gradient * other, gradient * one),
                            _ => ((one + other) / 2, gradient / 2, gradient / 2),
                        };
                        Assert.Equal(expected * factor, y[row, u]);
                        if (_mode == MergeMode.Concat)
                            Assert.Equal(other * factor, y[row, _units + u]);
                        Assert.Equal(byOne, dFirst[row, u]);
                        Assert.Equal(byOther, dSecond[row, u]);
                    }
                }
            }
        }
    }

    private readonly struct SweptMerge : IMergeShape
    {
        public static int Rows => _rows;

        public static int Units => _units;

        public static int UnitStride => Images.Padded(_units);

        public static int OutputStride => Images.Padded(Width);

        public static int Width => _mode == MergeMode.Concat ? 2 * _units : _units;

        public static MergeMode MergeMode => _mode;
    }
}
