using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Cross-entropies in the stable form, from the sums z before the softmax or sigmoid that ends the model. The gradient by z is
/// (p - y) / batch. Rows of z and dz are apart by the stride; targets are dense.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class CrossentropyKernels
{
    /// <summary>Softmax and sparse categorical cross-entropy: log Σ exp(z) - z[label].</summary>
    public static void SoftmaxSparse<TRow>(
        float* z, int* labels, float* dz, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
        => SparseRows<TRow>(z, labels, dz, losses, rows, batch, weight);

    /// <summary>Softmax and categorical cross-entropy: Σ y (log Σ exp(z) - z).</summary>
    public static void Softmax<TRow>(
        float* z, float* targets, float* dz, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
        => DenseRows<TRow>(z, targets, dz, losses, rows, batch, weight);

    /// <summary>Sigmoid and binary cross-entropy: max(z, 0) - z y + log(1 + exp(-|z|)), averaged over the outputs.</summary>
    public static void Sigmoid<TRow>(
        float* z, float* targets, float* dz, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
        => SigmoidRows<TRow>(z, targets, dz, losses, rows, batch, weight);

    [EveryWidth]
    [MethodImpl(Compiled.Alone), SkipLocalsInit]
    private static void SigmoidRows<TV, TRow>(float* z, float* targets, float* dz, SampleLoss* losses, int rows, int batch, double weight)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        // The outputs of all rows, one behind the other, a vector at a time.
        float* sums = stackalloc float[Layout.Vector], gradients = stackalloc float[Layout.Vector], terms = stackalloc float[Layout.Vector];
        TV scale = TV.Create((float)(weight / batch / TRow.Width));
        double loss = 0;
        int correct = 0, row = 0, output = 0;
        float* from = z, to = dz;
        for (nint left = (nint)rows * TRow.Width; left > 0; left -= TV.Count, targets += TV.Count)
        {
            int count = (int)Math.Min(left, TV.Count);
            Gather<TV, TRow>(ref from, output, sums, count);
            TV sum = TV.Load(sums), target = count == TV.Count ? TV.Load(targets) : Simd.LoadFirst<TV>(targets, count);
            Sigmoid(sum, target, scale, out TV gradient).Store(terms);
            gradient.Store(gradients);
            for (int i = 0; i < count; i++)
            {
                if (output == 0)
                    LossRow.Clear<TV, TRow>(to);
                loss += terms[i];
                correct += Decide(sums[i]) == targets[i] ? 1 : 0;
                to[output] = gradients[i];
                if (++output < TRow.Width)
                    continue;
                losses[row++].Set(loss / TRow.Width, (double)correct / TRow.Width);
                (loss, correct, output) = (0, 0, 0);
                to += TRow.Stride;
            }
        }
    }

    // So many sums, from an output of a row on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather<TV, TRow>(ref float* row, int output, float* sums, int count)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        for (int i = 0; i < count; i++)
        {
            sums[i] = row[output];
            if (++output < TRow.Width)
                continue;
            output = 0;
            row += TRow.Stride;
        }

        for (int i = count; i < TV.Count; i++)
            sums[i] = 0;
    }

    // With e = exp(-|z|), which keeps p - y exact where they are nearly equal.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Sigmoid<TV>(TV z, TV y, TV scale, out TV gradient)
        where TV : unmanaged, ISimd<TV>
    {
        TV zero = TV.Create(0f), one = TV.Create(1f), e = SimdMath.ExpOfNotPositive(zero - SimdMath.Abs(z));
        TV above = TV.MultiplyAdd(zero - y, e, one - y), below = TV.MultiplyAdd(e, one - y, zero - y);
        gradient = Tiny.Flush(TV.Select(TV.GreaterThan(z, zero), above, below) / (one + e) * scale);
        return TV.MultiplyAdd(zero - z, y, TV.Max(zero, z)) + SimdMath.LogOfOnePlus(e);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone), SkipLocalsInit]
    private static void SparseRows<TV, TRow>(float* z, int* labels, float* dz, SampleLoss* losses, int rows, int batch, double weight)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        // The logarithms of the totals of as many samples as lie in a vector of any width.
        float* totals = stackalloc float[Layout.Vector], lanes = stackalloc float[2 * Layout.Vector];
        var scale = (float)(weight / batch);
        for (int first = 0; first < rows; first += Layout.Vector)
        {
            int count = Math.Min(Layout.Vector, rows - first);
            for (int c = 0; c < Layout.Vector; c += TV.Count)
                TV.Create(1f).Store(totals + c);
            int i = NarrowRows.AreNarrow<TV, TRow>() ? NarrowSparseRows<TV, TRow>(z, labels + first, dz, totals, losses + first, count, scale) : 0;
            z += (nint)i * TRow.Stride;
            dz += (nint)i * TRow.Stride;
            for (; i < count; i++, z += TRow.Stride, dz += TRow.Stride)
            {
                int label = labels[first + i];
                totals[i] = SoftmaxKernels.Row<TV, TRow>(z, dz, yIsPadded: true, hasRoom: false, out float largest);

                // The largest exponential is 1.
                losses[first + i].Set((double)largest - z[label], LossRow.Class<TV, TRow>(dz, 1 / totals[i]) == label ? 1 : 0);
                for (int c = 0; LossRow.IsPadded<TRow>() && c < TRow.Stride; c += TV.Count)
                    Tiny.Flush(TV.Load(dz + c) * TV.Create(scale)).Store(dz + c);
                for (int c = 0; !LossRow.IsPadded<TRow>() && c < TRow.Width; c++)
                    dz[c] = Tiny.Flush(dz[c] * scale);
                dz[label] -= scale;
            }

            for (int c = 0; c < Layout.Vector; c += TV.Count)
                SimdMath.Log(TV.Load(totals + c)).Store(totals + c);
            for (i = 0; i < count; i++)
                losses[first + i].Loss += totals[i];
        }
    }

    // As many rows at once as a vector holds; returns how many of them that were.
    [MethodImpl(Compiled.Alone), SkipLocalsInit]
    private static int NarrowSparseRows<TV, TRow>(float* z, int* labels, float* dz, float* totals, SampleLoss* losses, int rows, float scale)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
    {
        float* sums = stackalloc float[Layout.Vector], maxima = stackalloc float[Layout.Vector];
        int row = 0, many = NarrowRows.InVector<TV>();
        while (row <= rows - many)
        {
            TV probabilities = NarrowRows.Softmax<TV, TRow>(z, out TV largest, out TV total);
            uint lower = TV.HighBits(TV.GreaterThan(TV.Create(1f) / total, probabilities));
            Tiny.Flush(probabilities * TV.Create(scale)).StorePaddedFours(dz, TRow.Stride);
            total.Store(sums);
            largest.Store(maxima);
            for (int lane = 0; lane < TV.Count; lane += TV.Count / many, row++, z += TRow.Stride, dz += TRow.Stride)
            {
                int label = labels[row], predicted = float.IsNaN(sums[lane]) ? -1 : BitOperations.TrailingZeroCount(~(lower >> lane));
                totals[row] = sums[lane];
                losses[row].Set((double)maxima[lane] - z[label], predicted == label ? 1 : 0);
                dz[label] -= scale;
            }
        }

        return row;
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
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

            losses[row].Set(loss, LossRow.Class<TRow>(dz) == LossRow.Class<TRow>(targets) ? 1 : 0);
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
