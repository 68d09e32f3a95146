using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Puts a frame of zeros around images, or takes the frame off: each is the other's derivative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PaddingKernels
{
    /// <summary>y = x in a frame of zeros.</summary>
    public static void ZeroPad<TShape>(float* x, float* y, int rows)
        where TShape : struct, IFrameShape
        => Frame<Simd128, TShape, Linear>(x, y, y, rows);

    /// <summary>dx = dy without its frame, ∘ activation'(x) of the activation fused into the step that made x.</summary>
    public static void ZeroPadBackward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IFrameShape
        where TInputActivation : struct, IActivation
        => Unframe<TShape, TInputActivation>(dy, x, dx, rows);

    /// <summary>y = x without its frame.</summary>
    public static void Crop<TShape>(float* x, float* y, int rows)
        where TShape : struct, IFrameShape
        => Unframe<Simd128, TShape, Linear>(x, y, y, rows);

    /// <summary>dx = dy in a frame of zeros, ∘ activation'(x) of the activation fused into the step that made x.</summary>
    public static void CropBackward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IFrameShape
        where TInputActivation : struct, IActivation
        => Frame<TShape, TInputActivation>(dy, x, dx, rows);

    // The slope is that of x at the place of the result.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Frame<TV, TShape, TActivation>(float* inner, float* x, float* outer, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IFrameShape
        where TActivation : struct, IActivation
    {
        int line = TShape.Width * TShape.Stride, left = TShape.Left * TShape.Stride, right = TShape.Right * TShape.Stride;
        int above = TShape.Top * (left + line + right), below = TShape.Bottom * (left + line + right);
        for (int row = 0; row < rows; row++)
        {
            Clear(outer, above);
            outer += above;
            x += above;
            for (int i = 0; i < TShape.Height; i++, inner += line, outer += left + line + right, x += left + line + right)
            {
                Clear(outer, left);
                Line<TV, TActivation>(inner, x + left, outer + left, line);
                Clear(outer + left + line, right);
            }

            Clear(outer, below);
            outer += below;
            x += below;
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Unframe<TV, TShape, TActivation>(float* outer, float* x, float* inner, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IFrameShape
        where TActivation : struct, IActivation
    {
        int line = TShape.Width * TShape.Stride, left = TShape.Left * TShape.Stride, right = TShape.Right * TShape.Stride;
        for (int row = 0; row < rows; row++)
        {
            outer += TShape.Top * (left + line + right);
            for (int i = 0; i < TShape.Height; i++, outer += left + line + right, inner += line, x += line)
                Line<TV, TActivation>(outer + left, x, inner, line);
            outer += TShape.Bottom * (left + line + right);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Line<TV, TActivation>(float* source, float* x, float* result, int count)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        if (typeof(TActivation) == typeof(Linear))
        {
            new Span<float>(source, count).CopyTo(new Span<float>(result, count));
            return;
        }

        // Other activations are those of values with a gradient, whose lines are whole vectors.
        for (int i = 0; i < count; i += TV.Count)
            Slope.Times<TV, TActivation>(TV.Load(source + i), x + i).Store(result + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(float* start, int count)
    {
        if (count > 0)
            new Span<float>(start, count).Clear();
    }
}
