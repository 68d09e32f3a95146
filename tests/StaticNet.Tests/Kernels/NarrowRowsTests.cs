using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Rows so narrow that a vector holds several: each has the bits that it has alone, whatever stands in the others.</summary>
[Collection("shapes")]
public unsafe class NarrowRowsTests
{
    private const int Most = 35;
    private static int _width;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Rows_together_have_the_bits_of_rows_alone(int width)
    {
        _width = width;
        for (int rows = 1; rows <= Most; rows++)
        {
            var random = new Random((width * 100) + rows);
            using Block x = new(rows, width, SweptRow.Stride, random);
            Spoil(x, random);
            using Block y = Images.Results(1, rows, width, SweptRow.Stride), dense = Images.Results(1, rows, width, width), alone = Images.Results(1, 1, width, SweptRow.Stride);
            SoftmaxKernels.Forward<SweptRow>(x.Start, y.Start, SweptRow.Stride, rows);
            SoftmaxKernels.Forward<SweptRow>(x.Start, dense.Start, width, rows);
            for (int row = 0; row < rows; row++)
            {
                SoftmaxKernels.Forward<SweptRow>(x.Start + (row * SweptRow.Stride), alone.Start, SweptRow.Stride, 1);
                for (int i = 0; i < width; i++)
                {
                    AssertSameBits(alone[0, i], y[row, i]);
                    AssertSameBits(alone[0, i], dense[row, i]);
                }

                AssertPaddingIsZero(y, row);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Losses_together_have_the_bits_of_losses_alone(int width)
    {
        _width = width;
        for (int rows = 1; rows <= Most; rows++)
        {
            var random = new Random((width * 200) + rows);
            using Block z = new(rows, width, SweptRow.Stride, random);
            Spoil(z, random);
            using Block dz = Images.Results(1, rows, width, SweptRow.Stride), alone = Images.Results(1, 1, width, SweptRow.Stride);
            var losses = new SampleLoss[rows];
            int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(width))];
            fixed (SampleLoss* loss = losses)
            fixed (int* label = labels)
            {
                CrossentropyKernels.SoftmaxSparse<SweptRow>(z.Start, label, dz.Start, loss, rows, rows);
                for (int row = 0; row < rows; row++)
                {
                    SampleLoss own;
                    CrossentropyKernels.SoftmaxSparse<SweptRow>(z.Start + (row * SweptRow.Stride), label + row, alone.Start, &own, 1, rows);
                    Assert.Equal((own.Loss, own.Correct, own.Weight), (losses[row].Loss, losses[row].Correct, losses[row].Weight));
                    for (int i = 0; i < width; i++)
                        AssertSameBits(alone[0, i], dz[row, i]);
                    AssertPaddingIsZero(dz, row);
                }
            }
        }
    }

    // A row in five has a number that no sum should meet.
    private static void Spoil(Block block, Random random)
    {
        float[] values = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, 200, -200, 0];
        for (int row = 0; row < block.Values.Length / SweptRow.Stride; row++)
        {
            if (random.Next(5) == 0)
                block.Values[(row * SweptRow.Stride) + random.Next(_width)] = values[random.Next(values.Length)];
        }
    }

    private static void AssertPaddingIsZero(Block block, int row)
    {
        for (int i = _width; i < SweptRow.Stride && !float.IsNaN(block[row, 0]); i++)
            Assert.Equal(0, block[row, i]);
    }

    private static void AssertSameBits(float expected, float actual)
        => Assert.True(BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual) || (float.IsNaN(expected) && float.IsNaN(actual)), $"{actual:R} instead of {expected:R}");

    private readonly struct SweptRow : IRowShape
    {
        public static int Width => _width;

        public static int Stride => (_width + 15) & ~15;
    }
}
