namespace StaticNet.Kernels;

/// <summary>The memory that a convolution needs whose sums are pooled in cells of 2x2. A window's floats are its area times the input's stride.</summary>
internal static class PooledConvolutionSizes
{
    /// <summary>Filters whose gradients are gathered at a time: as many as bits of a word.</summary>
    public const int FiltersInBlock = 64;

    /// <summary>Filters whose cells with a gradient are listed at a time.</summary>
    public const int FiltersInList = 16;

    /// <summary>Floats of an entry of such a list: where the window is, and the gradient.</summary>
    public const int EntryFloats = 2;

    /// <summary>Whether vectors run along a filter's window, and not along the filters.</summary>
    public static bool RunsAlongWindow(int inputStride) => inputStride % Layout.Vector == 0;

    /// <summary>Where the gradients of a block's filters begin, transposed to rows of filters: behind those in rows of windows.</summary>
    public static long TransposedAt(long windowFloats) => FiltersInBlock * windowFloats;

    /// <summary>Where the lists begin.</summary>
    public static long ListsAt(long windowFloats) => 2 * TransposedAt(windowFloats);

    /// <summary>A block of gradients and the lists it is gathered by, or the bias' gradient.</summary>
    public static long Block(int kernelArea, int inputStride, int outputStride, int cells)
    {
        long window = (long)kernelArea * inputStride;
        long block = RunsAlongWindow(inputStride) ? ListsAt(window) + ((long)EntryFloats * FiltersInList * cells) : Layout.Vector * window;
        return System.Math.Max(block, outputStride);
    }

    /// <summary>The transposed kernel: a filter a row, its pixels as far apart as the input's.</summary>
    public static long Transposed(int kernelArea, int filters, int inputStride) => (long)kernelArea * inputStride * filters;
}
