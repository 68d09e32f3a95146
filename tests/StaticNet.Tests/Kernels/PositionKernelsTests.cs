using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>What is added to the steps of sequences, learned or computed, against the definition.</summary>
[Collection("shapes")]
public unsafe class PositionKernelsTests
{
    private const int Samples = 3;

    [Fact]
    public void Both_ways_equal_the_definition()
    {
        foreach (int steps in (int[])[1, 2, 7])
        {
            for (int width = 1; width <= 49; width++)
            {
                for (int kind = 0; kind < 3; kind++)
                {
                    Swept.Set(steps, width, kind > 0 ? Images.Padded(width) : width, kind > 1 ? width : Images.Padded(width), steps + (width % 3));
                    SimdWidths.ForEach(new Check());
                }
            }
        }
    }

    // More rows than a block of gradients takes, and more than a sequence has.
    [Fact]
    public void A_large_table_is_taken_in_blocks()
    {
        Swept.Set(300, 40, 48, 48, 400);
        Assert.True(Swept.TableFloats > 4 * PositionSizes.Block(long.MaxValue));
        using Block dy = Images.Gradients(Samples, 300, 40, new Random(1));
        var gradients = new AlignedBuffer(Swept.TableFloats);
        gradients.Span.Fill(float.NaN);
        for (int part = 0; part < 3; part++)
            PositionKernels.Update<Swept>(dy.Start, Sinks.Keeping(gradients), 0, Samples, part, 3);
        for (int i = 0; i < Swept.TableFloats; i++)
            Assert.Equal(i < 300 * 48 ? dy.Values[i] + dy.Values[i + (300 * 48)] + dy.Values[i + (2 * 300 * 48)] : 0, gradients.Span[i]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(17)]
    public void Waves_are_sines_and_cosines_of_the_step(int width)
    {
        Swept.Set(50, width, width, width, 50);
        using Block x = new(2 * 50, width, width, new Random(1)), y = Images.Results(2, 50, width, width);
        AlignedBuffer waves = SinePositionKernels.Compute(50, width, 100);
        for (int step = 0; step < 50; step++)
        {
            for (int i = 0; i < width; i++)
            {
                double angle = step / Math.Pow(100, 2 * (i / 2) / (double)width);
                Assert.Equal(i % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle), waves.Span[(step * Images.Padded(width)) + i], 1e-6);
            }
        }

        // A type has one table, that of its sizes when it was first used.
        if (width == 6)
        {
            SinePositionKernels.Forward<Fixed>(x.Start, y.Start, 2);
            for (int row = 0; row < 100; row++)
            {
                for (int i = 0; i < width; i++)
                    Assert.Equal(x[row, i] + waves.Span[(row % 50 * 16) + i], y[row, i]);
            }
        }
    }

    private sealed class Check : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            int steps = Swept.Steps, width = Swept.Width, all = Samples * steps, tableRows = Swept.TableFloats / Images.Padded(width);
            var random = new Random(width);
            using Block x = Images.Values(Samples, steps, width, Swept.InputStride, random), table = new(tableRows, width, Images.Padded(width), random);
            using Block y = Images.Results(Samples, steps, width, Swept.Stride);
            PositionKernels.Add<TV, Swept>(x.Start, table.Start, y.Start, Samples, Swept.Steps);
            for (int row = 0; row < all; row++)
            {
                for (int i = 0; i < width; i++)
                    Assert.Equal(x[row, i] + table[row % steps, i], y[row, i]);
            }

            Assert.True(y.PaddingIsZero());
            if (Swept.Stride % 16 != 0)
                return;
            using Block dy = Images.Gradients(Samples, steps, width, random), sums = Images.Results(1, tableRows, width, Swept.Stride);
            PositionKernels.Sum<TV, Swept>(dy.Start, sums.Start, 0, Swept.TableFloats, Samples);
            for (int row = 0; row < tableRows; row++)
            {
                for (int i = 0; i < width; i++)
                    Assert.Equal(row < steps ? dy[row, i] + dy[row + steps, i] + dy[row + (2 * steps), i] : 0, sums[row, i]);
            }

            Assert.True(sums.PaddingIsZero());
        }
    }

    private readonly struct Fixed : ISinePositionShape
    {
        public static int Steps => 50;

        public static int Width => 6;

        public static int InputStride => 6;

        public static int Stride => 6;

        public static float MaxWavelength => 100;
    }

    /// <summary>Sizes that change, which constants do not: one compiled kernel serves a whole sweep.</summary>
    private readonly struct Swept : ILearnedPositionShape
    {
        public static int Steps { get; private set; }

        public static int Width { get; private set; }

        public static int InputStride { get; private set; }

        public static int Stride { get; private set; }

        public static int TableFloats { get; private set; }

        public static void Set(int steps, int width, int inputStride, int stride, int tableRows)
            => (Steps, Width, InputStride, Stride, TableFloats) = (steps, width, inputStride, stride, tableRows * Images.Padded(width));
    }
}
