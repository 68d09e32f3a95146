using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The softmax of rows and its derivative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class SoftmaxKernels
{
    /// <summary>y = softmax of each row of x; the rows of y are <paramref name="yStride"/> apart.</summary>
    public static void Forward<TRow>(float* x, float* y, int yStride, int rows)
        where TRow : struct, IRowShape
        => Rows<TRow>(x, y, yStride, rows);

    /// <summary>dx = y ∘ (dy - Σ y dy) ∘ activation'(x), row by row, with the activation fused into the step that made x.</summary>
    public static void Backward<TRow, TInputActivation>(
        float* dy, float* y, float* x, float* dx, int rows)
        where TRow : struct, IRowShape
        where TInputActivation : struct, IActivation
        => RowsBack<TRow, TInputActivation>(dy, y, x, dx, rows);

    /// <summary>
    /// y = softmax(x) for one row; returns log Σ exp(x). Where y is padded as x is, its padding becomes 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Row<TV, TRow>(float* x, float* y, bool yIsPadded)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        float total = Row<TV, TRow>(x, y, yIsPadded, hasRoom: false, out float largest);
        return largest + Math.Log(total);
    }

    /// <summary>y = softmax(x) for one row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="yIsPadded">Whether y is padded as x may be; that then becomes 0.</param>
    /// <param name="hasRoom">Whether a whole vector may be written where the row ends.</param>
    /// <param name="largest">The largest number of x.</param>
    /// <returns>Σ exp(x - largest).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Row<TV, TRow>(float* x, float* y, bool yIsPadded, bool hasRoom, out float largest)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        int whole = TRow.Width - (TRow.Width % TV.Count), rest = TRow.Width - whole;
        bool isPadded = TRow.Stride % 16 == 0;
        TV max = TV.Create(float.NegativeInfinity);
        if (rest > 0)
            max = isPadded ? Simd.LoadPadded<TV>(x + whole, rest, float.NegativeInfinity) : Simd.LoadFirst<TV>(x + whole, rest, float.NegativeInfinity);
        TV last = max;
        for (int i = 0; i < whole; i += TV.Count)
            max = TV.Max(max, TV.Load(x + i));

        largest = TV.Max(max);
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
            last = Simd.KeepFirst(SimdMath.Exp(last - shift), rest);
            sum += last;
        }

        float total = TV.Sum(sum);
        TV scale = TV.Create(1 / total);
        for (int i = 0; i < whole; i += TV.Count)
            Probability(TV.Load(y + i), scale).Store(y + i);
        if (yIsPadded && isPadded)
        {
            for (int i = whole; i < TRow.Stride; i += TV.Count)
                (i == whole && rest > 0 ? Probability(last, scale) : default).Store(y + i);
        }
        else if (rest > 0)
        {
            if (hasRoom) Probability(last, scale).Store(y + whole);
            else Simd.StoreFirst(Probability(last, scale), y + whole, rest);
        }

        return total;
    }

    // Denormal numbers become 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TV Probability<TV>(TV exponential, TV scale)
        where TV : unmanaged, ISimd<TV>
        => Tiny.FlushPositive(exponential * scale, Tiny.Normal);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Rows<TV, TRow>(float* x, float* y, int yStride, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        // Where rows follow each other, a row may write past its end: the next row overwrites that.
        int last = rows - OutputKernels.RowsOverwritten<TV, TRow>(), row = 0, narrow = yStride == TRow.Stride ? rows : rows - OutputKernels.RowsOverwritten<Simd128, TRow>() + 1;
        for (int many = NarrowRows.InVector<TV>(); NarrowRows.AreNarrow<TV, TRow>() && row <= narrow - many; row += many)
        {
            TV probabilities = NarrowRows.Softmax<TV, TRow>(x + ((nint)row * TRow.Stride), out _, out _);
            if (yStride == TRow.Stride) probabilities.StorePaddedFours(y + ((nint)row * yStride), yStride);
            else probabilities.StoreFours(y + ((nint)row * yStride), yStride);
        }

        for (; row < rows; row++)
            Row<TV, TRow>(x + ((nint)row * TRow.Stride), y + ((nint)row * yStride), yStride == TRow.Stride, hasRoom: row <= last, out _);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
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
                // The padding of y is 0, and so becomes the gradient's.
                TV slope = TV.Load(y + i) * TInputActivation.Derivative(TV.Load(x + i));
                Tiny.Flush((TV.Load(dy + i) - shift) * slope).Store(dx + i);
            }
        }
    }
}
