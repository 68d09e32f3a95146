using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Copies the numbers of each sample, in their order, from rows of one width to rows of another.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class RowsKernels
{
    /// <summary>y = the numbers of x; the padding of y becomes 0.</summary>
    public static void Copy<TShape>(float* x, float* y, int rows)
        where TShape : struct, IReshapeShape
        => Move<TShape, Linear>(x, y, y, rows);

    /// <summary>
    /// dx = the numbers of dy, ∘ activation'(x) of the activation fused into the step that made x; the padding of dx becomes 0.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(float* dy, float* x, float* dx, int rows)
        where TShape : struct, IReshapeShape
        where TInputActivation : struct, IActivation
        => Move<Reverse<TShape>, TInputActivation>(dy, x, dx, rows);

    // The slope is that of x at the place of the result.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Move<TV, TShape, TActivation>(float* source, float* x, float* result, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IReshapeShape
        where TActivation : struct, IActivation
    {
        float* sourceEnd = source + ((nint)rows * TShape.Rows * TShape.Stride);
        float* resultEnd = result + ((nint)rows * TShape.ResultRows * TShape.ResultStride);
        bool hasGaps = TShape.Stride > TShape.Width || TShape.ResultStride > TShape.ResultWidth;
        if (!hasGaps)
        {
            Run<TV, TActivation>(source, x, result, (int)(sourceEnd - source), sourceEnd, resultEnd);
            return;
        }

        for (int column = 0; result < resultEnd; result += TShape.ResultStride, x += TShape.ResultStride)
        {
            for (int filled = 0; filled < TShape.ResultWidth;)
            {
                int count = Math.Min(TShape.Width - column, TShape.ResultWidth - filled);
                Run<TV, TActivation>(source + column, x + filled, result + filled, count, sourceEnd, resultEnd);
                filled += count;
                column += count;
                if (column == TShape.Width)
                {
                    column = 0;
                    source += TShape.Stride;
                }
            }

            for (int i = TShape.ResultWidth; i < TShape.ResultStride; i++)
                result[i] = 0;
        }
    }

    // The last vector goes past the numbers where there is room: what lies there is written later.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TV, TActivation>(float* source, float* x, float* result, int count, float* sourceEnd, float* resultEnd)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        int i = 0;
        for (; i <= count - TV.Count; i += TV.Count)
            Slope.Times<TV, TActivation>(TV.Load(source + i), x + i).Store(result + i);
        if (i == count)
            return;
        if (source + i + TV.Count <= sourceEnd && result + i + TV.Count <= resultEnd)
            Slope.Times<TV, TActivation>(TV.Load(source + i), x + i).Store(result + i);
        else
            Rest<TV, TActivation>(source + i, x + i, result + i, count - i);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rest<TV, TActivation>(float* source, float* x, float* result, int count)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        TV value = Simd.LoadFirst<TV>(source, count);
        if (typeof(TActivation) != typeof(Linear))
            value = Slope.Product<TV, TActivation>(value, TActivation.Derivative(Simd.LoadFirst<TV>(x, count)));
        Simd.StoreFirst(value, result, count);
    }

    private readonly struct Reverse<TShape> : IReshapeShape
        where TShape : struct, IReshapeShape
    {
        public static int Rows => TShape.ResultRows;

        public static int Width => TShape.ResultWidth;

        public static int Stride => TShape.ResultStride;

        public static int ResultRows => TShape.Rows;

        public static int ResultWidth => TShape.Width;

        public static int ResultStride => TShape.Stride;
    }
}
