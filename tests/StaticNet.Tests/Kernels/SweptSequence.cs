using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>A sequence whose sizes change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptSequence : ISequenceShape
{
    private static bool _isPadded;

    public static int Steps { get; private set; }

    public static int Width { get; private set; }

    public static int Stride => _isPadded ? Images.Padded(Width) : Width;

    /// <summary>Checks at every size.</summary>
    public static void ForEach(bool isPadded, Action<Random> check)
    {
        foreach (int steps in new[] { 1, 2, 5, 16, 17 })
        {
            foreach (int width in Images.ChannelCounts)
            {
                (Steps, Width, _isPadded) = (steps, width, isPadded);
                check(new Random(width));
            }
        }
    }
}
