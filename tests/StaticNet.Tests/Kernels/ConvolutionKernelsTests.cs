using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Convolutions of random geometry against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class ConvolutionKernelsTests
{
    // As if shared out among three threads.
    private const int Parts = 3;

    private static readonly int[] _depths = [1, 2, 3, 5, 15, 16, 17, 32, 33, 48, 64];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Kernels_equal_their_scalar_twins(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 25; i++)
        {
            SweptConvolution.Sizes = SweptSizes.Draw(random, Depth(random), Depth(random), isFirstLayer: false);
            Check(random);
            SweptConvolution.Sizes = SweptSizes.Draw(random, Depth(random), Depth(random), isFirstLayer: true);
            Check(random);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Causal_kernels_equal_their_scalar_twins(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 20; i++)
        {
            SweptConvolution.Sizes = SweptSizes.DrawCausal(random, Depth(random), Depth(random), isFirstLayer: i % 2 == 0);
            Check(random);
        }
    }

    // Images that do not stay in the cache: gradients of kernels are computed from some rows of pixels at a time.
    [Theory]
    [InlineData(3, 3, 1, 1)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(2, 3, 1, 2)]
    [InlineData(1, 1, 1, 1)]
    public void Kernels_of_large_images_equal_their_scalar_twins(int kernelHeight, int kernelWidth, int strideHeight, int dilationWidth)
    {
        SweptConvolution.Sizes = new SweptSizes
        {
            InputHeight = 21 * strideHeight,
            InputWidth = 34,
            Channels = 48,
            InputStride = 48,
            OutputHeight = 21,
            OutputWidth = 34,
            Filters = 63,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            StrideHeight = strideHeight,
            StrideWidth = 1,
            DilationHeight = 1,
            DilationWidth = dilationWidth,
            PaddingTop = kernelHeight / 2,
            PaddingLeft = kernelWidth / 2 * dilationWidth,
            Groups = 1,
            FilterBlock = 1,
            ChannelBlock = 1,
        };
        Assert.True(ConvolutionSizes.CachedRows(Geometry<SweptConvolution>.ImageFloats, Geometry<SweptConvolution>.OutputFloats, 21, 34) < 21);
        Check(new Random(kernelWidth));
    }

    private static void Check(Random random)
    {
        SweptSizes s = SweptConvolution.Sizes;
        int batch = random.Next(1, 5), area = s.KernelHeight * s.KernelWidth;
        using var x = new Block(batch * s.InputHeight * s.InputWidth, s.Channels, s.InputStride, random);
        using var kernel = new Block(area * s.Channels, s.Filters, s.OutputStride, random);
        using var bias = new Block(1, s.Filters, s.OutputStride, random);
        using var dz = new Block(batch * s.OutputHeight * s.OutputWidth, s.Filters, s.OutputStride, random);
        int outputs = s.OutputHeight * s.OutputWidth;
        using Block y = Images.Results(batch, outputs, s.Filters, s.OutputStride), smooth = Images.Results(batch, outputs, s.Filters, s.OutputStride);
        using Block dKernel = new(area * s.Channels, s.Filters, s.OutputStride), dBias = new(1, s.Filters, s.OutputStride);
        using Block flipped = new(area * s.Filters, s.Channels, s.InputStride), dx = Images.Results(batch, s.InputHeight * s.InputWidth, s.Channels, s.InputStride);
        using Block padded = new(batch * SweptConvolution.ImageHeight * SweptConvolution.ImageWidth, s.Channels, s.InputStride);
        using Block paddedGradient = new(Geometry<SweptConvolution>.GradientHeight * Geometry<SweptConvolution>.GradientWidth, s.Filters, s.OutputStride);

        // What was there before must not matter.
        padded.Values.Fill(float.NaN);
        paddedGradient.Values.Fill(float.NaN);
        float* image = x.Start;
        if (Geometry<SweptConvolution>.IsPadded)
            ConvolutionKernels.Pad<SweptConvolution>(x.Start, image = padded.Start, batch);
        ConvolutionKernels.Forward<SweptConvolution, LeakyReLU>(image, kernel.Start, bias.Start, y.Start, batch);
        ConvolutionKernels.Forward<SweptConvolution, Tanh>(image, kernel.Start, smooth.Start, batch);
        int kernelFloats = area * s.Channels * s.OutputStride, room = (int)ConvolutionSizes.Block(s.KernelHeight, s.KernelWidth, s.Channels, s.OutputStride);
        AlignedBuffer gradients = new(kernelFloats + s.OutputStride), roomOfParts = new(room * Parts);
        var sink = Sinks.Keeping(gradients, roomOfParts, room);
        for (int part = 0; part < Parts; part++)
        {
            ConvolutionKernels.UpdateKernel<SweptConvolution>(image, dz.Start, sink, 0, batch, part, Parts);
            ConvolutionKernels.UpdateBias<SweptConvolution>(dz.Start, sink, kernelFloats, batch, part, Parts);
        }

        gradients.Span[..kernelFloats].CopyTo(dKernel.Values);
        GC.KeepAlive(roomOfParts);
        gradients.Span[kernelFloats..].CopyTo(dBias.Values);

        double[] sums = new double[y.Values.Length], dKernels = new double[dKernel.Values.Length], dInputs = new double[x.Values.Length];
        foreach ((int output, int window, int input) in s.Meetings(batch))
        {
            for (int c = 0; c < s.Channels; c++)
            {
                for (int f = 0; f < s.Filters; f++)
                {
                    sums[(output * s.OutputStride) + f] += (double)x[input, c] * kernel[(window * s.Channels) + c, f];
                    dKernels[(((window * s.Channels) + c) * s.OutputStride) + f] += (double)x[input, c] * dz[output, f];
                    dInputs[(input * s.InputStride) + c] += (double)dz[output, f] * kernel[(window * s.Channels) + c, f];
                }
            }
        }

        for (int row = 0; row < batch * s.OutputHeight * s.OutputWidth; row++)
        {
            for (int f = 0; f < s.Filters; f++)
            {
                double sum = sums[(row * s.OutputStride) + f], biased = sum + bias[0, f];
                s.AssertNear(biased > 0 ? biased : 0.2 * biased, y[row, f]);
                s.AssertNear(Math.Tanh(sum), smooth[row, f]);
            }
        }

        for (int row = 0; row < area * s.Channels; row++)
        {
            for (int f = 0; f < s.Filters; f++)
                s.AssertNear(dKernels[(row * s.OutputStride) + f], dKernel[row, f]);
        }

        Assert.True(dKernel.PaddingIsZero() && dBias.PaddingIsZero());
        if (s.DilationWidth == 1 && s.DilationHeight == 1)
            CheckPooled(random, batch, x, image, kernel, bias, sums);
        if (s.InputStride % 16 != 0)
            return;
        for (int part = 0; part < Parts; part++)
            ConvolutionKernels.Flip<SweptConvolution>(kernel.Start, flipped.Start, part, Parts);
        ConvolutionKernels.BackwardInput<SweptConvolution, LeakyReLU>(dz.Start, paddedGradient.Start, flipped.Start, x.Start, dx.Start, batch);
        for (int row = 0; row < batch * s.InputHeight * s.InputWidth; row++)
        {
            for (int c = 0; c < s.Channels; c++)
                s.AssertNear(dInputs[(row * s.InputStride) + c] * (x[row, c] > 0 ? 1 : 0.2), dx[row, c]);
        }

        Assert.True(dx.PaddingIsZero());
        if (!IsMinimal(s))
            return;

        // The same results with fewer products.
        y.Values.Fill(float.NaN);
        smooth.Values.Fill(float.NaN);
        dx.Values.Fill(float.NaN);
        using Block transformed = new(16 * s.Channels, s.Filters, s.OutputStride), flippedTransformed = new(16 * s.Filters, s.Channels, s.InputStride);
        using Block scratch = new(16 * 48, Math.Max(s.InputStride, s.OutputStride) + 32, Math.Max(s.InputStride, s.OutputStride) + 32);
        scratch.Values.Fill(float.NaN);
        for (int part = 0; part < Parts; part++)
        {
            WinogradKernels.Transform<SweptConvolution>(kernel.Start, transformed.Start, part, Parts);
            WinogradKernels.TransformFlipped<SweptConvolution>(flipped.Start, flippedTransformed.Start, part, Parts);
        }

        WinogradKernels.Forward<SweptConvolution, LeakyReLU>(image, transformed.Start, bias.Start, scratch.Start, y.Start, batch);
        WinogradKernels.Forward<SweptConvolution, Tanh>(image, transformed.Start, scratch.Start, smooth.Start, batch);
        WinogradKernels.BackwardInput<SweptConvolution, LeakyReLU>(
            dz.Start, paddedGradient.Start, flippedTransformed.Start, scratch.Start, x.Start, dx.Start, batch);
        for (int row = 0; row < batch * s.OutputHeight * s.OutputWidth; row++)
        {
            for (int f = 0; f < s.Filters; f++)
            {
                double sum = sums[(row * s.OutputStride) + f], biased = sum + bias[0, f];
                s.AssertNear(biased > 0 ? biased : 0.2 * biased, y[row, f]);
                s.AssertNear(Math.Tanh(sum), smooth[row, f]);
            }
        }

        for (int row = 0; row < batch * s.InputHeight * s.InputWidth; row++)
        {
            for (int c = 0; c < s.Channels; c++)
                s.AssertNear(dInputs[(row * s.InputStride) + c] * (x[row, c] > 0 ? 1 : 0.2), dx[row, c]);
        }

        Assert.True(dx.PaddingIsZero());
    }

    /// <summary>The pooled convolution and its gradients, from the sums of the plain one.</summary>
    private static void CheckPooled(Random random, int batch, Block x, float* image, Block kernel, Block bias, double[] sums)
    {
        SweptSizes s = SweptConvolution.Sizes;
        int height = s.OutputHeight / 2, width = s.OutputWidth / 2, cells = batch * height * width, area = s.KernelHeight * s.KernelWidth;
        if (cells == 0)
            return;
        using Block y = Images.Results(1, cells, s.Filters, s.OutputStride), plain = Images.Results(1, cells, s.Filters, s.OutputStride), saved = Images.Results(1, cells, s.Filters, s.OutputStride);
        using var dz = new Block(cells, s.Filters, s.OutputStride, random);
        var memory = new AlignedBuffer(cells * s.OutputStride);
        byte* choices = (byte*)memory.Start;
        var gradient = new double[batch * s.OutputHeight * s.OutputWidth * s.OutputStride];
        PooledConvolutionKernels.Forward<SweptConvolution, LeakyReLU>(image, kernel.Start, bias.Start, y.Start, choices, batch);
        PooledConvolutionKernels.Forward<SweptConvolution, Tanh>(image, kernel.Start, plain.Start, batch);
        CheckForward();
        for (int i = 0; i < dz.Values.Length; i++)
            dz.Values[i] = random.Next(3) == 0 ? 0 : dz.Values[i];
        CheckGradients();
        GC.KeepAlive(memory);
        if (!IsMinimal(s))
            return;
        using Block transformed = new(16 * s.Channels, s.Filters, s.OutputStride), scratch = new(16 * 48, s.InputStride + 32, s.InputStride + 32);
        WinogradKernels.Transform<SweptConvolution>(kernel.Start, transformed.Start, 0, 1);
        y.Values.Clear();
        plain.Values.Clear();
        WinogradKernels.Pool<SweptConvolution, LeakyReLU>(image, transformed.Start, bias.Start, scratch.Start, y.Start, choices, batch);
        WinogradKernels.Pool<SweptConvolution, Tanh>(image, transformed.Start, scratch.Start, plain.Start, batch);
        CheckForward();
        GC.KeepAlive(memory);

        // Which of the four sums a choice stands for.
        int Sum(int cell, int choice)
        {
            int sample = cell / (height * width), p = (2 * (cell / width % height)) + (choice >> 1), q = (2 * (cell % width)) + (choice & 1);
            return ((((sample * s.OutputHeight) + p) * s.OutputWidth) + q) * s.OutputStride;
        }

        void CheckForward()
        {
            byte* chosen = choices;
            for (int cell = 0; cell < cells; cell++)
            {
                for (int f = 0; f < s.Filters; f++)
                {
                    double largest = Enumerable.Range(0, 4).Max(choice => sums[Sum(cell, choice) + f]), biased = largest + bias[0, f];
                    s.AssertNear(biased > 0 ? biased : 0.2 * biased, y[cell, f]);
                    s.AssertNear(Math.Tanh(largest), plain[cell, f]);
                    s.AssertNear(largest, (float)sums[Sum(cell, chosen[(cell * s.OutputStride) + f]) + f]);
                }
            }
        }

        void CheckGradients()
        {
            byte* chosen = choices;
            for (int cell = 0; cell < cells; cell++)
            {
                for (int f = 0; f < s.Filters; f++)
                    gradient[Sum(cell, chosen[(cell * s.OutputStride) + f]) + f] += dz[cell, f];
            }

            using Block dKernel = new(area * s.Channels, s.Filters, s.OutputStride), transposed = new(s.Filters, area * s.InputStride, area * s.InputStride);
            using Block dx = Images.Results(batch, s.InputHeight * s.InputWidth, s.Channels, s.InputStride), paddedGradient = new(s.ImageHeight * s.ImageWidth, s.InputStride, s.InputStride);
            double[] dKernels = new double[dKernel.Values.Length], dInputs = new double[dx.Values.Length];
            foreach ((int output, int window, int input) in s.Meetings(batch))
            {
                for (int c = 0; c < s.Channels; c++)
                {
                    for (int f = 0; f < s.Filters; f++)
                    {
                        dKernels[(((window * s.Channels) + c) * s.OutputStride) + f] += x[input, c] * gradient[(output * s.OutputStride) + f];
                        dInputs[(input * s.InputStride) + c] += gradient[(output * s.OutputStride) + f] * kernel[(window * s.Channels) + c, f];
                    }
                }
            }

            int kernelFloats = area * s.Channels * s.OutputStride, room = (128 * area * s.InputStride) + (32 * height * width) + (16 * area * s.Channels);
            AlignedBuffer gradients = new(kernelFloats), roomOfParts = new(room * Parts);
            var sink = Sinks.Keeping(gradients, roomOfParts, room);
            for (int part = 0; part < Parts; part++)
                PooledConvolutionKernels.UpdateKernel<SweptConvolution>(image, dz.Start, choices, sink, 0, batch, part, Parts);
            gradients.Span.CopyTo(dKernel.Values);
            GC.KeepAlive(roomOfParts);
            for (int row = 0; row < area * s.Channels; row++)
            {
                for (int f = 0; f < s.Filters; f++)
                    s.AssertNear(dKernels[(row * s.OutputStride) + f], dKernel[row, f]);
            }

            Assert.True(dKernel.PaddingIsZero());
            if (s.InputStride % 16 != 0)
                return;
            paddedGradient.Values.Fill(float.NaN);
            for (int part = 0; part < Parts; part++)
                PooledConvolutionKernels.Transpose<SweptConvolution>(kernel.Start, transposed.Start, part, Parts);
            PooledConvolutionKernels.BackwardInput<SweptConvolution, LeakyReLU>(dz.Start, choices, paddedGradient.Start, transposed.Start, x.Start, dx.Start, batch);
            for (int row = 0; row < batch * s.InputHeight * s.InputWidth; row++)
            {
                for (int c = 0; c < s.Channels; c++)
                    s.AssertNear(dInputs[(row * s.InputStride) + c] * (x[row, c] > 0 ? 1 : 0.2), dx[row, c]);
            }

            Assert.True(dx.PaddingIsZero());
        }
    }

    private static int Depth(Random random) => _depths[random.Next(_depths.Length)];

    private static bool IsMinimal(SweptSizes s)
        => s.InputStride % 16 == 0
            && (s.KernelHeight, s.KernelWidth, s.StrideHeight, s.StrideWidth, s.DilationHeight, s.DilationWidth) == (3, 3, 1, 1, 1, 1);
}
