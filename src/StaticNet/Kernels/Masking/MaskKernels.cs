using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Masks over the steps of sequences, a byte a step, 0 where it does not count; the masks of two samples lie whole vectors of 16 bytes apart.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class MaskKernels
{
    /// <summary>mask = 0 and y = 0 at steps all of whose numbers equal the value; 1 and x at the others. The padding of y becomes 0.</summary>
    public static void Forward<TShape>(float* x, byte* mask, float* y, float value, int rows)
        where TShape : struct, ISequenceShape
    {
        float* from = x, to = y;
        byte* counts = mask;
        for (int row = 0; row < rows; row++, counts += MaskStride<TShape>())
        {
            for (int step = 0; step < TShape.Steps; step++, from += TShape.Stride, to += TShape.Stride)
            {
                var numbers = new ReadOnlySpan<float>(from, TShape.Width);
                bool isMasked = !numbers.ContainsAnyExcept(value);
                counts[step] = isMasked ? (byte)0 : (byte)1;
                var result = new Span<float>(to, TShape.Stride);
                if (!isMasked) numbers.CopyTo(result);
                result[(isMasked ? 0 : TShape.Width)..].Clear();
            }
        }
    }

    /// <summary>dx = dy ∘ activation'(x) at steps that count, else 0, with the activation fused into the step that made x.</summary>
    public static partial void Backward<TShape, TInputActivation>(float* dy, float* x, byte* mask, float* dx, int rows)
        where TShape : struct, ISequenceShape
        where TInputActivation : struct, IActivation;

    /// <summary>Counts the steps of the batch that count.</summary>
    /// <param name="mask">The masks of the whole batch.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="count">Where the number goes, which <see cref="CountOrOne"/> reads.</param>
    /// <param name="batch">The number of samples.</param>
    public static void Count(byte* mask, int steps, float* count, int batch)
    {
        int counted = 0;
        for (int sample = 0; sample < batch; sample++, mask += Layout.Align(steps))
            counted += new ReadOnlySpan<byte>(mask, steps).Count((byte)1);
        *(int*)count = counted;
    }

    /// <summary>How many steps share the loss: those that count, and 1 where none does.</summary>
    public static int CountOrOne(float* count) => Math.Max(1, *(int*)count);

    /// <summary>The rows of steps that do not count get no gradient, and their losses count for nothing.</summary>
    /// <param name="mask">The masks of some samples.</param>
    /// <param name="gradient">The gradients of their rows, one for each step.</param>
    /// <param name="losses">The losses of their rows.</param>
    /// <param name="steps">The steps of a sample.</param>
    /// <param name="rows">The number of samples.</param>
    public static void ClearMasked<TRow>(byte* mask, float* gradient, SampleLoss* losses, int steps, int rows)
        where TRow : struct, IRowShape
    {
        for (int sample = 0; sample < rows; sample++, mask += Layout.Align(steps))
        {
            for (int step = 0; step < steps; step++, gradient += TRow.Stride, losses++)
            {
                if (mask[step] != 0)
                    continue;
                new Span<float>(gradient, TRow.Stride).Clear();
                *losses = default;
            }
        }
    }

    /// <summary>y = the mean of the steps that count, or 0 where none does; scales = what their sum was multiplied by.</summary>
    public static partial void Average<TShape>(float* x, byte* mask, float* scales, float* y, int rows)
        where TShape : struct, ISequenceShape;

    /// <summary>dx = dy · scale ∘ activation'(x) at steps that count, else 0, with the activation fused into the step that made x.</summary>
    public static partial void AverageBackward<TShape, TInputActivation>(
        float* dy, float* x, byte* mask, float* scales, float* dx, int rows)
        where TShape : struct, ISequenceShape
        where TInputActivation : struct, IActivation;

    /// <summary>From the mask of a sample to that of the next.</summary>
    internal static int MaskStride<TShape>()
        where TShape : struct, ISequenceShape
        => Layout.Align(TShape.Steps);

    // From here on rows are whole vectors: what makes a gradient has them.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Backward<TV, TShape, TInputActivation>(float* dy, float* x, byte* mask, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, ISequenceShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, mask += MaskStride<TShape>())
        {
            for (int step = 0; step < TShape.Steps; step++, dy += TShape.Stride, x += TShape.Stride, dx += TShape.Stride)
            {
                TV counts = TV.Create(mask[step]);
                for (int i = 0; i < TShape.Stride; i += TV.Count)
                    Slope.Times<TV, TInputActivation>(TV.Load(dy + i) * counts, x + i).Store(dx + i);
            }
        }
    }

    // The columns of a vector that lie beyond the width are read and written where rows have room for them.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Average<TV, TShape>(float* x, byte* mask, float* scales, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, ISequenceShape
    {
        int lanes = Pixel.Lanes(TShape.Width, TShape.Stride);
        for (int row = 0; row < rows; row++, mask += MaskStride<TShape>(), x += TShape.Steps * TShape.Stride, y += TShape.Stride)
        {
            int count = TShape.Steps - new ReadOnlySpan<byte>(mask, TShape.Steps).Count((byte)0);
            float scale = count == 0 ? 0 : 1f / count;
            scales[(nint)row * 16] = scale;
            for (int i = 0; i < lanes; i += TV.Count)
            {
                int rest = lanes - i;
                TV sum = default;
                for (int step = 0; step < TShape.Steps; step++)
                {
                    if (mask[step] == 0)
                        continue;
                    float* at = x + (step * TShape.Stride) + i;
                    sum += rest >= TV.Count ? TV.Load(at) : Simd.LoadFirst<TV>(at, rest);
                }

                sum *= TV.Create(scale);
                if (rest >= TV.Count) sum.Store(y + i);
                else Simd.StoreFirst(sum, y + i, rest);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void AverageBackward<TV, TShape, TInputActivation>(float* dy, float* x, byte* mask, float* scales, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, ISequenceShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, mask += MaskStride<TShape>(), dy += TShape.Stride)
        {
            for (int step = 0; step < TShape.Steps; step++, x += TShape.Stride, dx += TShape.Stride)
            {
                TV share = TV.Create(mask[step] * scales[(nint)row * 16]);
                for (int i = 0; i < TShape.Stride; i += TV.Count)
                    Slope.Times<TV, TInputActivation>(TV.Load(dy + i) * share, x + i).Store(dx + i);
            }
        }
    }
}
