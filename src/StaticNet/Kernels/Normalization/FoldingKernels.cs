using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Takes a normalisation by moving averages, y = scale x + shift, into the convolution before it, so that a prediction does the work of
/// both in one pass.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class FoldingKernels
{
    /// <summary>folded = kernel · scale, filter by filter, for rows of so many filters, a multiple of 16.</summary>
    public static partial void Kernel(float* kernel, float* scale, float* folded, int rows, int filters);

    /// <summary>shift += bias · scale, filter by filter.</summary>
    public static partial void Bias(float* bias, float* scale, float* shift, int filters);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Kernel<TV>(float* kernel, float* scale, float* folded, int rows, int filters)
        where TV : unmanaged, ISimd<TV>
    {
        for (int row = 0; row < rows; row++, kernel += filters, folded += filters)
        {
            for (int f = 0; f < filters; f += TV.Count)
                (TV.Load(kernel + f) * TV.Load(scale + f)).Store(folded + f);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Bias<TV>(float* bias, float* scale, float* shift, int filters)
        where TV : unmanaged, ISimd<TV>
    {
        for (int f = 0; f < filters; f += TV.Count)
            TV.MultiplyAdd(TV.Load(bias + f), TV.Load(scale + f), TV.Load(shift + f)).Store(shift + f);
    }
}
