using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>A normalisation whose sizes and options change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptNormalization : INormalizationShape
{
    private static bool _isPadded;

    public static int Pixels { get; private set; }

    public static int Channels { get; private set; }

    public static int InputStride => _isPadded ? Stride : Channels;

    public static int Stride => Images.Padded(Channels);

    public static bool UsesScale { get; private set; }

    public static bool UsesCenter { get; private set; }

    public static float Epsilon => 0.01f;

    /// <summary>Checks at every size.</summary>
    public static void ForEach(bool isPadded, Action<Random> check)
    {
        foreach (int pixels in (int[])[1, 2, 3, 7, 30])
        {
            foreach (int channels in Images.ChannelCounts)
            {
                (Pixels, Channels, _isPadded) = (pixels, channels, isPadded);
                (UsesScale, UsesCenter) = ((pixels + channels) % 3 != 0, (pixels + channels) % 4 != 1);
                check(new Random(channels));
            }
        }
    }
}
