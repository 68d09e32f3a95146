using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Cross-entropies in the stable form, from the sums z before the softmax or sigmoid that ends the model. The gradient by z is
/// (p - y) / samples. Rows of z and dz are apart by the stride; targets are dense.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class CrossentropyKernels
{
    /// <summary>Softmax and sparse categorical cross-entropy: log Σ exp(z) - z[label].</summary>
    public static LossTotals SoftmaxSparse<TRow>(Pointer<float> z, Pointer<int> labels, Pointer<float> dz, int rows)
        where TRow : struct, IRowShape
        => Simd.Is512 ? SparseRows<Simd512, TRow>(z, labels, dz, rows)
            : Simd.Is256 ? SparseRows<Simd256, TRow>(z, labels, dz, rows)
            : SparseRows<Simd128, TRow>(z, labels, dz, rows);

    /// <summary>Softmax and categorical cross-entropy: Σ y (log Σ exp(z) - z).</summary>
    public static LossTotals Softmax<TRow>(Pointer<float> z, Pointer<float> targets, Pointer<float> dz, int rows)
        where TRow : struct, IRowShape
        => Simd.Is512 ? DenseRows<Simd512, TRow>(z, targets, dz, rows)
            : Simd.Is256 ? DenseRows<Simd256, TRow>(z, targets, dz, rows)
            : DenseRows<Simd128, TRow>(z, targets, dz, rows);

    /// <summary>Sigmoid and binary cross-entropy: max(z, 0) - z y + log(1 + exp(-|z|)), averaged over the outputs.</summary>
    public static LossTotals Sigmoid<TRow>(Pointer<float> z, Pointer<float> targets, Pointer<float> dz, int rows)
        where TRow : struct, IRowShape
        => SigmoidRows<TRow>(z, targets, dz, rows);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LossTotals SparseRows<TV, TRow>(float* z, int* labels, float* dz, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        double loss = 0, correct = 0;
        float scale = 1f / rows;
        for (int row = 0; row < rows; row++, z += TRow.Stride, dz += TRow.Stride)
        {
            int label = labels[row];
            loss += SoftmaxKernels.Row<TV>(z, dz, TRow.Width) - z[label];
            correct += LossRow.ArgMax(z, TRow.Width) == label ? 1 : 0;
            for (int i = 0; i < TRow.Width; i++)
                dz[i] *= scale;
            dz[label] -= scale;
            LossRow.ClearPadding<TRow>(dz);
        }

        return new LossTotals(loss, correct);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LossTotals DenseRows<TV, TRow>(float* z, float* targets, float* dz, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        double loss = 0, correct = 0;
        float scale = 1f / rows;
        for (int row = 0; row < rows; row++, z += TRow.Stride, dz += TRow.Stride, targets += TRow.Width)
        {
            double logSum = SoftmaxKernels.Row<TV>(z, dz, TRow.Width);
            float total = 0;
            for (int i = 0; i < TRow.Width; i++)
            {
                loss += targets[i] * (logSum - z[i]);
                total += targets[i];
            }

            for (int i = 0; i < TRow.Width; i++)
                dz[i] = ((dz[i] * total) - targets[i]) * scale;
            correct += LossRow.ArgMax(z, TRow.Width) == LossRow.ArgMax(targets, TRow.Width) ? 1 : 0;
            LossRow.ClearPadding<TRow>(dz);
        }

        return new LossTotals(loss, correct);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LossTotals SigmoidRows<TRow>(float* z, float* targets, float* dz, int rows)
        where TRow : struct, IRowShape
    {
        double loss = 0;
        int correct = 0;
        double scale = 1.0 / rows / TRow.Width;
        for (int row = 0; row < rows; row++, z += TRow.Stride, dz += TRow.Stride, targets += TRow.Width)
        {
            for (int i = 0; i < TRow.Width; i++)
            {
                double sum = z[i], target = targets[i];
                double e = Math.Exp(-Math.Abs(sum));
                loss += Math.Max(sum, 0) - (sum * target) + Math.Log(1 + e);
                double p = (sum > 0 ? 1 : e) / (1 + e);
                dz[i] = (float)((p - target) * scale);
                correct += (sum > 0 ? 1f : 0f) == targets[i] ? 1 : 0;
            }

            LossRow.ClearPadding<TRow>(dz);
        }

        return new LossTotals(loss / TRow.Width, (double)correct / TRow.Width);
    }
}
