using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Rows and columns of length 1 against the definition in double precision.</summary>
[Collection("shapes")]
public unsafe class UnitNormalizationKernelsTests
{
    private const int Samples = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_ways_equal_the_definition(bool alongRows)
    {
        foreach (int rows in (int[])[1, 2, 5, 17])
        {
            for (int width = 1; width <= 49; width++)
            {
                for (int kind = 0; kind < 3; kind++)
                {
                    Swept.Set(rows, width, kind == 0 ? width : Images.Padded(width), kind == 1 ? width : Images.Padded(width), alongRows);
                    SimdWidths.ForEach(new Check());
                }
            }
        }
    }

    // Keras divides by nothing below 1e-7, and where it does not divide by the length it has no gradient through it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_has_no_length_stays_0_and_what_is_tiny_becomes_no_longer_than_1(bool alongRows)
    {
        Swept.Set(1, 16, 16, 16, alongRows);
        using Block x = new(1, 16, 16), factors = new(1, 16, 16), y = Images.Results(1, 1, 16, 16), dy = new(1, 16, 16, new Random(1)), dx = Images.Results(1, 1, 16, 16);
        x.Values[2] = 1e-9f;
        UnitNormalizationKernels.Forward<Swept>(x.Start, factors.Start, y.Start, 1);
        UnitNormalizationKernels.Backward<Swept, Linear>(dy.Start, y.Start, x.Start, factors.Start, dx.Start, 1);
        for (int i = 0; i < 16; i++)
        {
            Assert.Equal(i == 2 ? 1e-2 : 0, y[0, i], 1e-8);
            Assert.Equal(dy[0, i] * 1e7, dx[0, i], 1.0);
        }
    }

    private sealed class Check : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            (int rows, int width, int stride) = (Swept.Rows, Swept.Width, Swept.Stride);
            var random = new Random(width);
            using Block x = Images.Values(Samples, rows, width, Swept.InputStride, random), dy = new(Samples * rows, width, stride, random);
            int saved = UnitNormalizationSizes.Saved(rows, width, Swept.AlongRows);
            using Block factors = new(Samples, Images.Padded(saved), Images.Padded(saved)), y = Images.Results(Samples, rows, width, stride), dx = Images.Results(Samples, rows, width, stride);
            UnitNormalizationKernels.Scale<TV, Swept>(x.Start, factors.Start, y.Start, Samples);
            Assert.True(y.PaddingIsZero());
            bool hasGradient = Swept.InputStride == stride && stride % 16 == 0;
            if (hasGradient)
            {
                UnitNormalizationKernels.Back<TV, Swept, LeakyReLU>(dy.Start, y.Start, x.Start, factors.Start, dx.Start, Samples);
                Assert.True(dx.PaddingIsZero());
            }

            for (int sample = 0; sample < Samples; sample++)
            {
                for (int vector = 0; vector < saved; vector++)
                {
                    (int Row, int Column)[] places =
                        [.. Enumerable.Range(0, Swept.AlongRows ? width : rows).Select(i => Swept.AlongRows ? ((sample * rows) + vector, i) : ((sample * rows) + i, vector))];
                    double length = Math.Sqrt(places.Sum(at => Math.Pow(x[at.Row, at.Column], 2)));
                    double along = places.Sum(at => dy[at.Row, at.Column] * x[at.Row, at.Column] / length);
                    foreach ((int row, int column) in places)
                    {
                        double unit = x[row, column] / length;
                        Assert.Equal(unit, y[row, column], 1e-6);
                        if (hasGradient)
                            Assert.Equal((dy[row, column] - (unit * along)) / length * Images.Slope(x[row, column]), dx[row, column], 1e-5 * Math.Max(1, 1 / length));
                    }
                }
            }
        }
    }

    /// <summary>Sizes that change, which constants do not: one compiled kernel serves a whole sweep.</summary>
    private readonly struct Swept : IUnitNormalizationShape
    {
        public static int Rows { get; private set; }

        public static int Width { get; private set; }

        public static int InputStride { get; private set; }

        public static int Stride { get; private set; }

        public static bool AlongRows { get; private set; }

        public static void Set(int rows, int width, int inputStride, int stride, bool alongRows)
            => (Rows, Width, InputStride, Stride, AlongRows) = (rows, width, inputStride, stride, alongRows);
    }
}
