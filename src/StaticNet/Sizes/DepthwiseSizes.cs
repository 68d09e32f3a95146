namespace StaticNet.Kernels;

/// <summary>The memory that a convolution of each channel needs.</summary>
internal static class DepthwiseSizes
{
    /// <summary>A block of gradients: the whole kernel's, or the bias'.</summary>
    public static long Block(int kernelArea, int outputStride) => (long)kernelArea * outputStride;
}
