using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Convolutions in groups, of random geometry, against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class GroupedConvolutionKernelsTests
{
    // As if shared out among three threads.
    private const int Parts = 3;

    // Groups, channels of each and filters of each: blocks of one group, of some and of all.
    private static readonly int[][] _groups =
    [
        [2, 1, 1], [2, 2, 3], [3, 5, 1], [5, 1, 2], [2, 17, 2], [2, 16, 16], [2, 32, 16], [4, 16, 32], [8, 4, 4], [8, 2, 4], [4, 8, 16], [4, 16, 8],
        [32, 2, 1], [6, 8, 8], [3, 8, 8], [4, 3, 16], [4, 16, 3],
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Kernels_equal_their_scalar_twins(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 10; i++)
        {
            int[] sizes = _groups[random.Next(_groups.Length)];
            int channels = sizes[0] * sizes[1], filters = sizes[0] * sizes[2];
            SweptConvolution.Sizes = (i % 3 == 0
                ? SweptSizes.DrawCausal(random, channels, filters, isFirstLayer: i % 2 == 0)
                : SweptSizes.Draw(random, channels, filters, isFirstLayer: i % 2 == 0)) with
            {
                Groups = sizes[0],
                FilterBlock = Block(sizes[0], sizes[2]),
                ChannelBlock = Block(sizes[0], sizes[1]),
            };
            Check(random);
        }

        // The fewest groups that are whole vectors together, or all.
        static int Block(int groups, int size)
            => Enumerable.Range(1, groups).FirstOrDefault(count => groups % count == 0 && count * size % 16 == 0, groups);
    }

    private static void Check(Random random)
    {
        SweptSizes s = SweptConvolution.Sizes;
        int batch = random.Next(1, 5), channels = s.Channels / s.Groups, filters = s.Filters / s.Groups;
        using Block x = Images.Values(batch, s.InputPixels, s.Channels, s.InputStride, random), dz = Images.Gradients(batch, s.OutputPixels, s.Filters, random);
        using Block kernel = new(s.Area * channels, s.Filters, s.OutputStride, random), bias = new(1, s.Filters, s.OutputStride, random);
        using Block y = Images.Results(batch, s.OutputPixels, s.Filters, s.OutputStride), smooth = Images.Results(batch, s.OutputPixels, s.Filters, s.OutputStride);
        using Block arranged = Images.Results(1, s.Area * channels * s.FilterBlock, s.Filters, s.OutputStride), dx = Images.Results(batch, s.InputPixels, s.Channels, s.InputStride);
        using Block flipped = Images.Results(1, s.Area * filters * s.ChannelBlock, s.Channels, s.InputStride);
        using Block paddedGradient = Images.Results(1, Geometry<SweptConvolution>.GradientHeight * Geometry<SweptConvolution>.GradientWidth, s.Filters, s.OutputStride);
        using Block padded = Images.Results(batch, s.ImageHeight * s.ImageWidth, s.Channels, s.InputStride);
        using Block dKernel = new(s.Area * channels, s.Filters, s.OutputStride), whole = new(s.Area * channels, s.Filters, s.OutputStride);
        float* image = x.Start, blocks = kernel.Start;
        if (Geometry<SweptConvolution>.IsPadded)
            ConvolutionKernels.Pad<SweptConvolution>(x.Start, image = padded.Start, batch);
        for (int part = 0; part < Parts && s.FilterBlock > 1; part++)
            GroupedConvolutionKernels.Arrange<SweptConvolution>(kernel.Start, blocks = arranged.Start, part, Parts);
        GroupedConvolutionKernels.Forward<SweptConvolution, LeakyReLU>(image, blocks, bias.Start, y.Start, batch);
        GroupedConvolutionKernels.Forward<SweptConvolution, Tanh>(image, blocks, smooth.Start, batch);
        Update(image, dz, dKernel, batch, Parts);
        Update(image, dz, whole, batch, 1);

        double[] sums = new double[y.Values.Length], dKernels = new double[kernel.Values.Length], dInputs = new double[x.Values.Length];
        foreach ((int output, int window, int input) in s.Meetings(batch))
        {
            for (int f = 0; f < s.Filters; f++)
            {
                for (int c = 0; c < channels; c++)
                {
                    int channel = (f / filters * channels) + c, row = (window * channels) + c;
                    sums[(output * s.OutputStride) + f] += (double)x[input, channel] * kernel[row, f];
                    dKernels[(row * s.OutputStride) + f] += (double)x[input, channel] * dz[output, f];
                    dInputs[(input * s.InputStride) + channel] += (double)dz[output, f] * kernel[row, f];
                }
            }
        }

        for (int f = 0; f < s.Filters; f++)
        {
            for (int row = 0; row < batch * s.OutputPixels; row++)
            {
                double sum = sums[(row * s.OutputStride) + f], biased = sum + bias[0, f];
                s.AssertNear(biased > 0 ? biased : 0.2 * biased, y[row, f]);
                s.AssertNear(Math.Tanh(sum), smooth[row, f]);
            }

            for (int row = 0; row < s.Area * channels; row++)
                s.AssertNear(dKernels[(row * s.OutputStride) + f], dKernel[row, f]);
        }

        Images.AssertFinite(y);
        Assert.True(dKernel.PaddingIsZero());
        Images.AssertSameBits(whole, dKernel);
        if (s.InputStride % 16 != 0)
            return;
        for (int part = 0; part < Parts; part++)
            GroupedConvolutionKernels.Flip<SweptConvolution>(kernel.Start, flipped.Start, part, Parts);
        GroupedConvolutionKernels.BackwardInput<SweptConvolution, LeakyReLU>(dz.Start, paddedGradient.Start, flipped.Start, x.Start, dx.Start, batch);
        for (int row = 0; row < batch * s.InputPixels; row++)
        {
            for (int c = 0; c < s.Channels; c++)
                s.AssertNear(dInputs[(row * s.InputStride) + c] * Images.Slope(x[row, c]), dx[row, c]);
        }

        Assert.True(dx.PaddingIsZero());
    }

    private static void Update(float* x, Block dz, Block dKernel, int batch, int parts)
    {
        SweptSizes s = SweptConvolution.Sizes;
        int channels = s.Channels / s.Groups, floats = dKernel.Values.Length;
        int room = s.KernelWidth * channels * s.OutputStride * (s.FilterBlock == 1 ? 1 : s.FilterBlock + 1);
        AlignedBuffer gradients = new(floats), roomOfParts = new(room * parts);
        var sink = Sinks.Keeping(gradients, roomOfParts, room);
        for (int part = 0; part < parts; part++)
            GroupedConvolutionKernels.UpdateKernel<SweptConvolution>(x, dz.Start, sink, 0, batch, part, parts);
        gradients.Span[..floats].CopyTo(dKernel.Values);
        GC.KeepAlive(roomOfParts);
    }
}
