using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>
/// Transposed convolutions of random geometry against their scalar twins. As in the kernels, the sizes are those of the convolution that
/// leads back: its input is the layer's output.
/// </summary>
[Collection("shapes")]
public unsafe class TransposedConvolutionKernelsTests
{
    // As if shared out among three threads.
    private const int Parts = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Kernels_equal_their_scalar_twins(int seed)
    {
        var random = new Random(seed);
        int[] counts = Images.ChannelCounts;
        for (int i = 0; i < 12; i++)
        {
            SweptConvolution.Sizes = SweptSizes.Draw(random, counts[random.Next(counts.Length)], counts[random.Next(counts.Length)]);
            Check(random);
        }
    }

    private static void Check(Random random)
    {
        SweptSizes s = SweptConvolution.Sizes;
        int batch = random.Next(1, 5), filters = s.Channels, channels = s.Filters;
        using Block x = Images.Values(batch, s.OutputPixels, channels, s.OutputStride, random), dz = Images.Gradients(batch, s.InputPixels, filters, random);
        using Block kernel = new(s.Area * filters, channels, s.OutputStride, random), bias = new(1, filters, s.InputStride, random);
        using Block y = Images.Results(batch, s.InputPixels, filters, s.InputStride), smooth = Images.Results(batch, s.InputPixels, filters, s.InputStride);
        using Block flipped = new(s.Area * channels, filters, s.InputStride), dx = Images.Results(batch, s.OutputPixels, channels, s.OutputStride);
        using Block paddedGradient = Images.Results(1, Geometry<SweptConvolution>.GradientHeight * Geometry<SweptConvolution>.GradientWidth, channels, s.OutputStride);
        using Block padded = Images.Results(1, s.ImageHeight * s.ImageWidth, filters, s.InputStride);
        using Block dKernel = new(s.Area * filters, channels, s.OutputStride), whole = new(s.Area * filters, channels, s.OutputStride), dBias = new(1, filters, s.InputStride);
        for (int part = 0; part < Parts; part++)
            ConvolutionKernels.Flip<SweptConvolution>(kernel.Start, flipped.Start, part, Parts);
        TransposedConvolutionKernels.Forward<SweptConvolution, LeakyReLU>(x.Start, paddedGradient.Start, flipped.Start, bias.Start, y.Start, batch);
        TransposedConvolutionKernels.Forward<SweptConvolution, Tanh>(x.Start, paddedGradient.Start, flipped.Start, smooth.Start, batch);
        TransposedConvolutionKernels.BackwardInput<SweptConvolution, LeakyReLU>(dz.Start, padded.Start, kernel.Start, x.Start, dx.Start, batch);
        Update(x, dz, dKernel, dBias, batch, Parts);
        Update(x, dz, whole, dBias, batch, 1);

        double[] sums = new double[y.Values.Length], dKernels = new double[kernel.Values.Length], dInputs = new double[x.Values.Length];
        foreach ((int input, int window, int output) in s.Meetings(batch))
        {
            for (int c = 0; c < channels; c++)
            {
                for (int f = 0; f < filters; f++)
                {
                    sums[(output * s.InputStride) + f] += (double)x[input, c] * kernel[(window * filters) + f, c];
                    dKernels[(((window * filters) + f) * s.OutputStride) + c] += (double)x[input, c] * dz[output, f];
                    dInputs[(input * s.OutputStride) + c] += (double)dz[output, f] * kernel[(window * filters) + f, c];
                }
            }
        }

        for (int f = 0; f < filters; f++)
        {
            for (int row = 0; row < batch * s.InputPixels; row++)
            {
                double sum = sums[(row * s.InputStride) + f], biased = sum + bias[0, f];
                s.AssertNear(biased > 0 ? biased : 0.2 * biased, y[row, f]);
                s.AssertNear(Math.Tanh(sum), smooth[row, f]);
            }

            s.AssertNear(Enumerable.Range(0, batch * s.InputPixels).Sum(row => (double)dz[row, f]), dBias[0, f]);
        }

        for (int c = 0; c < channels; c++)
        {
            for (int row = 0; row < batch * s.OutputPixels; row++)
                s.AssertNear(dInputs[(row * s.OutputStride) + c] * Images.Slope(x[row, c]), dx[row, c]);
            for (int row = 0; row < s.Area * filters; row++)
                s.AssertNear(dKernels[(row * s.OutputStride) + c], dKernel[row, c]);
        }

        Images.AssertFinite(y);
        Assert.True(dx.PaddingIsZero() && dKernel.PaddingIsZero() && dBias.PaddingIsZero());
        Images.AssertSameBits(whole, dKernel);
    }

    private static void Update(Block x, Block dz, Block dKernel, Block dBias, int batch, int parts)
    {
        SweptSizes s = SweptConvolution.Sizes;
        int floats = dKernel.Values.Length, room = (s.KernelWidth * s.Channels * s.OutputStride) + (batch * s.ImageHeight * s.ImageWidth * s.InputStride);
        AlignedBuffer gradients = new(floats + s.InputStride), roomOfParts = new(room * parts);
        var sink = Sinks.Keeping(gradients, roomOfParts, room);
        for (int part = 0; part < parts; part++)
        {
            TransposedConvolutionKernels.UpdateKernel<SweptConvolution>(x.Start, dz.Start, sink, 0, batch, part, parts);
            TransposedConvolutionKernels.UpdateBias<SweptConvolution>(dz.Start, sink, floats, batch, part, parts);
        }

        GC.KeepAlive(roomOfParts);
        gradients.Span[..floats].CopyTo(dKernel.Values);
        gradients.Span[floats..].CopyTo(dBias.Values);
    }
}
