using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Merges two values number by number, and splits the gradient.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class PairKernels
{
    /// <summary>y = activation(scale (first with second)).</summary>
    public static void Forward<TShape, TOperation, TActivation>(float* first, float* second, float* y, int rows)
        where TShape : struct, IPairShape
        where TOperation : struct, IPairOperation
        where TActivation : struct, IActivation
        => Merge<TShape, TOperation, TActivation>(first, second, y, rows);

    /// <summary>The gradient by the first, ∘ activation'(first) of the activation fused into the step that made it.</summary>
    public static void BackwardFirst<TShape, TOperation, TFirstActivation>(float* dz, float* first, float* second, float* dFirst, int rows)
        where TShape : struct, IPairShape
        where TOperation : struct, IPairOperation
        where TFirstActivation : struct, IActivation
        => Back<TShape, TOperation, TFirstActivation>(dz, first, second, dFirst, rows, false);

    /// <summary>The gradient by the second, ∘ activation'(second).</summary>
    public static void BackwardSecond<TShape, TOperation, TSecondActivation>(float* dz, float* first, float* second, float* dSecond, int rows)
        where TShape : struct, IPairShape
        where TOperation : struct, IPairOperation
        where TSecondActivation : struct, IActivation
        => Back<TShape, TOperation, TSecondActivation>(dz, first, second, dSecond, rows, true);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Merge<TV, TShape, TOperation, TActivation>(float* first, float* second, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPairShape
        where TOperation : struct, IPairOperation
        where TActivation : struct, IActivation
    {
        TV scale = TV.Create(TShape.Scale);
        for (int sample = 0; sample < rows; sample++)
        {
            for (int row = 0; row < TShape.Rows; row++, y += TShape.Stride)
            {
                for (int u = 0; u < TShape.Stride; u += TV.Count)
                {
                    TV merged = TOperation.Forward(
                        Load<TV, TShape>(first, TShape.FirstStride, u), Load<TV, TShape>(second, TShape.SecondStride, u));
                    TV result = TActivation.Forward(TShape.Scale == 1 ? merged : merged * scale);
                    if (TShape.Stride % 16 == 0 || TShape.Width - u >= TV.Count) result.Store(y + u);
                    else Simd.StoreFirst(result, y + u, TShape.Width - u);
                }

                if (!TShape.RepeatsFirst)
                    first += TShape.FirstStride;
                if (!TShape.RepeatsSecond)
                    second += TShape.SecondStride;
            }

            if (TShape.RepeatsFirst)
                first += TShape.FirstStride;
            if (TShape.RepeatsSecond)
                second += TShape.SecondStride;
        }
    }

    // Values with a gradient, and so the result's, have rows of whole vectors. A row that counts for all gets the sum over them.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Back<TV, TShape, TOperation, TActivation>(float* dz, float* first, float* second, float* target, int rows, bool isSecond)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPairShape
        where TOperation : struct, IPairOperation
        where TActivation : struct, IActivation
    {
        bool repeats = isSecond ? TShape.RepeatsSecond : TShape.RepeatsFirst;
        int stride = isSecond ? TShape.SecondStride : TShape.FirstStride, together = repeats ? TShape.Rows : 1;
        TV scale = TV.Create(TShape.Scale);
        for (int row = 0; row < rows * TShape.Rows; row += together, target += stride)
        {
            float* one = first + (Row<TShape>(row, TShape.RepeatsFirst) * TShape.FirstStride);
            float* other = second + (Row<TShape>(row, TShape.RepeatsSecond) * TShape.SecondStride);
            for (int u = 0; u < stride; u += TV.Count)
            {
                TV sum = default;
                for (int i = 0; i < together; i++)
                {
                    TV gradient = TV.Load(dz + ((nint)(row + i) * TShape.Stride) + u);
                    TV a = Load<TV, TShape>(one + (TShape.RepeatsFirst ? 0 : i * TShape.FirstStride), TShape.FirstStride, u);
                    TV b = Load<TV, TShape>(other + (TShape.RepeatsSecond ? 0 : i * TShape.SecondStride), TShape.SecondStride, u);
                    if (TShape.Scale != 1)
                        gradient *= scale;
                    TV part = isSecond ? TOperation.BackSecond(gradient, a, b) : TOperation.BackFirst(gradient, a, b);
                    sum = together == 1 ? part : sum + part;
                }

                TV x = TV.Load((isSecond ? other : one) + u);
                Tiny.Flush(sum * TActivation.Derivative(x)).Store(target + u);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Row<TShape>(int row, bool repeats)
        where TShape : struct, IPairShape
        => repeats ? row / TShape.Rows : row;

    // The values of rows without padding, of which there may be less than a vector; 0 behind them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Load<TV, TShape>(float* row, int stride, int u)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IPairShape
        => stride % 16 == 0 ? (u < stride ? TV.Load(row + u) : default)
            : TShape.Width - u >= TV.Count ? TV.Load(row + u)
            : TShape.Width > u ? Simd.LoadFirst<TV>(row + u, TShape.Width - u)
            : default;
}
