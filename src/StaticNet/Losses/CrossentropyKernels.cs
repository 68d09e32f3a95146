using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Cross-entropies in the stable form, from the sums z before the softmax or sigmoid that ends the model. The gradient by z is
/// (p - y) / batch. Rows of z and dz are apart by the stride; targets are dense.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class CrossentropyKernels
{
    /// <summary>Softmax and sparse categorical cross-entropy: log Σ exp(z) - z[label].</summary>
    public static void SoftmaxSparse<TRow>(
        float* z, int* labels, float* dz, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
    {
        if (Simd.Is512) SparseRows<Simd512, TRow>(z, labels, dz, losses, rows, batch, weight);
        else if (Simd.Is256) SparseRows<Simd256, TRow>(z, labels, dz, losses, rows, batch, weight);
        else SparseRows<Simd128, TRow>(z, labels, dz, losses, rows, batch, weight);
    }

    /// <summary>Softmax and categorical cross-entropy: Σ y (log Σ exp(z) - z).</summary>
    public static void Softmax<TRow>(
        float* z, float* targets, float* dz, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
    {
        if (Simd.Is512) DenseRows<Simd512, TRow>(z, targets, dz, losses, rows, batch, weight);
        else if (Simd.Is256) DenseRows<Simd256, TRow>(z, targets, dz, losses, rows, batch, weight);
        else DenseRows<Simd128, TRow>(z, targets, dz, losses, rows, batch, weight);
    }

    /// <summary>Sigmoid and binary cross-entropy: max(z, 0) - z y + log(1 + exp(-|z|)), averaged over the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sigmoid<TRow>(
        float* z, float* targets, float* dz, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
    {
        float* sums = z, y = targets, gradient = dz;
        SampleLoss* result = losses;
        double scale = weight / batch / TRow.Width;
        for (int row = 0; row < rows; row++, sums += TRow.Stride, gradient += TRow.Stride, y += TRow.Width)
        {
            double loss = 0;
            int correct = 0;
            for (int i = 0; i < TRow.Width; i++)
            {
                double sum = sums[i], target = y[i];
                double e = Math.Exp(-Math.Abs(sum));
                loss += Math.Max(sum, 0) - (sum * target) + Math.Log(1 + e);
                double p = (sum > 0 ? 1 : e) / (1 + e);
                gradient[i] = Tiny.Flush((p - target) * scale);
                correct += Decide(sums[i]) == y[i] ? 1 : 0;
            }

            LossRow.ClearPadding<TRow>(gradient);
            result[row] = new SampleLoss(loss / TRow.Width, (double)correct / TRow.Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SparseRows<TV, TRow>(float* z, int* labels, float* dz, SampleLoss* losses, int rows, int batch, double weight)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        var scale = (float)(weight / batch);
        for (int row = 0; row < rows; row++, z += TRow.Stride, dz += TRow.Stride)
        {
            int label = labels[row];
            double loss = SoftmaxKernels.Row<TV, TRow>(z, dz, yIsPadded: true) - z[label];
            losses[row] = new SampleLoss(loss, LossRow.Class<TRow>(dz) == label ? 1 : 0);
            for (int i = 0; i < TRow.Stride; i += TV.Count)
                Tiny.Flush(TV.Load(dz + i) * TV.Create(scale)).Store(dz + i);
            dz[label] -= scale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DenseRows<TV, TRow>(float* z, float* targets, float* dz, SampleLoss* losses, int rows, int batch, double weight)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        var scale = (float)(weight / batch);
        for (int row = 0; row < rows; row++, z += TRow.Stride, dz += TRow.Stride, targets += TRow.Width)
        {
            double logSum = SoftmaxKernels.Row<TV, TRow>(z, dz, yIsPadded: true), loss = 0;
            float total = 0;
            for (int i = 0; i < TRow.Width; i++)
            {
                loss += targets[i] * (logSum - z[i]);
                total += targets[i];
            }

            losses[row] = new SampleLoss(loss, LossRow.Class<TRow>(dz) == LossRow.Class<TRow>(targets) ? 1 : 0);
            for (int i = 0; i < TRow.Width; i++)
                dz[i] = Tiny.Flush(((dz[i] * total) - targets[i]) * scale);
        }
    }

    // What the model would predict. The sign of the sum tells, except near 0, where the probability is rounded to one half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Decide(float sum) => Math.Abs(sum) > 1e-6f ? (sum > 0 ? 1 : 0) : Decision.YesOrNo(Probability(sum));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float Probability(float sum)
    {
        float* lanes = stackalloc float[Simd128.Count];
        SimdMath.Sigmoid(Simd128.Create(sum)).Store(lanes);
        return lanes[0];
    }
}
