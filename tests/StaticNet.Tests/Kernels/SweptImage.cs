using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>An image whose sizes change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptImage : IImageShape
{
    private static readonly int[][] _sizes = [[1, 1], [1, 2], [1, 9], [2, 3], [3, 2], [5, 4], [6, 7]];
    private static int[] _size = _sizes[0];
    private static bool _isPadded;

    public static int Height => _size[0];

    public static int Width => _size[1];

    public static int Channels { get; private set; }

    public static int Stride => _isPadded ? Images.Padded(Channels) : Channels;

    public static int Pixels => Height * Width;

    /// <summary>Checks at every size.</summary>
    public static void ForEach(bool isPadded, Action<Random> check)
    {
        foreach (int[] size in _sizes)
        {
            foreach (int channels in Images.ChannelCounts)
            {
                (_size, Channels, _isPadded) = (size, channels, isPadded);
                check(new Random(channels));
            }
        }
    }
}
