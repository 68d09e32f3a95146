using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Products of two values of each sample, y[i, j] = Σ a[i, k] b[j, k], where k runs along the rows or the columns of either in memory.
/// </summary>
/// <remarks>
/// Forward pass and both gradients are one product, whose right factor has vectors along the result: where it lies otherwise, or without padding,
/// it is copied to scratch memory first.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class DotKernels
{
    /// <summary>y[i, j] = Σ a[i, k] b[j, k].</summary>
    public static void Forward<TShape>(float* first, float* second, float* scratch, float* y, int rows)
        where TShape : struct, IDotShape
        => Multiply<TShape>(first, second, scratch, y, rows);

    /// <summary>da[i, k] = Σ dy[i, j] b[j, k], ∘ activation'(a) of the activation fused into the step that made it.</summary>
    public static void BackwardFirst<TShape, TFirstActivation>(float* dy, float* first, float* second, float* scratch, float* dFirst, int rows)
        where TShape : struct, IDotShape
        where TFirstActivation : struct, IActivation
        => BackFirst<TShape, TFirstActivation>(dy, first, second, scratch, dFirst, rows);

    /// <summary>db[j, k] = Σ dy[i, j] a[i, k], ∘ activation'(b).</summary>
    public static void BackwardSecond<TShape, TSecondActivation>(float* dy, float* first, float* second, float* scratch, float* dSecond, int rows)
        where TShape : struct, IDotShape
        where TSecondActivation : struct, IActivation
        => BackSecond<TShape, TSecondActivation>(dy, first, second, scratch, dSecond, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Multiply<TV, TShape>(float* first, float* second, float* scratch, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDotShape
    {
        float* firstEnd = first + (rows * FirstFloats<TShape>()), secondEnd = second + (rows * SecondFloats<TShape>());
        for (; first < firstEnd; first += FirstFloats<TShape>(), second += SecondFloats<TShape>(), y += (nint)TShape.Rows * TShape.Stride)
        {
            if (TShape.Rows == 1 && TShape.FirstAlongRows && TShape.SecondAlongRows)
            {
                for (int j = 0; j < TShape.Columns; j++)
                    y[j] = Dot<TV, TShape>(first, firstEnd, second + ((nint)j * TShape.SecondStride), secondEnd);
                for (int j = TShape.Columns; j < TShape.Stride; j++)
                    y[j] = 0;
                continue;
            }

            Factor right = Aligned(second, TShape.SecondStride, TShape.SecondAlongRows, TShape.Length, TShape.Columns, scratch);
            Product<TV, Linear>(First<TShape>(first), right, y, y, TShape.Stride, TShape.Rows, TShape.Length, TShape.Columns);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void BackFirst<TV, TShape, TActivation>(float* dy, float* first, float* second, float* scratch, float* dFirst, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDotShape
        where TActivation : struct, IActivation
    {
        for (int sample = 0; sample < rows; sample++)
        {
            if (TShape.FirstAlongRows)
            {
                Factor right = Aligned(second, TShape.SecondStride, !TShape.SecondAlongRows, TShape.Columns, TShape.Length, scratch);
                Product<TV, TActivation>(
                    new Factor(dy, TShape.Stride, 1), right, first, dFirst, TShape.FirstStride, TShape.Rows, TShape.Columns, TShape.Length);
            }
            else
            {
                Factor right = Aligned(dy, TShape.Stride, isTransposed: true, TShape.Columns, TShape.Rows, scratch), left = Second<TShape>(second);
                Product<TV, TActivation>(left.Transposed, right, first, dFirst, TShape.FirstStride, TShape.Length, TShape.Columns, TShape.Rows);
            }

            dy += (nint)TShape.Rows * TShape.Stride;
            first += FirstFloats<TShape>();
            dFirst += FirstFloats<TShape>();
            second += SecondFloats<TShape>();
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void BackSecond<TV, TShape, TActivation>(float* dy, float* first, float* second, float* scratch, float* dSecond, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDotShape
        where TActivation : struct, IActivation
    {
        for (int sample = 0; sample < rows; sample++)
        {
            if (TShape.SecondAlongRows)
            {
                Factor right = Aligned(first, TShape.FirstStride, !TShape.FirstAlongRows, TShape.Rows, TShape.Length, scratch);
                Product<TV, TActivation>(
                    new Factor(dy, 1, TShape.Stride), right, second, dSecond, TShape.SecondStride, TShape.Columns, TShape.Rows, TShape.Length);
            }
            else
            {
                Product<TV, TActivation>(
                    First<TShape>(first).Transposed, new Factor(dy, TShape.Stride, 1), second, dSecond, TShape.SecondStride, TShape.Length, TShape.Rows, TShape.Columns);
            }

            dy += (nint)TShape.Rows * TShape.Stride;
            first += FirstFloats<TShape>();
            second += SecondFloats<TShape>();
            dSecond += SecondFloats<TShape>();
        }
    }

    // result[i, j] = Σ left[i, l] right[l, j] activation'(x[i, j]); x lies as the result does. The padding becomes 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Product<TV, TActivation>(Factor left, Factor right, float* x, float* result, int stride, int rows, int length, int columns)
        where TV : unmanaged, ISimd<TV>
        where TActivation : struct, IActivation
    {
        for (int j = 0; j < columns; j += TV.Count)
        {
            int i = 0;
            for (; i <= rows - 4; i += 4)
            {
                TV a = default, b = default, c = default, d = default;
                float* of = left.Start + (i * left.Row), with = right.Start + j;
                for (int l = 0; l < length; l++, of += left.Column, with += right.Row)
                {
                    TV factor = TV.Load(with);
                    a = TV.MultiplyAdd(TV.Create(of[0]), factor, a);
                    b = TV.MultiplyAdd(TV.Create(of[left.Row]), factor, b);
                    c = TV.MultiplyAdd(TV.Create(of[2 * left.Row]), factor, c);
                    d = TV.MultiplyAdd(TV.Create(of[3 * left.Row]), factor, d);
                }

                Write(a, i);
                Write(b, i + 1);
                Write(c, i + 2);
                Write(d, i + 3);
            }

            for (; i < rows; i++)
            {
                TV sum = default;
                float* of = left.Start + (i * left.Row), with = right.Start + j;
                for (int l = 0; l < length; l++, of += left.Column, with += right.Row)
                    sum = TV.MultiplyAdd(TV.Create(*of), TV.Load(with), sum);
                Write(sum, i);
            }

            void Write(TV sum, int row)
            {
                nint at = ((nint)row * stride) + j;
                if (stride % 16 != 0)
                {
                    Simd.StoreFirst(sum, result + at, Math.Min(TV.Count, columns - j));
                    return;
                }

                TV gradient = typeof(TActivation) == typeof(Linear) ? sum : Tiny.Flush(sum * TActivation.Derivative(TV.Load(x + at)));
                (columns - j >= TV.Count ? gradient : Simd.KeepFirst(gradient, columns - j)).Store(result + at);
            }
        }

        int written = (columns + TV.Count - 1) / TV.Count * TV.Count;
        for (int i = 0; i < rows && stride % 16 == 0; i++)
        {
            for (int j = written; j < stride; j += TV.Count)
                default(TV).Store(result + ((nint)i * stride) + j);
        }
    }

    // A factor whose rows are whole vectors: rows × columns, as it lies in memory or, where it lies transposed or without padding, in scratch.
    private static Factor Aligned(float* source, int stride, bool isTransposed, int rows, int columns, float* scratch)
    {
        if (!isTransposed && stride % 16 == 0)
            return new Factor(source, stride, 1);
        int aligned = Layout.Align(columns);
        if (stride % 16 == 0)
        {
            Transpose.Run(source, stride, scratch, aligned, columns, rows);
            return new Factor(scratch, aligned, 1);
        }

        for (int i = 0; i < rows; i++)
        {
            float* to = scratch + ((nint)i * aligned);
            for (int j = 0; j < columns; j++)
                to[j] = isTransposed ? source[((nint)j * stride) + i] : source[((nint)i * stride) + j];
            for (int j = columns; j < aligned; j++)
                to[j] = 0;
        }

        return new Factor(scratch, aligned, 1);
    }

    private static float Dot<TV, TShape>(float* first, float* firstEnd, float* second, float* secondEnd)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDotShape
    {
        TV a = default, b = default;
        int k = 0;
        for (; k <= TShape.Length - (2 * TV.Count); k += 2 * TV.Count)
        {
            a = TV.MultiplyAdd(TV.Load(first + k), TV.Load(second + k), a);
            b = TV.MultiplyAdd(TV.Load(first + k + TV.Count), TV.Load(second + k + TV.Count), b);
        }

        for (; k < TShape.Length; k += TV.Count)
        {
            TV one = Pixel.LoadClean<TV>(first + k, TShape.Length - k, TShape.FirstStride, firstEnd);
            a = TV.MultiplyAdd(one, Pixel.LoadClean<TV>(second + k, TShape.Length - k, TShape.SecondStride, secondEnd), a);
        }

        return TV.Sum(a + b);
    }

    private static Factor First<TShape>(float* first)
        where TShape : struct, IDotShape
        => TShape.FirstAlongRows ? new Factor(first, TShape.FirstStride, 1) : new Factor(first, 1, TShape.FirstStride);

    private static Factor Second<TShape>(float* second)
        where TShape : struct, IDotShape
        => TShape.SecondAlongRows ? new Factor(second, TShape.SecondStride, 1) : new Factor(second, 1, TShape.SecondStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint FirstFloats<TShape>()
        where TShape : struct, IDotShape
        => (nint)(TShape.FirstAlongRows ? TShape.Rows : TShape.Length) * TShape.FirstStride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint SecondFloats<TShape>()
        where TShape : struct, IDotShape
        => (nint)(TShape.SecondAlongRows ? TShape.Columns : TShape.Length) * TShape.SecondStride;

    // A matrix in memory: from one row to the next, and from one column to the next.
    private readonly struct Factor(float* start, nint row, nint column)
    {
        public readonly float* Start = start;

        public readonly nint Row = row, Column = column;

        public Factor Transposed => new(Start, Column, Row);
    }
}
