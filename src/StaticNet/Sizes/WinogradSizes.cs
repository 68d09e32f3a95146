namespace StaticNet.Kernels;

/// <summary>The memory that minimal filtering of 3x3 convolutions needs.</summary>
internal static class WinogradSizes
{
    /// <summary>Tiles of 2x2 sums whose places are multiplied at a time.</summary>
    public const int Tiles = 48;

    /// <summary>Filters whose sums are put together at a time.</summary>
    public const int Filters = 32;

    /// <summary>The places of a patch of 4x4 pixels.</summary>
    public const int Places = 16;

    /// <summary>The transformed kernel: for each place a row a channel, of filters.</summary>
    public static long Transformed(int channels, int outputStride) => (long)Places * channels * outputStride;

    /// <summary>Where the sums of a block of tiles begin in its scratch: behind the places of their patches.</summary>
    public static long SumsAt(int inputStride) => (long)Places * Tiles * inputStride;

    /// <summary>A thread's scratch: for each place the patches of a block of tiles, and their sums.</summary>
    public static long Scratch(int inputStride) => SumsAt(inputStride) + ((long)Places * Tiles * Filters);
}
