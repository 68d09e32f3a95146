using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The softmax of rows and its derivative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class SoftmaxKernels
{
    /// <summary>y = softmax of each row of x; the rows of y are <paramref name="yStride"/> apart.</summary>
    public static void Forward<TRow>(Pointer<float> x, Pointer<float> y, int yStride, int rows)
        where TRow : struct, IRowShape
    {
        if (Simd.Is512) Rows<Simd512, TRow>(x, y, yStride, rows);
        else if (Simd.Is256) Rows<Simd256, TRow>(x, y, yStride, rows);
        else Rows<Simd128, TRow>(x, y, yStride, rows);
    }

    /// <summary>dx = y ∘ (dy - Σ y dy) ∘ activation'(x), row by row, with the activation that is fused into what made x.</summary>
    public static void Backward<TRow, TInputActivation>(
        Pointer<float> dy, Pointer<float> y, Pointer<float> x, Pointer<float> dx, int rows)
        where TRow : struct, IRowShape
        where TInputActivation : struct, IActivation
    {
        if (Simd.Is512) RowsBack<Simd512, TRow, TInputActivation>(dy, y, x, dx, rows);
        else if (Simd.Is256) RowsBack<Simd256, TRow, TInputActivation>(dy, y, x, dx, rows);
        else RowsBack<Simd128, TRow, TInputActivation>(dy, y, x, dx, rows);
    }

    /// <summary>y = softmax(x) for one row; returns log Σ exp(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Row<TV>(float* x, float* y, int width)
        where TV : unmanaged, ISimd<TV>
    {
        int whole = width - (width % TV.Count), rest = width - whole;
        TV max = rest > 0 ? Simd.LoadFirst<TV>(x + whole, rest, float.NegativeInfinity) : TV.Create(float.NegativeInfinity);
        TV last = max;
        for (int i = 0; i < whole; i += TV.Count)
            max = TV.Max(max, TV.Load(x + i));

        float largest = TV.Max(max);
        TV shift = TV.Create(largest);
        TV sum = default;
        for (int i = 0; i < whole; i += TV.Count)
        {
            TV e = SimdMath.Exp(TV.Load(x + i) - shift);
            e.Store(y + i);
            sum += e;
        }

        if (rest > 0)
        {
            last = SimdMath.Exp(last - shift);
            sum += last;
        }

        float total = TV.Sum(sum);
        TV scale = TV.Create(1 / total);
        for (int i = 0; i < whole; i += TV.Count)
            (TV.Load(y + i) * scale).Store(y + i);
        if (rest > 0)
            Simd.StoreFirst(last * scale, y + whole, rest);
        return largest + Math.Log(total);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TV, TRow>(float* x, float* y, int yStride, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        for (int row = 0; row < rows; row++)
            Row<TV>(x + ((nint)row * TRow.Stride), y + ((nint)row * yStride), TRow.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RowsBack<TV, TRow, TInputActivation>(float* dy, float* y, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, dy += TRow.Stride, y += TRow.Stride, x += TRow.Stride, dx += TRow.Stride)
        {
            float dot = 0;
            for (int i = 0; i < TRow.Width; i++)
                dot += y[i] * dy[i];
            TV shift = TV.Create(dot);
            for (int i = 0; i < TRow.Stride; i += TV.Count)
            {
                // Past the row's width y counts as 0: the gradient's padding stays 0.
                int count = Math.Clamp(TRow.Width - i, 0, TV.Count);
                TV value = count == TV.Count ? TV.Load(y + i) : Simd.LoadFirst<TV>(y + i, count);
                TV slope = value * TInputActivation.Derivative(TV.Load(x + i));
                ((TV.Load(dy + i) - shift) * slope).Store(dx + i);
            }
        }
    }
}
