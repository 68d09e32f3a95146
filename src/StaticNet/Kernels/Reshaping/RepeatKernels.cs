using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Repeats each channel of pixels, or but brings pixels to rows of whole vectors, whose padding is 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class RepeatKernels
{
    /// <summary>y[c times + k] = x[c] of each pixel.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Forward<TShape>(float* x, float* y, int rows)
        where TShape : struct, IRepeatShape
    {
        int width = TShape.Channels * TShape.Times;
        float* from = x, to = y;
        for (nint pixel = (nint)rows * TShape.Pixels; pixel > 0; pixel--, from += TShape.Stride, to += TShape.ResultStride)
        {
            if (TShape.Times == 1)
                new ReadOnlySpan<float>(from, TShape.Channels).CopyTo(new Span<float>(to, TShape.Channels));
            for (int c = 0; c < TShape.Channels && TShape.Times > 1; c++)
                new Span<float>(to + (c * TShape.Times), TShape.Times).Fill(from[c]);
            new Span<float>(to + width, TShape.ResultStride - width).Clear();
        }
    }

    /// <summary>dx[c] = Σ_k dy[c times + k] of each pixel, ∘ activation'(x) of the activation fused into the step that made x.</summary>
    public static void Backward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IRepeatShape
        where TInputActivation : struct, IActivation
        => Sum<TShape, TInputActivation>(dy, x, dx, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Sum<TV, TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IRepeatShape
        where TInputActivation : struct, IActivation
    {
        int times = TShape.Times;
        for (nint pixel = (nint)rows * TShape.Pixels; pixel > 0; pixel--, dy += TShape.ResultStride, x += TShape.Stride, dx += TShape.Stride)
        {
            for (int c = 0; c < TShape.Channels; c++)
            {
                float sum = 0;
                for (int k = 0; k < times; k++)
                    sum += dy[(c * times) + k];
                dx[c] = sum;
            }

            // A value with a gradient lies in whole vectors.
            new Span<float>(dx + TShape.Channels, TShape.Stride - TShape.Channels).Clear();
            for (int c = 0; c < TShape.Stride; c += TV.Count)
                Slope.Times<TV, TInputActivation>(TV.Load(dx + c), x + c).Store(dx + c);
        }
    }
}
