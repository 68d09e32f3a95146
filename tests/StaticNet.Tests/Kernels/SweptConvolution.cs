using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>The sizes of a convolution.</summary>
internal sealed record ConvolutionSizes
{
    public int InputHeight { get; init; }

    public int InputWidth { get; init; }

    public int Channels { get; init; }

    public int InputStride { get; init; }

    public int OutputHeight { get; init; }

    public int OutputWidth { get; init; }

    public int Filters { get; init; }

    public int OutputStride => Images.Padded(Filters);

    public int KernelHeight { get; init; }

    public int KernelWidth { get; init; }

    public int StrideHeight { get; init; }

    public int StrideWidth { get; init; }

    public int DilationHeight { get; init; }

    public int DilationWidth { get; init; }

    public int PaddingTop { get; init; }

    public int PaddingLeft { get; init; }

    public int Groups { get; init; }

    public int FilterBlock { get; init; }

    public int ChannelBlock { get; init; }

    public int InputPixels => InputHeight * InputWidth;

    public int OutputPixels => OutputHeight * OutputWidth;

    public int Area => KernelHeight * KernelWidth;

    public int ImageHeight => IsPadded ? ReachHeight : InputHeight;

    public int ImageWidth => IsPadded ? ReachWidth : InputWidth;

    private bool IsPadded => PaddingTop > 0 || PaddingLeft > 0 || ReachHeight > InputHeight || ReachWidth > InputWidth;

    private int ReachHeight => ((OutputHeight - 1) * StrideHeight) + ((KernelHeight - 1) * DilationHeight) + 1;

    private int ReachWidth => ((OutputWidth - 1) * StrideWidth) + ((KernelWidth - 1) * DilationWidth) + 1;

    /// <summary>Random sizes of images, windows and strides or dilation, with padding or without.</summary>
    public static ConvolutionSizes Draw(Random random, int channels, int filters, bool isFirstLayer = false)
    {
        int height = random.Next(1, 10), width = random.Next(1, 34);
        bool same = random.Next(2) == 0, isDilated = random.Next(3) == 0, isUsual = random.Next(3) == 0;
        (int kernelHeight, int strideHeight, int dilationHeight, int outputHeight, int top) = Axis(height);
        (int kernelWidth, int strideWidth, int dilationWidth, int outputWidth, int left) = Axis(width);
        return new ConvolutionSizes
        {
            InputHeight = height,
            InputWidth = width,
            Channels = channels,
            InputStride = isFirstLayer ? channels : Images.Padded(channels),
            OutputHeight = outputHeight,
            OutputWidth = outputWidth,
            Filters = filters,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
            DilationHeight = dilationHeight,
            DilationWidth = dilationWidth,
            PaddingTop = top,
            PaddingLeft = left,
            Groups = 1,
            FilterBlock = 1,
            ChannelBlock = 1,
        };

        (int Kernel, int Stride, int Dilation, int Output, int Before) Axis(int size)
        {
            if (isUsual && (same || size > 2))
                return (3, 1, 1, same ? size : size - 2, same ? 1 : 0);
            int stride = isDilated ? 1 : random.Next(1, 4), dilation = isDilated ? random.Next(1, 4) : 1;
            int kernel = same ? random.Next(1, 6) : random.Next(1, Math.Min(6, ((size - 1) / dilation) + 2));
            int span = ((kernel - 1) * dilation) + 1, output = same ? (size + stride - 1) / stride : ((size - span) / stride) + 1;
            return (kernel, stride, dilation, output, same ? Math.Max(0, ((output - 1) * stride) + span - size) / 2 : 0);
        }
    }

    /// <summary>Random sizes of sequences, images of one row, and windows that see no later step than their own.</summary>
    public static ConvolutionSizes DrawCausal(Random random, int channels, int filters, bool isFirstLayer = false)
    {
        int steps = random.Next(1, 34), kernel = random.Next(1, 6), stride = random.Next(1, 5), dilation = stride == 1 ? random.Next(1, 6) : 1;
        return new ConvolutionSizes
        {
            InputHeight = 1,
            InputWidth = steps,
            Channels = channels,
            InputStride = isFirstLayer ? channels : Images.Padded(channels),
            OutputHeight = 1,
            OutputWidth = ((steps - 1) / stride) + 1,
            Filters = filters,
            KernelHeight = 1,
            KernelWidth = kernel,
            StrideHeight = 1,
            StrideWidth = stride,
            DilationHeight = 1,
            DilationWidth = dilation,
            PaddingLeft = (kernel - 1) * dilation,
            Groups = 1,
            FilterBlock = 1,
            ChannelBlock = 1,
        };
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

    /// <summary>Asserts that a result is its scalar twin's but for rounding.</summary>
    public void AssertNear(double expected, float actual)
    {
        // What would be said is not put together for each number that is right.
        if (!(Math.Abs(expected - actual) <= 1e-4 * Math.Max(1, Math.Abs(expected))))
            Assert.Fail($"expected {expected}, actual {actual}, {this}");
    }
}

/// <summary>Sizes that change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptConvolution : IGroupedConvolutionShape
{
    /// <summary>The sizes in force.</summary>
    public static ConvolutionSizes Sizes { get; set; } = new();

    public static int InputHeight => Sizes.InputHeight;

    public static int InputWidth => Sizes.InputWidth;

    public static int Channels => Sizes.Channels;

    public static int InputStride => Sizes.InputStride;

    public static int ImageHeight => Sizes.ImageHeight;

    public static int ImageWidth => Sizes.ImageWidth;

    public static int OutputHeight => Sizes.OutputHeight;

    public static int OutputWidth => Sizes.OutputWidth;

    public static int Filters => Sizes.Filters;

    public static int OutputStride => Sizes.OutputStride;

    public static int KernelHeight => Sizes.KernelHeight;

    public static int KernelWidth => Sizes.KernelWidth;

    public static int StrideHeight => Sizes.StrideHeight;

    public static int StrideWidth => Sizes.StrideWidth;

    public static int DilationHeight => Sizes.DilationHeight;

    public static int DilationWidth => Sizes.DilationWidth;

    public static int PaddingTop => Sizes.PaddingTop;

    public static int PaddingLeft => Sizes.PaddingLeft;

    public static int Groups => Sizes.Groups;

    public static int FilterBlock => Sizes.FilterBlock;

    public static int ChannelBlock => Sizes.ChannelBlock;
}
