using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Every dense kernel against its scalar twin, over sizes around every tile edge.</summary>
[Collection("shapes")]
public unsafe class DenseKernelsTests
{
    // As if shared out among three threads.
    private const int Parts = 3;

    private static readonly int[] _inputs = [1, 2, 3, 7, 15, 16, 17, 31, 33, 40];
    private static int _inputSize;
    private static int _units;

    public static TheoryData<int> UnitCounts => [.. Enumerable.Range(1, 40), 47, 48, 49, 64, 65];

    [Theory]
    [MemberData(nameof(UnitCounts))]
    public void Kernels_equal_their_scalar_twins(int units)
    {
        foreach (int inputs in _inputs)
        {
            for (int rows = 1; rows <= 40; rows++)
                Check(inputs, units, rows);
        }
    }

    // Sums of a single vector of columns are made of four where they are long.
    [Theory]
    [InlineData(255, 10)]
    [InlineData(256, 16)]
    [InlineData(259, 3)]
    [InlineData(1600, 10)]
    [InlineData(1603, 40)]
    [InlineData(513, 17)]
    [InlineData(2048, 64)]
    [InlineData(1025, 129)]
    public void Long_sums_are_right_and_have_the_same_bits_in_any_company(int inputs, int units)
    {
        (_inputSize, _units) = (inputs, units);
        const int Rows = 27;
        int stride = SweptShape.UnitStride;
        var random = new Random(inputs);
        using var x = new Block(Rows, inputs, SweptShape.InputStride, random);
        using var kernel = new Block(inputs, units, stride, random);
        using Block panels = Panels.Of(kernel, inputs, units);
        using var bias = new Block(1, units, stride, random);
        using Block alone = Images.Results(1, Rows, units, stride), together = Images.Results(1, Rows, units, stride);
        for (int row = 0; row < Rows; row++)
        {
            DenseKernels.Forward<SweptShape, LeakyReLU>(
                x.Start + (row * SweptShape.InputStride), panels.Start, bias.Start, alone.Start + (row * stride), 1);
        }

        for (int rows = 1; rows <= Rows; rows++)
        {
            DenseKernels.Forward<SweptShape, LeakyReLU>(x.Start, panels.Start, bias.Start, together.Start, rows);
            Assert.Equal(alone.Values[..(rows * stride)], together.Values[..(rows * stride)]);
        }

        for (int row = 0; row < Rows; row++)
        {
            for (int u = 0; u < units; u++)
            {
                double sum = bias[0, u];
                for (int i = 0; i < inputs; i++)
                    sum += (double)x[row, i] * kernel[i, u];
                Assert.Equal(sum > 0 ? sum : 0.2 * sum, alone[row, u], 1e-4);
            }
        }
    }

    // More of the kernel, and more rows of the batch, than are taken at a time; rows that are apart by whole pages.
    [Theory]
    [InlineData(40, 700, 300)]
    [InlineData(17, 5, 129)]
    [InlineData(33, 16, 1)]
    [InlineData(97, 33, 2)]
    [InlineData(193, 145, 130)]
    [InlineData(300, 129, 5)]
    [InlineData(100, 1024, 131)]
    [InlineData(1024, 130, 257)]
    [InlineData(1024, 1024, 3)]
    [InlineData(95, 2048, 4)]
    [InlineData(2048, 16, 2)]
    public void Rows_by_the_hundred_give_the_same_gradient(int inputs, int units, int rows)
    {
        (_inputSize, _units) = (inputs, units);
        var random = new Random(1);
        using Block x = new(rows, inputs, SweptShape.InputStride, random), dz = new(rows, units, SweptShape.UnitStride, random);
        var gradients = new AlignedBuffer(inputs * SweptShape.UnitStride);
        for (int part = 0; part < Parts; part++)
            DenseKernels.UpdateKernel<SweptShape>(x.Start, dz.Start, Sinks.Keeping(gradients), 0, rows, part, Parts);
        for (int i = 0; i < inputs; i++)
        {
            for (int u = 0; u < SweptShape.UnitStride; u++)
            {
                double sum = u < units ? Enumerable.Range(0, rows).Sum(row => (double)x[row, i] * dz[row, u]) : 0;
                Assert.Equal(sum, gradients.Span[Panels.Place(i, u, inputs)], 1e-4);
            }
        }
    }

