using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Cross-entropies of outputs that do not come straight from a softmax or sigmoid, with Keras' clipping of probabilities to
/// [1e-7, 1 - 1e-7], beyond which the gradient is 0. The gradient is by what stands before the activation fused into the output.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ProbabilityKernels
{
    private const double Epsilon = 1e-7;

    /// <summary>-y log p - (1 - y) log(1 - p), averaged over the outputs.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Binary<TRow, TActivation>(
        float* outputs, float* targets, float* gradient, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
    {
        double scale = weight / batch / TRow.Width;
        float* p = outputs, y = targets, g = gradient;
        SampleLoss* result = losses;
        for (int row = 0; row < rows; row++, p += TRow.Stride, g += TRow.Stride, y += TRow.Width)
        {
            double loss = 0;
            int correct = 0;
            for (int i = 0; i < TRow.Width; i++)
            {
                double q = Math.Clamp((double)p[i], Epsilon, 1 - Epsilon);
                loss -= (y[i] * Math.Log(q)) + ((1 - y[i]) * Math.Log(1 - q));
                g[i] = q == p[i] ? Tiny.Flush((((1 - y[i]) / (1 - q)) - (y[i] / q)) * scale) : 0;
                correct += Decision.YesOrNo(p[i]) == y[i] ? 1 : 0;
            }

            LossRow.ClearPadding<TRow>(g);
            result[row].Set(loss / TRow.Width, (double)correct / TRow.Width);
        }

        ActivationKernels.Backward<TActivation, Linear>(gradient, outputs, outputs, gradient, rows * TRow.Stride);
    }

    /// <summary>-Σ y log(p / Σ p).</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Categorical<TRow, TActivation>(
        float* outputs, float* targets, float* gradient, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
    {
        float* p = outputs, y = targets, g = gradient;
        SampleLoss* result = losses;
        for (int row = 0; row < rows; row++, p += TRow.Stride, g += TRow.Stride, y += TRow.Width)
        {
            // With q = p / s and s = Σ p: dL/dp_i = (dL/dq_i - Σ_j dL/dq_j q_j) / s.
            double sum = Sum<TRow>(p), dot = 0, loss = 0;
            for (int i = 0; i < TRow.Width; i++)
            {
                double q = p[i] / sum, clipped = Math.Clamp(q, Epsilon, 1 - Epsilon);
                loss -= y[i] * Math.Log(clipped);
                if (q == clipped) dot -= y[i];
            }

            for (int i = 0; i < TRow.Width; i++)
            {
                double q = p[i] / sum;
                double byQ = q is >= Epsilon and <= 1 - Epsilon ? -y[i] / q : 0;
                g[i] = Tiny.Flush((byQ - dot) / sum / batch * weight);
            }

            result[row].Set(loss, LossRow.Class<TRow>(p) == LossRow.Class<TRow>(y) ? 1 : 0);
            LossRow.ClearPadding<TRow>(g);
        }

        ActivationKernels.Backward<TActivation, Linear>(gradient, outputs, outputs, gradient, rows * TRow.Stride);
    }

    /// <summary>-log(p / Σ p) of the true class.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void SparseCategorical<TRow, TActivation>(
        float* outputs, int* labels, float* gradient, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
    {
        float* p = outputs, g = gradient;
        SampleLoss* result = losses;
        int* label = labels;
        for (int row = 0; row < rows; row++, p += TRow.Stride, g += TRow.Stride, label++)
        {
            double sum = Sum<TRow>(p), q = p[*label] / sum, clipped = Math.Clamp(q, Epsilon, 1 - Epsilon);
            bool inside = q == clipped;
            for (int i = 0; i < TRow.Width; i++)
                g[i] = inside ? Tiny.Flush((1 - (i == *label ? 1 / q : 0)) / sum / batch * weight) : 0;
            result[row].Set(-Math.Log(clipped), LossRow.Class<TRow>(p) == *label ? 1 : 0);
            LossRow.ClearPadding<TRow>(g);
        }

        ActivationKernels.Backward<TActivation, Linear>(gradient, outputs, outputs, gradient, rows * TRow.Stride);
    }

    private static double Sum<TRow>(float* row)
        where TRow : struct, IRowShape
    {
        double sum = 0;
        for (int i = 0; i < TRow.Width; i++)
            sum += row[i];
        return sum;
    }
}
