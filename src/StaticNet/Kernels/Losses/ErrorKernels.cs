using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Losses of the difference between outputs and targets, averaged over the outputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ErrorKernels
{
    /// <summary>The mean error; the gradient is by what stands before the activation fused into the outputs.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Mean<TRow, TActivation, TError>(
        float* outputs, float* targets, float* gradient, SampleLoss* losses, int rows, int batch, double weight = 1)
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
        where TError : struct, IErrorFunction
    {
        double scale = weight / batch / TRow.Width;
        float* p = outputs, y = targets, g = gradient;
        SampleLoss* result = losses;
        for (int row = 0; row < rows; row++, p += TRow.Stride, g += TRow.Stride, y += TRow.Width)
        {
            double loss = 0;
            for (int i = 0; i < TRow.Width; i++)
            {
                double error = (double)p[i] - y[i];
                loss += TError.Value(error);
                g[i] = Tiny.Flush(TError.Slope(error) * scale);
            }

            LossRow.ClearPadding<TRow>(g);
            result[row].Set(loss / TRow.Width, 0);
        }

        ActivationKernels.Backward<TActivation, Linear>(gradient, outputs, outputs, gradient, rows * TRow.Stride);
    }
}
