using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Enlarges images by whole factors. Pixels are areas: the middle of pixel p of the result lies at (p + 1/2) / factor - 1/2 of the image.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class UpSamplingKernels
{
    /// <summary>y = each pixel of x, repeated.</summary>
    public static void Nearest<TShape>(float* x, float* y, int rows)
        where TShape : struct, IUpSamplingShape
        => Repeat<TShape>(x, y, rows);

    /// <summary>dx = Σ dy of the pixel's copies, ∘ activation'(x) of the activation fused into the step that made x.</summary>
    public static void NearestBackward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IUpSamplingShape
        where TInputActivation : struct, IActivation
        => SumCopies<TShape, TInputActivation>(dy, x, dx, rows);

    /// <summary>y = mean of the four pixels of x around, each the more the nearer; at the edges of those that there are.</summary>
    public static void Bilinear<TShape>(float* x, float* y, int rows)
        where TShape : struct, IUpSamplingShape
        => Interpolate<TShape>(x, y, rows);

    /// <summary>
    /// dx = Σ dy times the pixel's part in it, ∘ activation'(x) of the activation fused into the step that made x.
    /// </summary>
    public static void BilinearBackward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IUpSamplingShape
        where TInputActivation : struct, IActivation
        => SumParts<TShape, TInputActivation>(dy, x, dx, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Repeat<TV, TShape>(float* x, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUpSamplingShape
    {
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride), line = TShape.Width * TShape.FactorWidth * TShape.Stride;
        float* xEnd = x + ((nint)rows * TShape.Height * TShape.Width * TShape.Stride);
        float* yEnd = y + ((nint)rows * TShape.Height * TShape.FactorHeight * line);
        for (int h = 0; h < rows * TShape.Height; h++)
        {
            float* first = y;
            for (int w = 0; w < TShape.Width; w++, x += TShape.Stride)
            {
                for (int copy = 0; copy < TShape.FactorWidth; copy++, y += TShape.Stride)
                {
                    for (int c = 0; c < lanes; c += TV.Count)
                    {
                        TV value = Pixel.Load<TV>(x + c, TShape.Channels - c, TShape.Stride, xEnd);
                        Pixel.Store(value, y + c, TShape.Channels - c, TShape.Stride, yEnd);
                    }
                }
            }

            for (int copy = 1; copy < TShape.FactorHeight; copy++, y += line)
                new Span<float>(first, line).CopyTo(new Span<float>(y, line));
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void SumCopies<TV, TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUpSamplingShape
        where TInputActivation : struct, IActivation
    {
        int line = TShape.Width * TShape.FactorWidth * TShape.Stride;
        for (int h = 0; h < rows * TShape.Height; h++, dy += TShape.FactorHeight * line)
        {
            for (int w = 0; w < TShape.Width; w++, x += TShape.Stride, dx += TShape.Stride)
            {
                for (int c = 0; c < TShape.Stride; c += TV.Count)
                {
                    TV sum = default;
                    float* corner = dy + (w * TShape.FactorWidth * TShape.Stride) + c;
                    for (int i = 0; i < TShape.FactorHeight; i++)
                    {
                        for (int j = 0; j < TShape.FactorWidth; j++)
                            sum += TV.Load(corner + (i * line) + (j * TShape.Stride));
                    }

                    Slope.Times<TV, TInputActivation>(sum, x + c).Store(dx + c);
                }
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Interpolate<TV, TShape>(float* x, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUpSamplingShape
    {
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride), line = TShape.Width * TShape.Stride;
        float* xEnd = x + ((nint)rows * TShape.Height * line);
        float* yEnd = y + ((nint)rows * TShape.Height * TShape.FactorHeight * line * TShape.FactorWidth);
        for (int row = 0; row < rows; row++, x += TShape.Height * line)
        {
            for (int i = 0; i < TShape.Height * TShape.FactorHeight; i++)
            {
                (int upper, int lower, float down) = Between(i, TShape.FactorHeight, TShape.Height);
                for (int j = 0; j < TShape.Width * TShape.FactorWidth; j++, y += TShape.Stride)
                {
                    (int left, int right, float across) = Between(j, TShape.FactorWidth, TShape.Width);
                    for (int c = 0; c < lanes; c += TV.Count)
                    {
                        TV top = Mix<TV, TShape>(x + (upper * line) + c, left, right, across, c, xEnd);
                        TV bottom = Mix<TV, TShape>(x + (lower * line) + c, left, right, across, c, xEnd);
                        TV mean = TV.MultiplyAdd(bottom - top, TV.Create(down), top);
                        Pixel.Store(mean, y + c, TShape.Channels - c, TShape.Stride, yEnd);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Mix<TV, TShape>(float* line, int left, int right, float across, int c, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUpSamplingShape
    {
        TV from = Pixel.Load<TV>(line + (left * TShape.Stride), TShape.Channels - c, TShape.Stride, end);
        TV to = Pixel.Load<TV>(line + (right * TShape.Stride), TShape.Channels - c, TShape.Stride, end);
        return TV.MultiplyAdd(to - from, TV.Create(across), from);
    }

    // The pixels on both sides of a pixel of the result along one axis, and how far it is from the first to the second. Distances are
    // counted in halves of a pixel of the result, so that they are exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int Second, float Way) Between(int result, int factor, int size)
    {
        int place = Math.Max(0, (2 * result) + 1 - factor), first = place / (2 * factor);
        return (first, Math.Min(first + 1, size - 1), (place - (first * 2 * factor)) / (2f * factor));
    }

    // Each pixel sums over those of the result that it has a part in.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void SumParts<TV, TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IUpSamplingShape
        where TInputActivation : struct, IActivation
    {
        int line = TShape.Width * TShape.FactorWidth * TShape.Stride;
        for (int row = 0; row < rows; row++, dy += TShape.Height * TShape.FactorHeight * line)
        {
            for (int h = 0; h < TShape.Height; h++)
            {
                (int top, int bottom) = Reached(h, TShape.FactorHeight, TShape.Height);
                for (int w = 0; w < TShape.Width; w++, x += TShape.Stride, dx += TShape.Stride)
                {
                    (int left, int right) = Reached(w, TShape.FactorWidth, TShape.Width);
                    for (int c = 0; c < TShape.Stride; c += TV.Count)
                    {
                        TV sum = default;
                        for (int i = top; i < bottom; i++)
                        {
                            float part = PartIn(i, h, TShape.FactorHeight, TShape.Height);
                            float* gradient = dy + (i * line) + c;
                            for (int j = left; j < right; j++)
                            {
                                TV weight = TV.Create(part * PartIn(j, w, TShape.FactorWidth, TShape.Width));
                                sum = TV.MultiplyAdd(TV.Load(gradient + (j * TShape.Stride)), weight, sum);
                            }
                        }

                        Slope.Times<TV, TInputActivation>(sum, x + c).Store(dx + c);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int End) Reached(int pixel, int factor, int size)
    {
        int first = ((pixel - 1) * factor) + ((factor + 1) / 2), end = ((pixel + 1) * factor) + (factor / 2);
        return (Math.Max(0, first), Math.Min(size * factor, end));
    }

    // A pixel's part falls from 1 at its middle to 0 at those of its neighbours.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float PartIn(int result, int pixel, int factor, int size)
    {
        int place = Math.Clamp((2 * result) + 1 - factor, 0, 2 * factor * (size - 1));
        return Math.Max(0, (2 * factor) - Math.Abs(place - (2 * factor * pixel))) / (2f * factor);
    }
}
