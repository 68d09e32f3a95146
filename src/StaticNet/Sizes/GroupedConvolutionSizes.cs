namespace StaticNet.Kernels;

/// <summary>The memory that a convolution in groups needs. Channels are those of a group.</summary>
internal static class GroupedConvolutionSizes
{
    /// <summary>Groups of a block: the fewest that make whole vectors together, or all.</summary>
    /// <param name="groups">The number of groups.</param>
    /// <param name="size">Channels or filters of a group.</param>
    public static int Groups(int groups, int size)
    {
        for (int count = 1; count < groups; count++)
        {
            if (groups % count == 0 && (long)count * size % Layout.Vector == 0)
                return count;
        }

        return groups;
    }

    /// <summary>The kernel arranged in blocks, with zeros between different groups; none where a block is one group.</summary>
    public static long Arranged(int kernelArea, int channels, int filterBlock, int outputStride)
        => filterBlock == 1 ? 0 : (long)kernelArea * channels * filterBlock * outputStride;

    /// <summary>The flipped kernel in blocks.</summary>
    public static long Flipped(int kernelArea, int filtersOfGroup, int channelBlock, int inputStride)
        => (long)kernelArea * filtersOfGroup * channelBlock * inputStride;

    /// <summary>Where what belongs to groups begins in a block of gradients: behind those for a row of the window, of whole blocks.</summary>
    public static long OwnAt(int kernelWidth, int channels, int filterBlock, int outputStride)
        => filterBlock == 1 ? 0 : (long)kernelWidth * channels * filterBlock * outputStride;

    /// <summary>A block of gradients, or the bias'.</summary>
    public static long Block(int kernelWidth, int channels, int filterBlock, int outputStride)
        => OwnAt(kernelWidth, channels, filterBlock, outputStride) + ConvolutionSizes.Block(kernelWidth, channels, outputStride);
}
