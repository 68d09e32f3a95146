using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Merges the outputs of a recurrence's two directions, and splits the gradient. Rows of steps that a mask leaves out
/// are 0.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class MergeKernels
{
    /// <summary>y = first and second, as the shape says.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="mask">For each row of each sample whether it counts, samples whole vectors apart; null where all count.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape>(float* first, float* second, byte* mask, float* y, int rows)
        where TShape : struct, IMergeShape
        => Merge<TShape>(first, second, mask, y, rows);

    /// <summary>The gradients by both.</summary>
    /// <param name="dy">The gradient by the result.</param>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="mask">As in the forward pass.</param>
    /// <param name="dFirst">Where the gradient by the one goes.</param>
    /// <param name="dSecond">Where the gradient by the other goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Backward<TShape>(
        float* dy, float* first, float* second, byte* mask, float* dFirst, float* dSecond, int rows)
        where TShape : struct, IMergeShape
        => Split<TShape>(dy, first, second, mask, dFirst, dSecond, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Merge<TV, TShape>(float* first, float* second, byte* mask, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IMergeShape
    {
        for (int row = 0; row < rows * TShape.Rows; row++, first += TShape.UnitStride, second += TShape.UnitStride, y += TShape.OutputStride)
        {
            if (!Counts<TShape>(mask, row))
            {
                for (int u = 0; u < TShape.OutputStride; u += TV.Count)
                    default(TV).Store(y + u);
                continue;
            }

            if (TShape.MergeMode == MergeMode.Concat)
            {
                // The second is written over the padding of the first.
                for (int u = 0; u < TShape.UnitStride; u += TV.Count)
                    TV.Load(first + u).Store(y + u);
                int free = TShape.OutputStride - TShape.Units;
                for (int u = 0; u < free; u += TV.Count)
                {
                    TV other = u < TShape.UnitStride ? TV.Load(second + u) : default;
                    if (free - u >= TV.Count) other.Store(y + TShape.Units + u);
                    else Simd.StoreFirst(other, y + TShape.Units + u, free - u);
                }

                continue;
            }

            for (int u = 0; u < TShape.UnitStride; u += TV.Count)
            {
                TV one = TV.Load(first + u), other = TV.Load(second + u);
                TV merged = TShape.MergeMode == MergeMode.Mul ? one * other
                    : TShape.MergeMode == MergeMode.Sum ? one + other
                    : (one + other) * TV.Create(0.5f);
                merged.Store(y + u);
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Split<TV, TShape>(float* dy, float* first, float* second, byte* mask, float* dFirst, float* dSecond, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IMergeShape
    {
        int stride = TShape.UnitStride;
        for (int row = 0; row < rows * TShape.Rows; row++, dy += TShape.OutputStride, first += stride, second += stride, dFirst += stride, dSecond += stride)
        {
            bool counts = Counts<TShape>(mask, row);
            for (int u = 0; u < stride; u += TV.Count)
            {
                TV one = default, other = default;
                if (counts && TShape.MergeMode == MergeMode.Concat)
                {
                    int count = Math.Max(0, TShape.Units - u), free = TShape.OutputStride - TShape.Units - u;
                    one = Simd.KeepFirst(TV.Load(dy + u), count);
                    other = count == 0 ? default : free >= TV.Count ? Simd.KeepFirst(TV.Load(dy + TShape.Units + u), count)
                        : Simd.LoadFirst<TV>(dy + TShape.Units + u, count);
                }
                else if (counts)
                {
                    TV gradient = TV.Load(dy + u);
                    one = TShape.MergeMode == MergeMode.Mul ? gradient * TV.Load(second + u)
                        : TShape.MergeMode == MergeMode.Sum ? gradient
                        : gradient * TV.Create(0.5f);
                    other = TShape.MergeMode == MergeMode.Mul ? gradient * TV.Load(first + u) : one;
                }

                one.Store(dFirst + u);
                other.Store(dSecond + u);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Counts<TShape>(byte* mask, int row)
        where TShape : struct, IMergeShape
        => mask == null || mask[((nint)(row / TShape.Rows) * Layout.Align(TShape.Rows)) + (row % TShape.Rows)] != 0;
}
