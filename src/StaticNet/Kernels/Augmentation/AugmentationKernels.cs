using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Keras' random changes of images, for training. Each sample has random numbers of its own, which depend on the key and its index in the
/// batch, counted from <c>first</c>. Nothing goes back through them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class AugmentationKernels
{
    /// <summary>y = x, or with a chance of one half x mirrored; in both directions at once or not at all.</summary>
    public static void Flip<TShape>(float* x, float* y, FlipMode mode, uint key, int first, int rows)
        where TShape : struct, IImageShape
        => FlipSamples<TShape>(x, y, mode, key, first, rows);

    /// <summary>
    /// y = x moved down and to the right by parts of its height and width between the bounds; below 0 it is up and to the left.
    /// </summary>
    public static void Translate<TShape>(
        float* x, float* y, float heightLower, float heightUpper, float widthLower, float widthUpper,
        uint key, int first, int rows)
        where TShape : struct, IAugmentationShape
        => Run<TShape, Translation<TShape>>(x, y, new(heightLower, heightUpper, widthLower, widthUpper), key, first, rows);

    /// <summary>y = x turned around its middle, against the clock, by a part of a full turn between the bounds.</summary>
    public static void Rotate<TShape>(float* x, float* y, float lower, float upper, uint key, int first, int rows)
        where TShape : struct, IAugmentationShape
        => Run<TShape, Rotation<TShape>>(x, y, new(lower, upper), key, first, rows);

    /// <summary>
    /// y = x made smaller around its middle, so that height and width show 1 and a part between the bounds of themselves; below 0 x
    /// becomes larger. One part serves both where proportions are kept.
    /// </summary>
    public static void Zoom<TShape>(
        float* x, float* y, float heightLower, float heightUpper, float widthLower, float widthUpper, bool keepsProportions,
        uint key, int first, int rows)
        where TShape : struct, IAugmentationShape
        => Run<TShape, Zooming<TShape>>(x, y, new(heightLower, heightUpper, widthLower, widthUpper, keepsProportions), key, first, rows);

    private static void Run<TShape, TMotion>(float* x, float* y, TMotion motion, uint key, int first, int rows)
        where TShape : struct, IAugmentationShape
        where TMotion : struct, IMotion
        => Move<TShape, TMotion>(x, y, motion, key, first, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void FlipSamples<TV, TShape>(float* x, float* y, FlipMode mode, uint key, int first, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IImageShape
    {
        for (int row = 0; row < rows; row++, x += TShape.Height * TShape.Width * TShape.Stride)
        {
            bool flips = Draw(key, first + row).First <= 0.5f;
            bool flipsRows = flips && mode != FlipMode.Horizontal, flipsColumns = flips && mode != FlipMode.Vertical;
            for (int i = 0; i < TShape.Height; i++)
            {
                float* line = x + ((flipsRows ? TShape.Height - 1 - i : i) * TShape.Width * TShape.Stride);
                for (int j = 0; j < TShape.Width; j++, y += TShape.Stride)
                    Copy<TV, TShape>(line + ((flipsColumns ? TShape.Width - 1 - j : j) * TShape.Stride), y);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Move<TV, TShape, TMotion>(float* x, float* y, TMotion motion, uint key, int first, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAugmentationShape
        where TMotion : struct, IMotion
    {
        for (int row = 0; row < rows; row++, x += TShape.Height * TShape.Width * TShape.Stride)
        {
            (float firstNumber, float secondNumber) = Draw(key, first + row);
            Affine map = motion.For(firstNumber, secondNumber);
            for (int i = 0; i < TShape.Height; i++)
            {
                for (int j = 0; j < TShape.Width; j++, y += TShape.Stride)
                {
                    float h = (map.Turn * j) + (map.Down * i) + map.Top, w = (map.Across * j) - (map.Turn * i) + map.Left;
                    if (TShape.Interpolation == Interpolation.Bilinear) Blend<TV, TShape>(x, h, w, y);
                    else SeeNearest<TV, TShape>(x, h, w, y);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SeeNearest<TV, TShape>(float* x, float h, float w, float* y)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAugmentationShape
    {
        // Halves go away from 0.
        int row = Seen<TShape>(ToInteger(MathF.Round(h, MidpointRounding.AwayFromZero)), TShape.Height);
        int column = Seen<TShape>(ToInteger(MathF.Round(w, MidpointRounding.AwayFromZero)), TShape.Width);
        int place = Place<TShape>(row, column);
        if (TShape.FillMode == FillMode.Constant && place < 0) new Span<float>(y, TShape.Stride).Fill(TShape.FillValue);
        else Copy<TV, TShape>(x + place, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Blend<TV, TShape>(float* x, float h, float w, float* y)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAugmentationShape
    {
        float above = MathF.Floor(h), before = MathF.Floor(w), down = h - above, across = w - before;
        int upper = Seen<TShape>(ToInteger(above), TShape.Height), lower = Seen<TShape>(ToInteger(above) + 1, TShape.Height);
        int left = Seen<TShape>(ToInteger(before), TShape.Width), right = Seen<TShape>(ToInteger(before) + 1, TShape.Width);

        // The pixels around: a and b above, d and e below.
        int a = Place<TShape>(upper, left), b = Place<TShape>(upper, right);
        int d = Place<TShape>(lower, left), e = Place<TShape>(lower, right);
        if (!Pixel.IsPadded(TShape.Stride))
        {
            for (int c = 0; c < TShape.Channels; c++)
            {
                float top = (See<TShape>(x, a, c) * (1 - across)) + (See<TShape>(x, b, c) * across);
                float bottom = (See<TShape>(x, d, c) * (1 - across)) + (See<TShape>(x, e, c) * across);
                y[c] = (top * (1 - down)) + (bottom * down);
            }

            return;
        }

        TV toLeft = TV.Create(1 - across), toRight = TV.Create(across), up = TV.Create(1 - down), below = TV.Create(down);
        for (int c = 0; c < TShape.Stride; c += TV.Count)
        {
            TV top = (See<TV, TShape>(x, a, c) * toLeft) + (See<TV, TShape>(x, b, c) * toRight);
            TV bottom = (See<TV, TShape>(x, d, c) * toLeft) + (See<TV, TShape>(x, e, c) * toRight);
            ((top * up) + (bottom * below)).Store(y + c);
        }
    }

    // Images without padding have one channel or three: too few for a vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<TV, TShape>(float* pixel, float* y)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IImageShape
    {
        if (Pixel.IsPadded(TShape.Stride))
        {
            for (int c = 0; c < TShape.Stride; c += TV.Count)
                TV.Load(pixel + c).Store(y + c);
        }
        else
        {
            for (int c = 0; c < TShape.Channels; c++)
                y[c] = pixel[c];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float See<TShape>(float* x, int place, int c)
        where TShape : struct, IAugmentationShape
        => TShape.FillMode == FillMode.Constant && place < 0 ? TShape.FillValue : x[place + c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV See<TV, TShape>(float* x, int place, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAugmentationShape
        => TShape.FillMode == FillMode.Constant && place < 0 ? TV.Create(TShape.FillValue) : TV.Load(x + place + c);

    // Coordinates are a few times the image's size at most: there is nothing to saturate.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToInteger(float value) => float.ConvertToIntegerNative<int>(value);

    // Where in the sample a pixel lies; below 0 where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Place<TShape>(int row, int column)
        where TShape : struct, IAugmentationShape
        => (row | column) < 0 ? -1 : ((row * TShape.Width) + column) * TShape.Stride;

    // The row or column that is seen at an index inside or beyond the edges; -1 where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Seen<TShape>(int index, int size)
        where TShape : struct, IAugmentationShape
    {
        if ((uint)index < (uint)size)
            return index;
        if (TShape.FillMode == FillMode.Constant)
            return -1;
        if (TShape.FillMode == FillMode.Nearest)
            return index < 0 ? 0 : size - 1;

        int period = TShape.FillMode == FillMode.Wrap ? size : 2 * size;
        int inPeriod = index % period;
        inPeriod = inPeriod < 0 ? inPeriod + period : inPeriod;
        return inPeriod < size ? inPeriod : period - 1 - inPeriod;
    }

    /// <summary>The random numbers of a sample, from 0 to 1.</summary>
    private static (float First, float Second) Draw(uint key, int sample)
    {
        float* numbers = stackalloc float[Simd128.Count];
        SimdMath.Uniform<Simd128>(key, (uint)(Simd128.Count * sample)).Store(numbers);
        return (numbers[0], numbers[1]);
    }

    private interface IMotion
    {
        /// <summary>Where each pixel of the result comes from.</summary>
        Affine For(float first, float second);
    }

    /// <summary>Pixel (i, j) of the result is seen at row Turn j + Down i + Top and column Across j - Turn i + Left of the image.</summary>
    private readonly record struct Affine(float Across, float Down, float Turn, float Top, float Left);

    private readonly struct Translation<TShape>(float heightLower, float heightUpper, float widthLower, float widthUpper) : IMotion
        where TShape : struct, IImageShape
    {
        public Affine For(float first, float second)
        {
            float down = TShape.Height * Between(heightLower, heightUpper, first), right = TShape.Width * Between(widthLower, widthUpper, second);
            return new(1, 1, 0, -down, -right);
        }
    }

    private readonly struct Rotation<TShape>(float lower, float upper) : IMotion
        where TShape : struct, IImageShape
    {
        public Affine For(float first, float second)
        {
            (float sine, float cosine) = MathF.SinCos(2 * MathF.PI * Between(lower, upper, first));
            float middleRow = (TShape.Height - 1) / 2f, middleColumn = (TShape.Width - 1) / 2f;
            float top = middleRow - (sine * middleColumn) - (cosine * middleRow), left = middleColumn - (cosine * middleColumn) + (sine * middleRow);
            return new(cosine, cosine, sine, top, left);
        }
    }

    private readonly struct Zooming<TShape>(float heightLower, float heightUpper, float widthLower, float widthUpper, bool keepsProportions)
        : IMotion
        where TShape : struct, IImageShape
    {
        public Affine For(float first, float second)
        {
            float height = 1 + Between(heightLower, heightUpper, first);
            float width = keepsProportions ? height : 1 + Between(widthLower, widthUpper, second);
            return new(width, height, 0, (TShape.Height - 1) / 2f * (1 - height), (TShape.Width - 1) / 2f * (1 - width));
        }
    }

    private static float Between(float lower, float upper, float number) => lower + ((upper - lower) * number);
}
