using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Pooling over all pixels of a sample, channel by channel: the result is a single pixel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class GlobalPoolingKernels
{
    /// <summary>y = mean of x over the pixels.</summary>
    public static void Average<TShape>(float* x, float* y, int rows)
        where TShape : struct, IImageShape
        => AveragePixels<TShape>(x, y, rows);

    /// <summary>dx = dy / pixels ∘ activation'(x) of the activation fused into the step that made x.</summary>
    public static void AverageBackward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IImageShape
        where TInputActivation : struct, IActivation
        => AveragePixelsBack<TShape, TInputActivation>(dy, x, dx, rows);

    /// <summary>y = max of x over the pixels.</summary>
    public static void Max<TShape>(float* x, float* y, int rows)
        where TShape : struct, IImageShape
        => MaxPixels<TShape>(x, y, rows);

    /// <summary>
    /// dx = dy at the first pixel where x is y, 0 at the others, ∘ activation'(x) of the activation fused into the step that made x.
    /// </summary>
    public static void MaxBackward<TShape, TInputActivation>(
        float* dy, float* y, float* x, float* dx, int rows)
        where TShape : struct, IImageShape
        where TInputActivation : struct, IActivation
        => MaxPixelsBack<TShape, TInputActivation>(dy, y, x, dx, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void AveragePixels<TV, TShape>(float* x, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IImageShape
    {
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride), pixels = TShape.Height * TShape.Width;
        float* xEnd = x + ((nint)rows * pixels * TShape.Stride), yEnd = y + ((nint)rows * TShape.Stride);
        for (int row = 0; row < rows; row++, x += pixels * TShape.Stride, y += TShape.Stride)
        {
            for (int c = 0; c < lanes; c += TV.Count)
            {
                // Four sums side by side, so that none waits for the one before.
                TV first = default, second = default, third = default, fourth = default;
                float* pixel = x + c;
                int p = 0, count = TShape.Channels - c;
                for (; p < pixels - 3; p += 4, pixel += 4 * TShape.Stride)
                {
                    first += Pixel.Load<TV>(pixel, count, TShape.Stride, xEnd);
                    second += Pixel.Load<TV>(pixel + TShape.Stride, count, TShape.Stride, xEnd);
                    third += Pixel.Load<TV>(pixel + (2 * TShape.Stride), count, TShape.Stride, xEnd);
                    fourth += Pixel.Load<TV>(pixel + (3 * TShape.Stride), count, TShape.Stride, xEnd);
                }

                for (; p < pixels; p++, pixel += TShape.Stride)
                    first += Pixel.Load<TV>(pixel, count, TShape.Stride, xEnd);
                TV mean = ((first + second) + (third + fourth)) / TV.Create((float)pixels);
                Pixel.Store(mean, y + c, count, TShape.Stride, yEnd);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void AveragePixelsBack<TV, TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IImageShape
        where TInputActivation : struct, IActivation
    {
        TV share = TV.Create(1f / (TShape.Height * TShape.Width));
        for (int row = 0; row < rows; row++, dy += TShape.Stride)
        {
            for (int p = 0; p < TShape.Height * TShape.Width; p++, x += TShape.Stride, dx += TShape.Stride)
            {
                for (int c = 0; c < TShape.Stride; c += TV.Count)
                    Slope.Times<TV, TInputActivation>(TV.Load(dy + c) * share, x + c).Store(dx + c);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MaxPixels<TV, TShape>(float* x, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IImageShape
    {
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride), pixels = TShape.Height * TShape.Width;
        float* xEnd = x + ((nint)rows * pixels * TShape.Stride), yEnd = y + ((nint)rows * TShape.Stride);
        for (int row = 0; row < rows; row++, x += pixels * TShape.Stride, y += TShape.Stride)
        {
            for (int c = 0; c < lanes; c += TV.Count)
            {
                int count = TShape.Channels - c;
                float* pixel = x + c;
                TV largest = Pixel.Load<TV>(pixel, count, TShape.Stride, xEnd);
                for (int p = 1; p < pixels; p++)
                {
                    pixel += TShape.Stride;
                    largest = Largest.Of(Pixel.Load<TV>(pixel, count, TShape.Stride, xEnd), largest);
                }

                Pixel.Store(largest, y + c, count, TShape.Stride, yEnd);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MaxPixelsBack<TV, TShape, TInputActivation>(float* dy, float* y, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IImageShape
        where TInputActivation : struct, IActivation
    {
        int pixels = TShape.Height * TShape.Width;
        for (int row = 0; row < rows; row++, dy += TShape.Stride, y += TShape.Stride)
        {
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                // What is left of the gradient: nothing once the pixel is found, which is not below the largest.
                TV left = TV.Load(dy + c), largest = TV.Load(y + c);
                nint place = c;
                for (int p = 0; p < pixels; p++, place += TShape.Stride)
                {
                    TV isBelow = TV.GreaterThan(largest, TV.Load(x + place));
                    TV given = TV.Select(isBelow, default, left);
                    left &= isBelow;
                    Slope.Times<TV, TInputActivation>(given, x + place).Store(dx + place);
                }
            }

            x += pixels * TShape.Stride;
            dx += pixels * TShape.Stride;
        }
    }
}
