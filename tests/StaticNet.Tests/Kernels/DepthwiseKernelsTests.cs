using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Convolutions of each channel, of random geometry, against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class DepthwiseKernelsTests
{
    // As if shared out among three threads.
    private const int Parts = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Kernels_equal_their_scalar_twins(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 20; i++)
        {
            int channels = Images.ChannelCounts[random.Next(Images.ChannelCounts.Length)] + (random.Next(4) == 0 ? 64 : 0);
            SweptConvolution.Sizes = SweptSizes.Draw(random, channels, channels);
            Check(random);
        }
    }

    private static void Check(Random random)
    {
        SweptSizes s = SweptConvolution.Sizes;
        int batch = random.Next(1, 5), stride = s.OutputStride;
        using Block x = Images.Values(batch, s.InputPixels, s.Channels, stride, random), dz = Images.Gradients(batch, s.OutputPixels, s.Channels, random);
        using Block kernel = new(s.Area, s.Channels, stride, random), bias = new(1, s.Channels, stride, random);
        using Block y = Images.Results(batch, s.OutputPixels, s.Channels, stride), smooth = Images.Results(batch, s.OutputPixels, s.Channels, stride);
        using Block dx = Images.Results(batch, s.InputPixels, s.Channels, stride), dKernel = new(s.Area, s.Channels, stride), whole = new(s.Area, s.Channels, stride);
        DepthwiseKernels.Forward<SweptConvolution, LeakyReLU>(x.Start, kernel.Start, bias.Start, y.Start, batch);
        DepthwiseKernels.Forward<SweptConvolution, Tanh>(x.Start, kernel.Start, smooth.Start, batch);
        DepthwiseKernels.BackwardInput<SweptConvolution, LeakyReLU>(dz.Start, kernel.Start, x.Start, dx.Start, batch);
        Update(x, dz, dKernel, batch, Parts);
        Update(x, dz, whole, batch, 1);

        double[] sums = new double[y.Values.Length], dKernels = new double[kernel.Values.Length], dInputs = new double[x.Values.Length];
        foreach ((int output, int window, int input) in s.Meetings(batch))
        {
            for (int c = 0; c < s.Channels; c++)
            {
                sums[(output * stride) + c] += (double)x[input, c] * kernel[window, c];
                dKernels[(window * stride) + c] += (double)x[input, c] * dz[output, c];
                dInputs[(input * stride) + c] += (double)dz[output, c] * kernel[window, c];
            }
        }

        for (int c = 0; c < s.Channels; c++)
        {
            for (int row = 0; row < batch * s.OutputPixels; row++)
            {
                double sum = sums[(row * stride) + c], biased = sum + bias[0, c];
                s.AssertNear(biased > 0 ? biased : 0.2 * biased, y[row, c]);
                s.AssertNear(Math.Tanh(sum), smooth[row, c]);
            }

            for (int row = 0; row < batch * s.InputPixels; row++)
                s.AssertNear(dInputs[(row * stride) + c] * Images.Slope(x[row, c]), dx[row, c]);
            for (int row = 0; row < s.Area; row++)
                s.AssertNear(dKernels[(row * stride) + c], dKernel[row, c]);
        }

        Images.AssertFinite(y);
        Assert.True(dx.PaddingIsZero() && dKernel.PaddingIsZero());
        Images.AssertSameBits(whole, dKernel);

        // One by one samples have the same bits.
        using Block single = Images.Results(batch, s.OutputPixels, s.Channels, stride);
        for (int sample = 0; sample < batch; sample++)
        {
            DepthwiseKernels.Forward<SweptConvolution, LeakyReLU>(
                x.At(sample, s.InputPixels, stride), kernel.Start, bias.Start, single.At(sample, s.OutputPixels, stride), 1);
        }

        Images.AssertSameBits(y, single);
    }

    private static void Update(Block x, Block dz, Block dKernel, int batch, int parts)
    {
        int floats = dKernel.Values.Length;
        AlignedBuffer gradients = new(floats), roomOfParts = new(floats * parts);
        var sink = Sinks.Keeping(gradients, roomOfParts, floats);
        for (int part = 0; part < parts; part++)
            DepthwiseKernels.UpdateKernel<SweptConvolution>(x.Start, dz.Start, sink, 0, batch, part, parts);
        GC.KeepAlive(roomOfParts);
        gradients.Span[..floats].CopyTo(dKernel.Values);
    }
}
