using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Random changes of images against what Keras' own tests expect of it, and against a scalar twin.</summary>
[Collection("shapes")]
public unsafe class AugmentationKernelsTests
{
    private const int Samples = 5;
    private static readonly int[][] _sizes = [[1, 1], [1, 6], [5, 1], [2, 2], [5, 7], [8, 3]];
    private static int[] _size = _sizes[0];
    private static int _channels;
    private static bool _isPadded;
    private static FillMode _fillMode;
    private static Interpolation _interpolation;
    private static float _fillValue;

    [Theory]
    [InlineData(-0.2f, 0f, FillMode.Reflect, "5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 20 21 22 23 24")]
    [InlineData(-0.2f, 0f, FillMode.Constant, "5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 0 0 0 0 0")]
    [InlineData(0.2f, 0f, FillMode.Reflect, "0 1 2 3 4 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19")]
    [InlineData(0f, -0.2f, FillMode.Reflect, "1 2 3 4 4 6 7 8 9 9 11 12 13 14 14 16 17 18 19 19 21 22 23 24 24")]
    [InlineData(0f, -0.2f, FillMode.Constant, "1 2 3 4 0 6 7 8 9 0 11 12 13 14 0 16 17 18 19 0 21 22 23 24 0")]
    [InlineData(0f, 0.4f, FillMode.Wrap, "3 4 0 1 2 8 9 5 6 7 13 14 10 11 12 18 19 15 16 17 23 24 20 21 22")]
    [InlineData(0f, 0.4f, FillMode.Nearest, "0 0 0 1 2 5 5 5 6 7 10 10 10 11 12 15 15 15 16 17 20 20 20 21 22")]
    public void Translation_is_that_of_Keras(float height, float width, FillMode fillMode, string expected) => Keras(
        fillMode, Interpolation.Bilinear, expected,
        (x, y) => AugmentationKernels.Translate<SweptShape>(x, y, height, height, width, width, 1, 0, 1));

    [Theory]
    [InlineData(0.5f, "24 23 22 21 20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0")]
    [InlineData(0.25f, "4 9 14 19 24 3 8 13 18 23 2 7 12 17 22 1 6 11 16 21 0 5 10 15 20")]
    public void Rotation_is_that_of_Keras(float turns, string expected) => Keras(
        FillMode.Reflect, Interpolation.Bilinear, expected, (x, y) => AugmentationKernels.Rotate<SweptShape>(x, y, turns, turns, 1, 0, 1));

    [Theory]
    [InlineData(0.5f, 0.8f, Interpolation.Bilinear, "0 0 0 0 0 0 2.7 4.5 6.3 0 0 10.2 12 13.8 0 0 17.7 19.5 21.3 0 0 0 0 0 0")]
    [InlineData(0.5f, 0.8f, Interpolation.Nearest, "0 0 0 0 0 0 5 7 9 0 0 10 12 14 0 0 20 22 24 0 0 0 0 0 0")]
    [InlineData(-0.5f, -0.5f, Interpolation.Bilinear, "6 6.5 7 7.5 8 8.5 9 9.5 10 10.5 11 11.5 12 12.5 13 13.5 14 14.5 15 15.5 16 16.5 17 17.5 18")]
    public void Zoom_is_that_of_Keras(float height, float width, Interpolation interpolation, string expected) => Keras(
        FillMode.Constant, interpolation, expected,
        (x, y) => AugmentationKernels.Zoom<SweptShape>(x, y, height, height, width, width, false, 1, 0, 1));

    [Fact]
    public void A_zoom_that_keeps_proportions_draws_once()
    {
        float factor = Random(9, 3).First - 0.5f;
        float[] kept = Moved(
            FillMode.Nearest, Interpolation.Bilinear, (x, y) => AugmentationKernels.Zoom<SweptShape>(x, y, -0.5f, 0.5f, 0, 0, true, 9, 3, 1));
        float[] told = Moved(
            FillMode.Nearest, Interpolation.Bilinear,
            (x, y) => AugmentationKernels.Zoom<SweptShape>(x, y, factor, factor, factor, factor, false, 9, 3, 1));
        Assert.Equal(told, kept);
    }