    // More steps and more rows than a block of a product has; kernels and inputs beyond which memory is fetched ahead.
    [Theory]
    [InlineData(17, 513, 97)]
    [InlineData(48, 1025, 12)]
    [InlineData(130, 2049, 1)]
    [InlineData(1, 512, 193)]
    public void Gradients_of_inputs_are_right_over_several_blocks_and_have_the_same_bits_in_any_company(int inputs, int units, int rows)
    {
        (_inputSize, _units) = (inputs, units);
        (int inputStride, int stride) = (SweptShape.InputStride, SweptShape.UnitStride);
        var random = new Random(units);
        using Block x = new(rows, inputs, inputStride, random), dz = new(rows, units, stride, random), kernel = new(inputs, units, stride, random);
        using Block panels = Panels.Of(kernel, inputs, units), transposed = new(inputStride / 16 * units, 16, 16);
        using Block together = Images.Results(1, rows, inputs, inputStride), alone = Images.Results(1, rows, inputs, inputStride);
        for (int part = 0; part < Parts; part++)
            DenseKernels.Transpose<SweptShape>(panels.Start, transposed.Start, part, Parts);
        DenseKernels.BackwardInput<SweptShape, LeakyReLU>(dz.Start, transposed.Start, x.Start, together.Start, rows);
        for (int row = 0; row < rows; row++)
        {
            int at = row * inputStride;
            DenseKernels.BackwardInput<SweptShape, LeakyReLU>(dz.Start + (row * stride), transposed.Start, x.Start + at, alone.Start + at, 1);
            for (int i = 0; i < inputs; i++)
            {
                double sum = 0;
                for (int u = 0; u < units; u++)
                    sum += (double)dz[row, u] * kernel[i, u];
                Assert.Equal(sum * (x[row, i] > 0 ? 1 : 0.2), together[row, i], 1e-4);
            }
        }

        Assert.Equal(alone.Values[..(rows * inputStride)], together.Values[..(rows * inputStride)]);
        Assert.True(together.PaddingIsZero());
    }

    private static void Check(int inputs, int units, int rows)
    {
        (_inputSize, _units) = (inputs, units);
        int inputStride = SweptShape.InputStride, stride = SweptShape.UnitStride;
        var random = new Random((inputs * 1_000_000) + (units * 1000) + rows);
        using var x = new Block(rows, inputs, inputStride, random);
        int kernelStride = units == 1 ? 1 : stride, kernelFloats = ((inputs * kernelStride) + 15) & ~15;
        using var kernel = new Block(inputs, units, kernelStride, random, kernelFloats);
        using Block? panels = units == 1 ? null : Panels.Of(kernel, inputs, units);
        float* weights = (panels ?? kernel).Start;
        using var bias = new Block(1, units, stride, random);
        using var dz = new Block(rows, units, stride, random);
        using Block y = Images.Results(1, rows, units, stride), yWithoutBias = Images.Results(1, rows, units, stride);
        using Block dKernel = new(inputs, units, kernelStride, null, kernelFloats);
        using Block dBias = new(1, units, stride), transposed = new(inputStride / 16 * units, 16, 16), dx = Images.Results(1, rows, inputs, inputStride);

        DenseKernels.Forward<SweptShape, LeakyReLU>(x.Start, weights, bias.Start, y.Start, rows);
        DenseKernels.Forward<SweptShape, Tanh>(x.Start, weights, yWithoutBias.Start, rows);
        var gradients = new AlignedBuffer(kernelFloats + stride);
        for (int part = 0; part < Parts; part++)
        {
            DenseKernels.UpdateKernel<SweptShape>(x.Start, dz.Start, Sinks.Keeping(gradients), 0, rows, part, Parts);
            DenseKernels.UpdateBias<SweptShape>(dz.Start, Sinks.Keeping(gradients), kernelFloats, rows, part, Parts);
            if (units > 1)
                DenseKernels.Transpose<SweptShape>(weights, transposed.Start, part, Parts);
        }

        if (units == 1) gradients.Span[..kernelFloats].CopyTo(dKernel.Values);
        else Panels.Unpack(gradients.Span, dKernel, inputs, stride);
        gradients.Span[kernelFloats..].CopyTo(dBias.Values);
        DenseKernels.BackwardInput<SweptShape, LeakyReLU>(dz.Start, units > 1 ? transposed.Start : kernel.Start, x.Start, dx.Start, rows);

        for (int u = 0; u < units; u++)
        {
            double sumOfGradients = 0;
            for (int r = 0; r < rows; r++)
            {
                double sum = 0;
                for (int i = 0; i < inputs; i++)
                    sum += (double)x[r, i] * kernel[i, u];
                double biased = sum + bias[0, u];
                Assert.Equal(biased > 0 ? biased : 0.2 * biased, y[r, u], 1e-5);
                Assert.Equal(Math.Tanh(sum), yWithoutBias[r, u], 1e-5);
                sumOfGradients += dz[r, u];
            }

            Assert.Equal(sumOfGradients, dBias[0, u], 1e-5);
            for (int i = 0; i < inputs; i++)
            {
                double sum = 0;
                for (int r = 0; r < rows; r++)
                    sum += (double)x[r, i] * dz[r, u];
                Assert.Equal(sum, dKernel[i, u], 1e-5);
            }
        }

        for (int r = 0; r < rows; r++)
        {
            for (int i = 0; i < inputs; i++)
            {
                double sum = 0;
                for (int u = 0; u < units; u++)
                    sum += (double)dz[r, u] * kernel[i, u];
                Assert.Equal(sum * (x[r, i] > 0 ? 1 : 0.2), dx[r, i], 1e-5);
            }
        }

        // Padding of gradients stays 0, so that it can never reach a weight.
        Assert.True(dKernel.PaddingIsZero() && dBias.PaddingIsZero() && dx.PaddingIsZero());
    }

    /// <summary>A shape whose sizes change, which constants do not: one compiled kernel serves the whole sweep.</summary>
    private readonly struct SweptShape : IDenseShape
    {
        public static int Inputs => _inputSize;

        public static int InputStride => (_inputSize + 15) & ~15;

        public static int Units => _units;

        public static int UnitStride => (_units + 15) & ~15;
    }
}
