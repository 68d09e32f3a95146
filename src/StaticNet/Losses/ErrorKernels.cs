using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Losses of the difference between outputs and targets, averaged over the outputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ErrorKernels
{
    /// <summary>The mean error; the gradient is by what stands before the activation fused into the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LossTotals Mean<TRow, TActivation, TError>(
        Pointer<float> outputs, Pointer<float> targets, Pointer<float> gradient, int rows)
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
        where TError : struct, IErrorFunction
    {
        double loss = 0;
        double scale = 1.0 / rows / TRow.Width;
        float* p = outputs, y = targets, g = gradient;
        for (int row = 0; row < rows; row++, p += TRow.Stride, g += TRow.Stride, y += TRow.Width)
        {
            for (int i = 0; i < TRow.Width; i++)
            {
                double error = (double)p[i] - y[i];
                loss += TError.Value(error);
                g[i] = (float)(TError.Slope(error) * scale);
            }

            LossRow.ClearPadding<TRow>(g);
        }

        ActivationKernels.Backward<TActivation, Linear>(gradient, outputs, outputs, gradient, rows * TRow.Stride);
        return new LossTotals(loss / TRow.Width, 0);
    }
}