    [Theory]
    [InlineData(FlipMode.Horizontal)]
    [InlineData(FlipMode.Vertical)]
    [InlineData(FlipMode.HorizontalAndVertical)]
    public void Half_of_the_images_are_mirrored(FlipMode mode)
    {
        int flipped = 0, all = 0;
        ForEach((x, y, first) =>
        {
            AugmentationKernels.Flip<SweptShape>(x.Start, y.Start, mode, 3, first, Samples);
            for (int s = 0; s < Samples; s++)
            {
                bool flips = Random(3, first + s).First <= 0.5f;
                (flipped, all) = (flipped + (flips ? 1 : 0), all + 1);
                for (int i = 0; i < Pixels; i++)
                {
                    int h = i / SweptShape.Width, w = i % SweptShape.Width;
                    h = flips && mode != FlipMode.Horizontal ? SweptShape.Height - 1 - h : h;
                    w = flips && mode != FlipMode.Vertical ? SweptShape.Width - 1 - w : w;
                    for (int c = 0; c < _channels; c++)
                        Assert.Equal(x[(s * Pixels) + (h * SweptShape.Width) + w, c], y[(s * Pixels) + i, c]);
                }
            }
        });
        Assert.InRange(flipped / (double)all, 0.4, 0.6);
    }

    [Theory]
    [InlineData(Interpolation.Nearest)]
    [InlineData(Interpolation.Bilinear)]
    public void Moved_images_equal_their_scalar_twins(Interpolation interpolation)
    {
        foreach (FillMode fillMode in Enum.GetValues<FillMode>())
        {
            (_fillMode, _interpolation, _fillValue) = (fillMode, interpolation, 0.75f);
            ForEach((x, y, first) =>
            {
                float h = SweptShape.Height, w = SweptShape.Width;
                AugmentationKernels.Translate<SweptShape>(x.Start, y.Start, -0.9f, 0.7f, -0.6f, 1, 11, first, Samples);
                Check(x, y, 11, first, (a, b, i, j) => (i - (h * (-0.9f + (1.6f * a))), j - (w * (-0.6f + (1.6f * b)))));
                AugmentationKernels.Zoom<SweptShape>(x.Start, y.Start, -0.9f, 0.7f, -0.6f, 1, false, 12, first, Samples);
                Check(x, y, 12, first, (a, b, i, j) => (About(i, h, 0.1f + (1.6f * a)), About(j, w, 0.4f + (1.6f * b))));
                AugmentationKernels.Rotate<SweptShape>(x.Start, y.Start, -0.3f, 1, 13, first, Samples);
                Check(x, y, 13, first, (a, _, i, j) =>
                {
                    (double sine, double cosine) = Math.SinCos(2 * Math.PI * (-0.3 + (1.3 * a)));
                    double down = i - ((h - 1) / 2), across = j - ((w - 1) / 2);
                    return ((sine * across) + (cosine * down) + ((h - 1) / 2), (cosine * across) - (sine * down) + ((w - 1) / 2));
                });
            });
        }

        static double About(int place, float size, double zoom) => ((place - ((size - 1) / 2)) * zoom) + ((size - 1) / 2);
    }

    private static int Pixels => SweptShape.Height * SweptShape.Width;

