namespace StaticNet.Kernels;

/// <summary>The memory that a convolution needs. Sizes of a kernel's window come as its area or, where a row of it counts, its width.</summary>
internal static class ConvolutionSizes
{
    /// <summary>A block of gradients: those for a row of the window, or the bias'.</summary>
    public static long Block(int kernelWidth, int channels, int outputStride) => (long)kernelWidth * channels * outputStride;

    // More of a kernel's gradient would not stay in the last cache.
    private const int TogetherFloats = 640 * 1024;

    /// <summary>Rows of the window whose gradients are computed together, so that images are read once for all of them.</summary>
    public static int RowsTogether(int kernelHeight, int kernelWidth, int channels, int outputStride)
        => (int)System.Math.Max(1, System.Math.Min(kernelHeight, TogetherFloats / Block(kernelWidth, channels, outputStride)));

    /// <summary>A block of gradients of those.</summary>
    public static long Block(int kernelHeight, int kernelWidth, int channels, int outputStride)
        => RowsTogether(kernelHeight, kernelWidth, channels, outputStride) * Block(kernelWidth, channels, outputStride);

    /// <summary>The flipped kernel: for each place of the window a row a filter, of channels.</summary>
    public static long Flipped(int kernelArea, int filters, int inputStride) => (long)kernelArea * filters * inputStride;

    /// <summary>
    /// Rows of zeros above the output's gradient, or columns to its left, where it is padded for the backward pass: windows reach so far. Where the
    /// window moves by more than a pixel, the pixels of the input fall into classes that are multiplied with different parts of the kernel.
    /// </summary>
    public static int ZerosBefore(int kernel, int stride, int dilation) => stride == 1 ? (kernel - 1) * dilation : (kernel - 1) / stride;

    /// <summary>Rows, or columns, of the output's gradient, padded with zeros.</summary>
    public static int PaddedGradient(int input, int before, int kernel, int stride, int dilation)
        => ((input - 1 + before) / stride) + 1 + ZerosBefore(kernel, stride, dilation);

    /// <summary>The floats of images that stay in a core's cache while a block of gradients passes over them.</summary>
    public const int CachedFloats = 64 * 1024;

    /// <summary>The samples that do, by the floats of a padded image that comes in and of one that goes out.</summary>
    public static int CachedSamples(long imageFloats, long outputFloats) => (int)System.Math.Max(1, CachedFloats / (imageFloats + outputFloats));

    // Pixels whose products are worth a pass over a block of gradients.
    private const int FewPixels = 128;

    /// <summary>Rows of pixels that do: all of an image, or some of one that is too large by itself.</summary>
    public static int CachedRows(long imageFloats, long outputFloats, int height, int width)
        => imageFloats + outputFloats <= CachedFloats ? height : System.Math.Min(height, (FewPixels + width - 1) / width);
}
