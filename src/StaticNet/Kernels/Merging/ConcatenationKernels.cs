using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Concatenates values, and splits the gradient.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class ConcatenationKernels
{
    /// <summary>Copies a part to its place in the result.</summary>
    public static void Forward<TShape>(float* part, float* y, int rows)
        where TShape : struct, IConcatenationShape
        => CopyIn<TShape>(part, y, rows);

    /// <summary>The gradient by a part, ∘ activation'(part) of the activation fused into the step that made it.</summary>
    public static void Backward<TShape, TPartActivation>(float* dy, float* part, float* dPart, int rows)
        where TShape : struct, IConcatenationShape
        where TPartActivation : struct, IActivation
        => CopyOut<TShape, TPartActivation>(dy, part, dPart, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void CopyIn<TV, TShape>(float* part, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConcatenationShape
    {
        for (int block = 0; block < rows * TShape.Blocks; block++)
        {
            float* line = y + ((((nint)block * TShape.ResultRows) + TShape.RowAt) * TShape.ResultStride);
            for (int row = 0; row < TShape.Rows; row++, part += TShape.Stride, line += TShape.ResultStride)
            {
                float* to = line + TShape.ColumnAt;
                int u = 0;
                for (; u <= TShape.Width - TV.Count; u += TV.Count)
                    TV.Load(part + u).Store(to + u);
                for (; u < TShape.Width; u++)
                    to[u] = part[u];
                for (; TShape.EndsRows && TShape.ColumnAt + u < TShape.ResultStride; u++)
                    to[u] = 0;
            }
        }
    }

    // A part with a gradient has rows of whole vectors; what is behind it in the result belongs to others.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void CopyOut<TV, TShape, TActivation>(float* dy, float* part, float* dPart, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IConcatenationShape
        where TActivation : struct, IActivation
    {
        for (int block = 0; block < rows * TShape.Blocks; block++)
        {
            float* line = dy + ((((nint)block * TShape.ResultRows) + TShape.RowAt) * TShape.ResultStride);
            for (int row = 0; row < TShape.Rows; row++, part += TShape.Stride, dPart += TShape.Stride, line += TShape.ResultStride)
            {
                float* from = line + TShape.ColumnAt;
                for (int u = 0; u < TShape.Stride; u += TV.Count)
                {
                    TV gradient = TShape.Width - u >= TV.Count ? TV.Load(from + u)
                        : TShape.Width > u ? Simd.LoadFirst<TV>(from + u, TShape.Width - u)
                        : default;
                    Tiny.Flush(gradient * TActivation.Derivative(TV.Load(part + u))).Store(dPart + u);
                }
            }
        }
    }
}
