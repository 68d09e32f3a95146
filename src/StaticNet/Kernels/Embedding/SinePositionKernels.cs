using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// Adds to each step of a sequence the sines and cosines of its place (Vaswani et al. 2017): sin(t / w^(i / width)) at even numbers i and the cosine
/// of the same angle behind each, with w the longest wave. They are computed once for each shape.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class SinePositionKernels
{
    /// <summary>y = x + waves, step by step, for each sample.</summary>
    public static void Forward<TShape>(float* x, float* y, int rows)
        where TShape : struct, ISinePositionShape
        => PositionKernels.Forward<TShape>(x, Waves<TShape>.Table.Start, y, rows);

    /// <summary>The same of one step of a sequence, with so many before it.</summary>
    public static void Step<TShape>(float* x, float* y, int position)
        where TShape : struct, ISinePositionShape
        => PositionKernels.Step<TShape>(x, Waves<TShape>.Table.Start, y, position);

    /// <summary>The waves, with rows of whole vectors.</summary>
    internal static AlignedBuffer Compute(int steps, int width, float maxWavelength)
    {
        int stride = Layout.Align(width);
        var waves = new AlignedBuffer((long)steps * stride, "waves of positions");
        for (int step = 0; step < steps; step++)
        {
            for (int i = 0; i < width; i++)
            {
                double angle = step * Math.Pow(maxWavelength, -(double)(i - (i % 2)) / width);
                waves.Start[((nint)step * stride) + i] = (float)(i % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }

        return waves;
    }

    private static class Waves<TShape>
        where TShape : struct, ISinePositionShape
    {
        public static readonly AlignedBuffer Table = Compute(TShape.Steps, TShape.Width, TShape.MaxWavelength);
    }
}