    private static void Check(Block x, Block y, uint key, int first, Func<float, float, int, int, (double Row, double Column)> from)
    {
        Images.AssertFinite(y);
        for (int s = 0; s < Samples; s++)
        {
            (float a, float b) = Random(key, first + s);
            for (int i = 0; i < Pixels; i++)
            {
                (double row, double column) = from(a, b, i / SweptShape.Width, i % SweptShape.Width);
                for (int c = 0; c < _channels; c++)
                {
                    if (_interpolation == Interpolation.Bilinear)
                    {
                        int h = (int)Math.Floor(row), w = (int)Math.Floor(column);
                        double down = row - h, across = column - w;
                        double expected = ((1 - down) * (((1 - across) * See(h, w)) + (across * See(h, w + 1))))
                            + (down * (((1 - across) * See(h + 1, w)) + (across * See(h + 1, w + 1))));
                        Assert.Equal(expected, y[(s * Pixels) + i, c], 2e-5);
                    }
                    else if (IsClear(row) && IsClear(column))
                    {
                        Assert.Equal(See((int)Math.Round(row), (int)Math.Round(column)), y[(s * Pixels) + i, c]);
                    }

                    float See(int h, int w)
                    {
                        h = Seen(h, SweptShape.Height);
                        w = Seen(w, SweptShape.Width);
                        return h < 0 || w < 0 ? _fillValue : x[(s * Pixels) + (h * SweptShape.Width) + w, c];
                    }
                }
            }
        }
    }

    // Whether rounding cannot decide which pixel is nearest.
    private static bool IsClear(double place) => Math.Abs(place - Math.Floor(place) - 0.5) > 1e-4;

    private static int Seen(int index, int size)
    {
        if (_fillMode == FillMode.Nearest)
            return Math.Clamp(index, 0, size - 1);
        while (index < 0 || index >= size)
        {
            if (_fillMode == FillMode.Constant)
                return -1;
            index = _fillMode == FillMode.Wrap ? index + (index < 0 ? size : -size) : index < 0 ? -1 - index : (2 * size) - 1 - index;
        }

        return index;
    }

    private static void ForEach(Action<Block, Block, int> check)
    {
        int first = 0;
        foreach (int[] size in _sizes)
        {
            foreach (int channels in (int[])[1, 3, 16, 17, 33])
            {
                foreach (bool isPadded in (bool[])[false, true])
                {
                    (_size, _channels, _isPadded) = (size, channels, isPadded);
                    using Block x = Images.Values(Samples, Pixels, channels, SweptShape.Stride, new Random(channels));
                    using Block y = Images.Results(Samples, Pixels, channels, SweptShape.Stride);
                    check(x, y, first += Samples);
                }
            }
        }
    }

    private static void Keras(FillMode fillMode, Interpolation interpolation, string expected, Move move)
    {
        float[] actual = Moved(fillMode, interpolation, move);
        float[] numbers = [.. expected.Split(' ').Select(number => float.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
        for (int i = 0; i < 25; i++)
            Assert.Equal(numbers[i], actual[i], 1e-4f);
    }

    // The image of 5 by 5 pixels that Keras' tests use.
    private static float[] Moved(FillMode fillMode, Interpolation interpolation, Move move)
    {
        (_size, _channels, _isPadded, _fillMode, _interpolation, _fillValue) = ([5, 5], 1, false, fillMode, interpolation, 0);
        using Block x = new(25, 1, 1), y = new(25, 1, 1);
        for (int i = 0; i < 25; i++)
            x.Values[i] = i;
        move(x.Start, y.Start);
        return y.Values.ToArray();
    }

    private static (float First, float Second) Random(uint key, int sample)
    {
        float* lanes = stackalloc float[4];
        SimdMath.Uniform<Simd128>(key, (uint)(4 * sample)).Store(lanes);
        return (lanes[0], lanes[1]);
    }

    private delegate void Move(float* x, float* y);

    private readonly struct SweptShape : IAugmentationShape
    {
        public static int Height => _size[0];

        public static int Width => _size[1];

        public static int Channels => _channels;

        public static int Stride => _isPadded ? Images.Padded(_channels) : _channels;

        public static FillMode FillMode => _fillMode;

        public static float FillValue => _fillValue;

        public static Interpolation Interpolation => _interpolation;
    }
}
