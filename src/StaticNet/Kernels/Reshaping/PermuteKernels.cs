using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Puts the axes of images into another order. The padding of padded results becomes 0 where channels move.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PermuteKernels
{
    /// <summary>y = x with its axes in another order.</summary>
    public static void Forward<TShape>(float* x, float* y, int rows)
        where TShape : struct, IPermutationShape
        => Permute<TShape>(x, y, rows);

    /// <summary>dx = dy with its axes in the first order, ∘ activation'(x) of the activation fused into the step that made x.</summary>
    public static void Backward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IPermutationShape
        where TInputActivation : struct, IActivation
        => PermuteBack<TShape, TInputActivation>(dy, x, dx, rows);

    [EveryWidth]
    private static void PermuteBack<TV, TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPermutationShape
        where TInputActivation : struct, IActivation
    {
        int floats = TShape.Height * TShape.Width * TShape.Stride;
        for (int row = 0; row < rows; row++, dy += ResultFloats<TShape>(), x += floats, dx += floats)
        {
            // The slopes follow while the sample is in the cache.
            Permute<TV, Inverse<TShape>>(dy, dx, 1);
            if (typeof(TInputActivation) != typeof(Linear))
                MultiplyBySlopes<TV, TInputActivation>(x, dx, floats);
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void MultiplyBySlopes<TV, TInputActivation>(float* x, float* dx, int count)
        where TV : unmanaged, ISimd<TV>
        where TInputActivation : struct, IActivation
    {
        for (int i = 0; i < count; i += TV.Count)
            Slope.Times<TV, TInputActivation>(TV.Load(dx + i), x + i).Store(dx + i);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Permute<TV, TShape>(float* x, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPermutationShape
    {
        float* xEnd = x + ((nint)rows * TShape.Height * TShape.Width * TShape.Stride), yEnd = y + ((nint)rows * ResultFloats<TShape>());
        for (int row = 0; row < rows; row++, x += TShape.Height * TShape.Width * TShape.Stride, y += ResultFloats<TShape>())
        {
            if (TShape.Third == 2) MovePixels<TV, TShape>(x, y, xEnd, yEnd);
            else if (Pixel.IsPadded(TShape.ResultStride) || TShape.Second == 2) TransposePlanes<TShape>(x, y);
            else MoveNumbers<TShape>(x, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MovePixels<TV, TShape>(float* x, float* y, float* xEnd, float* yEnd)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPermutationShape
    {
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride);
        for (int i = 0; i < Size<TShape>(TShape.First); i++)
        {
            float* pixel = x + (i * Step<TShape>(TShape.First));
            for (int j = 0; j < Size<TShape>(TShape.Second); j++, pixel += Step<TShape>(TShape.Second), y += TShape.ResultStride)
            {
                for (int c = 0; c < lanes; c += TV.Count)
                {
                    TV value = Pixel.Load<TV>(pixel + c, TShape.Channels - c, TShape.Stride, xEnd);
                    Pixel.Store(value, y + c, TShape.Channels - c, TShape.ResultStride, yEnd);
                }
            }
        }
    }

    // The axis that becomes the channels and the channels that become another axis are a matrix for each place on the third axis.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposePlanes<TShape>(float* x, float* y)
        where TShape : struct, IPermutationShape
    {
        int line = Size<TShape>(TShape.Second) * TShape.ResultStride, other = TShape.First == 2 ? TShape.Second : TShape.First;
        int channelStep = TShape.First == 2 ? line : TShape.ResultStride, otherStep = TShape.First == 2 ? TShape.ResultStride : line;
        for (int i = 0; i < Size<TShape>(other); i++)
        {
            float* plane = x + (i * Step<TShape>(other));
            Transpose.Run(plane, Step<TShape>(TShape.Third), y + (i * otherStep), channelStep, Size<TShape>(TShape.Third), TShape.Channels);
        }
    }

    // Without padding, matrices whose rows lie apart are rare, and small: only what a caller gives has none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveNumbers<TShape>(float* x, float* y)
        where TShape : struct, IPermutationShape
    {
        for (int i = 0; i < Size<TShape>(TShape.First); i++)
        {
            for (int j = 0; j < Size<TShape>(TShape.Second); j++, y += TShape.ResultStride)
            {
                for (int k = 0; k < Size<TShape>(TShape.Third); k++)
                    y[k] = x[(i * Step<TShape>(TShape.First)) + (j * Step<TShape>(TShape.Second)) + (k * Step<TShape>(TShape.Third))];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ResultFloats<TShape>()
        where TShape : struct, IPermutationShape
        => Size<TShape>(TShape.First) * Size<TShape>(TShape.Second) * TShape.ResultStride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Size<TShape>(int axis)
        where TShape : struct, IImageShape
        => axis == 0 ? TShape.Height : axis == 1 ? TShape.Width : TShape.Channels;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step<TShape>(int axis)
        where TShape : struct, IImageShape
        => axis == 0 ? TShape.Width * TShape.Stride : axis == 1 ? TShape.Stride : 1;

    /// <summary>The backward pass: the axes in the first order.</summary>
    private readonly struct Inverse<TShape> : IPermutationShape
        where TShape : struct, IPermutationShape
    {
        public static int Height => Size<TShape>(TShape.First);

        public static int Width => Size<TShape>(TShape.Second);

        public static int Channels => Size<TShape>(TShape.Third);

        public static int Stride => TShape.ResultStride;

        public static int First => PlaceOf(0);

        public static int Second => PlaceOf(1);

        public static int Third => PlaceOf(2);

        public static int ResultStride => TShape.Stride;

        private static int PlaceOf(int axis) => TShape.First == axis ? 0 : TShape.Second == axis ? 1 : 2;
    }
}
