namespace StaticNet.Kernels;

/// <summary>
/// The memory that a transposed convolution needs. Names are those of the convolution that leads from its output back to its input: that
/// one's input is what goes out here.
/// </summary>
internal static class TransposedConvolutionSizes
{
    /// <summary>Where padded gradients begin in a block: behind those for a row of the window.</summary>
    public static long PaddedAt(int kernelWidth, int channels, int outputStride)
        => System.Math.Max(ConvolutionSizes.Block(kernelWidth, channels, outputStride), Layout.Align((long)channels));

    /// <summary>A block of gradients, or the bias', and padded images of as many samples as stay in the cache.</summary>
    public static long Block(int kernelWidth, int channels, int outputStride, bool isPadded, long imageFloats, long outputFloats)
        => PaddedAt(kernelWidth, channels, outputStride)
            + (isPadded ? ConvolutionSizes.CachedSamples(imageFloats, outputFloats) * imageFloats : 0);
}
