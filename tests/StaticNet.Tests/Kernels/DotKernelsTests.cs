using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Products of two values however they lie in memory, against the definition in double precision.</summary>
[Collection("shapes")]
public unsafe class DotKernelsTests
{
    private const int Samples = 2;

    [Fact]
    public void Both_ways_equal_the_definition()
    {
        int[] sizes = [1, 2, 3, 5, 16, 17, 33];
        foreach (int rows in sizes)
        {
            foreach (int columns in sizes)
            {
                foreach (int length in sizes)
                {
                    // Along rows or columns of either, each with or without padding.
                    for (int kind = 0; kind < 16; kind++)
                    {
                        Swept.Set(rows, columns, length, kind);
                        SimdWidths.ForEach(new Check());
                    }
                }
            }
        }
    }

    [Fact]
    public void A_gradient_that_fades_becomes_0()
    {
        Swept.Set(1, 1, 16, 3);
        using Block dy = new(1, 1, 16), first = new(1, 16, 16), second = new(1, 16, 16), scratch = new(1, 512, 512), dFirst = Images.Results(1, 1, 16, 16);
        dy.Values[0] = 1e-20f;
        second.Values.Fill(1e-15f);
        DotKernels.BackwardFirst<Swept, LeakyReLU>(dy.Start, first.Start, second.Start, scratch.Start, dFirst.Start, 1);
        Assert.All(dFirst.Values.ToArray(), value => Assert.Equal(0, value));
    }

    private sealed class Check : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            int rows = Swept.Rows, columns = Swept.Columns, length = Swept.Length, stride = Swept.Stride;
            (int firstRows, int firstWidth) = Swept.FirstAlongRows ? (rows, length) : (length, rows);
            (int secondRows, int secondWidth) = Swept.SecondAlongRows ? (columns, length) : (length, columns);
            var random = new Random(rows + columns + length);
            using Block first = Images.Values(Samples, firstRows, firstWidth, Swept.FirstStride, random);
            using Block second = Images.Values(Samples, secondRows, secondWidth, Swept.SecondStride, random);
            int room = (int)DotSizes.Scratch(rows, columns, length);
            using Block scratch = new(1, room, room, random), y = Images.Results(Samples, rows, columns, stride);
            using Block dy = new(Samples * rows, columns, stride, random);
            using Block dFirst = Images.Results(Samples, firstRows, firstWidth, Swept.FirstStride), dSecond = Images.Results(Samples, secondRows, secondWidth, Swept.SecondStride);
            DotKernels.Multiply<TV, Swept>(first.Start, second.Start, scratch.Start, y.Start, Samples);
            Assert.True(y.PaddingIsZero());
            bool firstHas = Swept.FirstStride % 16 == 0 && stride % 16 == 0, secondHas = Swept.SecondStride % 16 == 0 && stride % 16 == 0;
            if (firstHas)
            {
                DotKernels.BackFirst<TV, Swept, LeakyReLU>(dy.Start, first.Start, second.Start, scratch.Start, dFirst.Start, Samples);
                Assert.True(dFirst.PaddingIsZero());
            }

            if (secondHas)
            {
                DotKernels.BackSecond<TV, Swept, LeakyReLU>(dy.Start, first.Start, second.Start, scratch.Start, dSecond.Start, Samples);
                Assert.True(dSecond.PaddingIsZero());
            }

            for (int sample = 0; sample < Samples; sample++)
            {
                for (int i = 0; i < rows; i++)
                {
                    for (int j = 0; j < columns; j++)
                        Equal(Sum(length, k => A(i, k) * B(j, k)), y[(sample * rows) + i, j]);
                    for (int k = 0; k < length && firstHas; k++)
                        Equal(Sum(columns, j => Gradient(i, j) * B(j, k)) * Images.Slope(A(i, k)), At(dFirst, firstRows, Swept.FirstAlongRows, i, k));
                }

                for (int j = 0; j < columns && secondHas; j++)
                {
                    for (int k = 0; k < length; k++)
                        Equal(Sum(rows, i => Gradient(i, j) * A(i, k)) * Images.Slope(B(j, k)), At(dSecond, secondRows, Swept.SecondAlongRows, j, k));
                }

                float A(int i, int k) => At(first, firstRows, Swept.FirstAlongRows, i, k);

                float B(int j, int k) => At(second, secondRows, Swept.SecondAlongRows, j, k);

                float Gradient(int i, int j) => dy[(sample * rows) + i, j];

                float At(Block block, int blockRows, bool alongRows, int other, int k)
                    => alongRows ? block[(sample * blockRows) + other, k] : block[(sample * blockRows) + k, other];
            }
        }

        private static double Sum(int count, Func<int, double> of)
        {
            double sum = 0;
            for (int i = 0; i < count; i++)
                sum += of(i);
            return sum;
        }

        private static void Equal(double expected, float actual)
        {
            if (!(Math.Abs(expected - actual) <= 1e-5))
                Assert.Fail($"({Swept.Rows}, {Swept.Length}) and ({Swept.Columns}, {Swept.Length}), first along {Along(Swept.FirstAlongRows)}, second along {Along(Swept.SecondAlongRows)}: {actual} instead of {expected}.");

            static string Along(bool rows) => rows ? "rows" : "columns";
        }
    }

    /// <summary>Sizes that change, which constants do not: one compiled kernel serves a whole sweep.</summary>
    private readonly struct Swept : IDotShape
    {
        public static int Rows { get; private set; }

        public static int Columns { get; private set; }

        public static int Length { get; private set; }

        public static bool FirstAlongRows { get; private set; }

        public static bool SecondAlongRows { get; private set; }

        public static int FirstStride { get; private set; }

        public static int SecondStride { get; private set; }

        public static int Stride { get; private set; }

        /// <summary>A value without padding has no gradient; where neither has any, the result has no padding either.</summary>
        public static void Set(int rows, int columns, int length, int kind)
        {
            (Rows, Columns, Length, FirstAlongRows, SecondAlongRows) = (rows, columns, length, (kind & 1) != 0, (kind & 2) != 0);
            int firstWidth = FirstAlongRows ? length : rows, secondWidth = SecondAlongRows ? length : columns;
            FirstStride = (kind & 4) == 0 ? Images.Padded(firstWidth) : firstWidth;
            SecondStride = (kind & 8) == 0 ? Images.Padded(secondWidth) : secondWidth;
            Stride = (kind & 12) == 12 ? columns : Images.Padded(columns);
        }
    }
}
