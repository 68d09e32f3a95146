using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Convolutions of random geometry against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class ConvolutionKernelsTests
{
    // As if shared out among three threads.
    private const int Parts = 3;

    private static readonly int[] _depths = [1, 2, 3, 5, 15, 16, 17, 32, 33, 48, 64];
    private static Sizes _sizes = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Kernels_equal_their_scalar_twins(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 25; i++)
        {
            _sizes = Sizes.Draw(random, isFirstLayer: false);
            Check(random);
            _sizes = Sizes.Draw(random, isFirstLayer: true);
            Check(random);
        }
    }

    private static void Check(Random random)
    {
        Sizes s = _sizes;
        int batch = random.Next(1, 5), area = s.KernelHeight * s.KernelWidth;
        using var x = new Block(batch * s.InputHeight * s.InputWidth, s.Channels, s.InputStride, random);
        using var kernel = new Block(area * s.Channels, s.Filters, s.OutputStride, random);
        using var bias = new Block(1, s.Filters, s.OutputStride, random);
        using var dz = new Block(batch * s.OutputHeight * s.OutputWidth, s.Filters, s.OutputStride, random);
        using Block y = new(batch * s.OutputHeight * s.OutputWidth, s.Filters, s.OutputStride), smooth = new(batch * s.OutputHeight * s.OutputWidth, s.Filters, s.OutputStride);
        using Block dKernel = new(area * s.Channels, s.Filters, s.OutputStride), dBias = new(1, s.Filters, s.OutputStride);
        using Block turned = new(area * s.Filters, s.Channels, s.InputStride), dx = new(batch * s.InputHeight * s.InputWidth, s.Channels, s.InputStride);
        using Block padded = new(batch * SweptShape.ImageHeight * SweptShape.ImageWidth, s.Channels, s.InputStride);
        using Block laid = new(Geometry<SweptShape>.GradientHeight * Geometry<SweptShape>.GradientWidth, s.Filters, s.OutputStride);

        // What was there before must not matter.
        padded.Values.Fill(float.NaN);
        laid.Values.Fill(float.NaN);
        Pointer<float> image = x.Start;
        if (Geometry<SweptShape>.IsPadded)
            ConvolutionKernels.Pad<SweptShape>(x.Start, image = padded.Start, batch);
        ConvolutionKernels.Forward<SweptShape, LeakyReLU>(image, kernel.Start, bias.Start, y.Start, batch);
        ConvolutionKernels.Forward<SweptShape, Tanh>(image, kernel.Start, smooth.Start, batch);
        int kernelFloats = area * s.Channels * s.OutputStride, room = s.KernelWidth * s.Channels * s.OutputStride;
        AlignedBuffer gradients = new(kernelFloats + s.OutputStride), roomOfParts = new(room * Parts);
        var sink = new GradientSink(gradients, roomOfParts, room);
        for (int part = 0; part < Parts; part++)
        {
            ConvolutionKernels.UpdateKernel<SweptShape>(image, dz.Start, sink, 0, batch, part, Parts);
            ConvolutionKernels.UpdateBias<SweptShape>(dz.Start, sink, kernelFloats, batch, part, Parts);
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
                Near(biased > 0 ? biased : 0.2 * biased, y[row, f]);
                Near(Math.Tanh(sum), smooth[row, f]);
            }
        }

        for (int row = 0; row < area * s.Channels; row++)
        {
            for (int f = 0; f < s.Filters; f++)
                Near(dKernels[(row * s.OutputStride) + f], dKernel[row, f]);
        }

        Assert.True(dKernel.PaddingIsZero() && dBias.PaddingIsZero());
        if (s.DilationWidth == 1 && s.DilationHeight == 1)
            CheckPooled(random, batch, x, image, kernel, bias, sums);
        if (s.InputStride % 16 != 0)
            return;
        for (int part = 0; part < Parts; part++)
            ConvolutionKernels.Turn<SweptShape>(kernel.Start, turned.Start, part, Parts);
        ConvolutionKernels.BackwardInput<SweptShape, LeakyReLU>(dz.Start, laid.Start, turned.Start, x.Start, dx.Start, batch);
        for (int row = 0; row < batch * s.InputHeight * s.InputWidth; row++)
        {
            for (int c = 0; c < s.Channels; c++)
                Near(dInputs[(row * s.InputStride) + c] * (x[row, c] > 0 ? 1 : 0.2), dx[row, c]);
        }

        Assert.True(dx.PaddingIsZero());
        if (!s.IsMinimal)
            return;

        // The same results with fewer products.
        y.Values.Clear();
        smooth.Values.Clear();
        dx.Values.Clear();
        using Block transformed = new(16 * s.Channels, s.Filters, s.OutputStride), turnedTransformed = new(16 * s.Filters, s.Channels, s.InputStride);
        using Block scratch = new(16 * 48, Math.Max(s.InputStride, s.OutputStride) + 32, Math.Max(s.InputStride, s.OutputStride) + 32);
        scratch.Values.Fill(float.NaN);
        for (int part = 0; part < Parts; part++)
        {
            WinogradKernels.Transform<SweptShape>(kernel.Start, transformed.Start, part, Parts);
            WinogradKernels.TransformTurned<SweptShape>(turned.Start, turnedTransformed.Start, part, Parts);
        }

        WinogradKernels.Forward<SweptShape, LeakyReLU>(image, transformed.Start, bias.Start, scratch.Start, y.Start, batch);
        WinogradKernels.Forward<SweptShape, Tanh>(image, transformed.Start, scratch.Start, smooth.Start, batch);
        WinogradKernels.BackwardInput<SweptShape, LeakyReLU>(
            dz.Start, laid.Start, turnedTransformed.Start, scratch.Start, x.Start, dx.Start, batch);
        for (int row = 0; row < batch * s.OutputHeight * s.OutputWidth; row++)
        {
            for (int f = 0; f < s.Filters; f++)
            {
                double sum = sums[(row * s.OutputStride) + f], biased = sum + bias[0, f];
                Near(biased > 0 ? biased : 0.2 * biased, y[row, f]);
                Near(Math.Tanh(sum), smooth[row, f]);
            }
        }

        for (int row = 0; row < batch * s.InputHeight * s.InputWidth; row++)
        {
            for (int c = 0; c < s.Channels; c++)
                Near(dInputs[(row * s.InputStride) + c] * (x[row, c] > 0 ? 1 : 0.2), dx[row, c]);
        }

        Assert.True(dx.PaddingIsZero());
    }

    /// <summary>The pooled convolution and its gradients, from the sums of the plain one.</summary>
    private static void CheckPooled(Random random, int batch, Block x, Pointer<float> image, Block kernel, Block bias, double[] sums)
    {
        Sizes s = _sizes;
        int height = s.OutputHeight / 2, width = s.OutputWidth / 2, cells = batch * height * width, area = s.KernelHeight * s.KernelWidth;
        if (cells == 0)
            return;
        using Block y = new(cells, s.Filters, s.OutputStride), plain = new(cells, s.Filters, s.OutputStride), noted = new(cells, s.Filters, s.OutputStride);
        using var dz = new Block(cells, s.Filters, s.OutputStride, random);
        var memory = new AlignedBuffer(cells * s.OutputStride);
        Pointer<byte> choices = new Pointer<float>(memory.Start).As<byte>();
        var gradient = new double[batch * s.OutputHeight * s.OutputWidth * s.OutputStride];
        PooledConvolutionKernels.Forward<SweptShape, LeakyReLU>(image, kernel.Start, bias.Start, y.Start, choices, batch);
        PooledConvolutionKernels.Forward<SweptShape, Tanh>(image, kernel.Start, plain.Start, batch);
        CheckForward();
        for (int i = 0; i < dz.Values.Length; i++)
            dz.Values[i] = random.Next(3) == 0 ? 0 : dz.Values[i];
        CheckGradients();
        GC.KeepAlive(memory);
        if (!s.IsMinimal)
            return;
        using Block transformed = new(16 * s.Channels, s.Filters, s.OutputStride), scratch = new(16 * 48, s.InputStride + 32, s.InputStride + 32);
        WinogradKernels.Transform<SweptShape>(kernel.Start, transformed.Start, 0, 1);
        y.Values.Clear();
        plain.Values.Clear();
        WinogradKernels.Pool<SweptShape, LeakyReLU>(image, transformed.Start, bias.Start, scratch.Start, y.Start, choices, batch);
        WinogradKernels.Pool<SweptShape, Tanh>(image, transformed.Start, scratch.Start, plain.Start, batch);
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
                    Near(biased > 0 ? biased : 0.2 * biased, y[cell, f]);
                    Near(Math.Tanh(largest), plain[cell, f]);
                    Near(largest, (float)sums[Sum(cell, chosen[(cell * s.OutputStride) + f]) + f]);
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
            using Block dx = new(batch * s.InputHeight * s.InputWidth, s.Channels, s.InputStride), laid = new(s.ImageHeight * s.ImageWidth, s.InputStride, s.InputStride);
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
            var sink = new GradientSink(gradients, roomOfParts, room);
            for (int part = 0; part < Parts; part++)
                PooledConvolutionKernels.UpdateKernel<SweptShape>(image, dz.Start, choices, sink, 0, batch, part, Parts);
            gradients.Span.CopyTo(dKernel.Values);
            GC.KeepAlive(roomOfParts);
            for (int row = 0; row < area * s.Channels; row++)
            {
                for (int f = 0; f < s.Filters; f++)
                    Near(dKernels[(row * s.OutputStride) + f], dKernel[row, f]);
            }

            Assert.True(dKernel.PaddingIsZero());
            if (s.InputStride % 16 != 0)
                return;
            laid.Values.Fill(float.NaN);
            for (int part = 0; part < Parts; part++)
                PooledConvolutionKernels.Transpose<SweptShape>(kernel.Start, transposed.Start, part, Parts);
            PooledConvolutionKernels.BackwardInput<SweptShape, LeakyReLU>(dz.Start, choices, laid.Start, transposed.Start, x.Start, dx.Start, batch);
            for (int row = 0; row < batch * s.InputHeight * s.InputWidth; row++)
            {
                for (int c = 0; c < s.Channels; c++)
                    Near(dInputs[(row * s.InputStride) + c] * (x[row, c] > 0 ? 1 : 0.2), dx[row, c]);
            }

            Assert.True(dx.PaddingIsZero());
        }
    }

    private static void Near(double expected, float actual)
        => Assert.True(Math.Abs(expected - actual) <= 1e-4 * Math.Max(1, Math.Abs(expected)), $"expected {expected}, actual {actual}, {_sizes}");

    private sealed record Sizes
    {
        public int InputHeight { get; init; }

        public int InputWidth { get; init; }

        public int Channels { get; init; }

        public int InputStride { get; init; }

        public int OutputHeight { get; init; }

        public int OutputWidth { get; init; }

        public int Filters { get; init; }

        public int OutputStride => (Filters + 15) & ~15;

        public int KernelHeight { get; init; }

        public int KernelWidth { get; init; }

        public int StrideHeight { get; init; }

        public int StrideWidth { get; init; }

        public int DilationHeight { get; init; }

        public int DilationWidth { get; init; }

        public int PaddingTop { get; init; }

        public int PaddingLeft { get; init; }

        public bool IsMinimal => InputStride % 16 == 0 && (KernelHeight, KernelWidth, StrideHeight, StrideWidth, DilationHeight, DilationWidth) == (3, 3, 1, 1, 1, 1);

        public int ImageHeight => IsPadded ? ReachHeight : InputHeight;

        public int ImageWidth => IsPadded ? ReachWidth : InputWidth;

        private bool IsPadded => PaddingTop > 0 || PaddingLeft > 0 || ReachHeight > InputHeight || ReachWidth > InputWidth;

        private int ReachHeight => ((OutputHeight - 1) * StrideHeight) + ((KernelHeight - 1) * DilationHeight) + 1;

        private int ReachWidth => ((OutputWidth - 1) * StrideWidth) + ((KernelWidth - 1) * DilationWidth) + 1;

        public static Sizes Draw(Random random, bool isFirstLayer)
        {
            int height = random.Next(1, 10), width = random.Next(1, 20), channels = _depths[random.Next(_depths.Length)];
            bool same = random.Next(2) == 0, isDilated = random.Next(3) == 0, isMinimal = random.Next(3) == 0;
            (int kernelHeight, int strideHeight, int dilationHeight, int outputHeight, int top) = Axis(height);
            (int kernelWidth, int strideWidth, int dilationWidth, int outputWidth, int left) = Axis(width);
            return new Sizes
            {
                InputHeight = height,
                InputWidth = width,
                Channels = channels,
                InputStride = isFirstLayer ? channels : (channels + 15) & ~15,
                OutputHeight = outputHeight,
                OutputWidth = outputWidth,
                Filters = _depths[random.Next(_depths.Length)],
                KernelHeight = kernelHeight,
                KernelWidth = kernelWidth,
                StrideHeight = strideHeight,
                StrideWidth = strideWidth,
                DilationHeight = dilationHeight,
                DilationWidth = dilationWidth,
                PaddingTop = top,
                PaddingLeft = left,
            };

            (int Kernel, int Stride, int Dilation, int Output, int Before) Axis(int size)
            {
                if (isMinimal && (same || size >= 3))
                    return (3, 1, 1, same ? size : size - 2, same ? 1 : 0);
                int stride = isDilated ? 1 : random.Next(1, 4), dilation = isDilated ? random.Next(1, 4) : 1;
                int kernel = same ? random.Next(1, 6) : random.Next(1, Math.Min(6, ((size - 1) / dilation) + 2));
                int span = ((kernel - 1) * dilation) + 1, output = same ? (size + stride - 1) / stride : ((size - span) / stride) + 1;
                return (kernel, stride, dilation, output, same ? Math.Max(0, ((output - 1) * stride) + span - size) / 2 : 0);
            }
        }

        /// <summary>Which pixel of the output meets which of the input at which place of the window.</summary>
        public IEnumerable<(int Output, int Window, int Input)> Meetings(int batch)
            => from n in Enumerable.Range(0, batch)
               from p in Enumerable.Range(0, OutputHeight)
               from q in Enumerable.Range(0, OutputWidth)
               from i in Enumerable.Range(0, KernelHeight)
               from j in Enumerable.Range(0, KernelWidth)
               let row = (p * StrideHeight) + (i * DilationHeight) - PaddingTop
               let column = (q * StrideWidth) + (j * DilationWidth) - PaddingLeft
               where row >= 0 && row < InputHeight && column >= 0 && column < InputWidth
               select ((((n * OutputHeight) + p) * OutputWidth) + q, (i * KernelWidth) + j, (((n * InputHeight) + row) * InputWidth) + column);
    }

    private readonly struct SweptShape : IConvolutionShape
    {
        public static int InputHeight => _sizes.InputHeight;

        public static int InputWidth => _sizes.InputWidth;

        public static int Channels => _sizes.Channels;

        public static int InputStride => _sizes.InputStride;

        public static int ImageHeight => _sizes.ImageHeight;

        public static int ImageWidth => _sizes.ImageWidth;

        public static int OutputHeight => _sizes.OutputHeight;

        public static int OutputWidth => _sizes.OutputWidth;

        public static int Filters => _sizes.Filters;

        public static int OutputStride => _sizes.OutputStride;

        public static int KernelHeight => _sizes.KernelHeight;

        public static int KernelWidth => _sizes.KernelWidth;

        public static int StrideHeight => _sizes.StrideHeight;

        public static int StrideWidth => _sizes.StrideWidth;

        public static int DilationHeight => _sizes.DilationHeight;

        public static int DilationWidth => _sizes.DilationWidth;

        public static int PaddingTop => _sizes.PaddingTop;

        public static int PaddingLeft => _sizes.PaddingLeft;
    }
}
