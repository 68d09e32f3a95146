using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Windows whose sizes change, which constants do not: one compiled kernel serves a whole sweep.</summary>
internal readonly struct SweptWindow : IWindowShape
{
    private static readonly int[][] _sizes =
    [
        // Input, window, step, and 1 where windows reach over the edges ("same").
        [1, 1, 1, 1, 1, 1, 0], [2, 2, 2, 2, 2, 2, 0], [5, 7, 2, 2, 2, 2, 0], [5, 7, 2, 2, 2, 2, 1], [6, 6, 2, 2, 1, 1, 0], [1, 9, 1, 3, 1, 3, 0],
        [7, 5, 3, 3, 2, 2, 0], [7, 5, 3, 3, 2, 2, 1], [6, 6, 3, 3, 1, 1, 1], [6, 8, 3, 2, 3, 2, 0], [9, 4, 2, 3, 3, 4, 0], [4, 4, 5, 5, 1, 1, 1],
        [1, 1, 3, 3, 2, 2, 1], [1, 9, 1, 3, 1, 2, 1], [1, 5, 1, 2, 1, 1, 1], [13, 2, 3, 2, 2, 1, 1],
    ];

    private static int[] _size = _sizes[0];
    private static bool _isPadded;

    public static int InputHeight => _size[0];

    public static int InputWidth => _size[1];

    public static int Channels { get; private set; }

    public static int Stride => _isPadded ? Images.Padded(Channels) : Channels;

    public static int OutputHeight => Outputs(InputHeight, WindowHeight, StrideHeight);

    public static int OutputWidth => Outputs(InputWidth, WindowWidth, StrideWidth);

    public static int WindowHeight => _size[2];

    public static int WindowWidth => _size[3];

    public static int StrideHeight => _size[4];

    public static int StrideWidth => _size[5];

    public static int PaddingTop => Padding(InputHeight, WindowHeight, StrideHeight, OutputHeight);

    public static int PaddingLeft => Padding(InputWidth, WindowWidth, StrideWidth, OutputWidth);

    public static int InputPixels => InputHeight * InputWidth;

    public static int OutputPixels => OutputHeight * OutputWidth;

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

    /// <summary>The pixels of an output's window that are inside, each with its number in the window.</summary>
    public static IEnumerable<(int Pixel, int Cell)> Cells(int output)
    {
        int top = (output / OutputWidth * StrideHeight) - PaddingTop, left = (output % OutputWidth * StrideWidth) - PaddingLeft;
        for (int h = 0; h < WindowHeight; h++)
        {
            for (int w = 0; w < WindowWidth; w++)
            {
                if (top + h >= 0 && top + h < InputHeight && left + w >= 0 && left + w < InputWidth)
                    yield return (((top + h) * InputWidth) + left + w, (h * WindowWidth) + w);
            }
        }
    }

    private static int Outputs(int input, int window, int stride)
        => _size[6] == 1 ? (input + stride - 1) / stride : ((input - window) / stride) + 1;

    private static int Padding(int input, int window, int stride, int outputs)
        => _size[6] == 1 ? Math.Max(0, ((outputs - 1) * stride) + window - input) / 2 : 0;
}
