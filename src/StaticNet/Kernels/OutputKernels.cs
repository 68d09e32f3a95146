using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Writes a model's output to the caller's memory, whose rows have no gaps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class OutputKernels
{
    /// <summary>outputs = activation(x).</summary>
    public static void Write<TRow, TActivation>(float* x, float* outputs, int rows)
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
    {
        if (Simd.Is512) Rows<Simd512, TRow, TActivation>(x, outputs, rows);
        else if (Simd.Is256) Rows<Simd256, TRow, TActivation>(x, outputs, rows);
        else Rows<Simd128, TRow, TActivation>(x, outputs, rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TV, TRow, TActivation>(float* x, float* outputs, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
    {
        if (TRow.Width == 1)
        {
            // A column: gathered first, so that the activation works on whole vectors.
            for (int row = 0; row < rows; row++)
                outputs[row] = x[(nint)row * TRow.Stride];
            ActivationKernels.Map<TV, TActivation>(outputs, outputs, rows);
            return;
        }

        for (int row = 0; row < rows; row++, x += TRow.Stride, outputs += TRow.Width)
            ActivationKernels.Map<TV, TActivation>(x, outputs, TRow.Width);
    }
}
