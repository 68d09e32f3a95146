using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Kernels;

/// <summary>Writes a model's output to the caller's memory, whose rows have no gaps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class OutputKernels
{
    /// <summary>outputs = activation(x).</summary>
    public static void Write<TRow, TActivation>(float* x, float* outputs, int rows)
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
        => Rows<TRow, TActivation>(x, outputs, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Rows<TV, TRow, TActivation>(float* x, float* outputs, int rows)
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        where TActivation : struct, IActivation
    {
        if (TRow.Width == 1 && rows < Vector128<float>.Count && TRow.Stride % TV.Count == 0)
        {
            for (int row = 0; row < rows; row++)
                Simd.StoreFirst(TActivation.Forward(TV.Load(x + ((nint)row * TRow.Stride))), outputs + row, 1);
            return;
        }

        if (TRow.Width == 1)
        {
            // A column: gathered first, so that the activation works on whole vectors.
            for (int row = 0; row < rows; row++)
                outputs[row] = x[(nint)row * TRow.Stride];
            ActivationKernels.Map<TV, TActivation>(outputs, outputs, rows);
            return;
        }

        int whole = rows - RowsOverwritten<TV, TRow>(), first = 0;
        for (; TRow.Stride % TV.Count == 0 && first <= whole; first++, x += TRow.Stride, outputs += TRow.Width)
        {
            for (int i = 0; i < TRow.Width; i += TV.Count)
                TActivation.Forward(TV.Load(x + i)).Store(outputs + i);
        }

        for (int row = first; row < rows; row++, x += TRow.Stride, outputs += TRow.Width)
            ActivationKernels.Map<TV, TActivation>(x, outputs, TRow.Width);
    }

    /// <summary>
    /// How many rows a row covers that is written in whole vectors, where rows have no gaps between them: what it writes past its end the next rows
    /// overwrite, if there are as many.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int RowsOverwritten<TV, TRow>()
        where TV : unmanaged, ISimd<TV>
        where TRow : struct, IRowShape
        => (((TRow.Width + TV.Count - 1) / TV.Count * TV.Count) + TRow.Width - 1) / TRow.Width;
}
