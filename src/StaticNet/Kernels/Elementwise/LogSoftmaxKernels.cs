using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The logarithm of the softmax of rows, x - log Σ exp(x), and its derivative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class LogSoftmaxKernels
{
    /// <summary>y = log softmax of each row of x, whose rows lie as those of y do.</summary>
    public static void Forward<TRow>(float* x, float* y, int rows)
        where TRow : struct, IRowShape
        => Rows<TRow>(x, y, rows);

    /// <summary>dx = (dy - exp(y) Σ dy) ∘ activation'(x), row by row, with the activation fused into the step that made x.</summary>
    public static void Backward<TRow, TInputActivation>(float* dy, float* y, float* x, float* dx, int rows)
        where TRow : struct, IRowShape
        where TInputActivation : struct, IActivation
        => RowsBack<TRow, TInputActivation>(dy, y, x, dx, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Rows<TV, TRow>(float* x, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        bool isPadded = TRow.Stride % 16 == 0;
        for (int row = 0; row < rows; row++, x += TRow.Stride, y += TRow.Stride)
        {
            TV largest = TV.Create(float.NegativeInfinity);
            for (int i = 0; i < TRow.Width; i += TV.Count)
                largest = TV.Max(largest, Load<TV, TRow>(x, i, float.NegativeInfinity));
            TV shift = TV.Create(TV.Max(largest)), sum = default;
            for (int i = 0; i < TRow.Width; i += TV.Count)
                sum += Keep<TV, TRow>(SimdMath.Exp(Load<TV, TRow>(x, i, float.NegativeInfinity) - shift), i);

            // The largest less itself is exactly 0, whatever its size.
            TV rest = TV.Create((float)Math.Log(TV.Sum(sum)));
            for (int i = 0; i < TRow.Width; i += TV.Count)
            {
                TV result = Keep<TV, TRow>(Load<TV, TRow>(x, i, 0) - shift - rest, i);
                if (isPadded || TRow.Width - i >= TV.Count) result.Store(y + i);
                else Simd.StoreFirst(result, y + i, TRow.Width - i);
            }

            for (int i = (TRow.Width + TV.Count - 1) / TV.Count * TV.Count; isPadded && i < TRow.Stride; i += TV.Count)
                default(TV).Store(y + i);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void RowsBack<TV, TRow, TInputActivation>(float* dy, float* y, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, dy += TRow.Stride, y += TRow.Stride, x += TRow.Stride, dx += TRow.Stride)
        {
            // The padding of dy is 0.
            TV sum = default;
            for (int i = 0; i < TRow.Stride; i += TV.Count)
                sum += TV.Load(dy + i);
            TV total = TV.Create(TV.Sum(sum));
            for (int i = 0; i < TRow.Stride; i += TV.Count)
            {
                TV gradient = TV.Load(dy + i) - (SimdMath.Exp(TV.Load(y + i)) * total);
                Tiny.Flush(Keep<TV, TRow>(gradient * TInputActivation.Derivative(TV.Load(x + i)), i)).Store(dx + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Load<TV, TRow>(float* row, int i, float beyond)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        => TRow.Width - i >= TV.Count ? TV.Load(row + i)
            : TRow.Stride % 16 == 0 ? Simd.LoadPadded<TV>(row + i, TRow.Width - i, beyond)
            : Simd.LoadFirst<TV>(row + i, TRow.Width - i, beyond);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Keep<TV, TRow>(TV value, int i)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        => TRow.Width - i >= TV.Count ? value : Simd.KeepFirst(value, TRow.Width - i);
}
