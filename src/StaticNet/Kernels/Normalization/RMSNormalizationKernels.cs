using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// Root mean square normalisation (Zhang and Sennrich 2019): y = activation(x / sqrt(mean of x² + epsilon) scale), pixel by pixel, over its
/// channels. It is a layer normalisation without the mean.
/// </summary>
/// <remarks>
/// The statistics are those of <see cref="LayerNormalizationKernels"/> with 0 for the mean, whose <c>UpdateScale</c> gives the gradient by
/// the scale.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class RMSNormalizationKernels
{
    /// <summary>y = activation(x / sqrt(mean of x² + epsilon) scale).</summary>
    public static void Forward<TShape, TActivation>(float* x, float* scale, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
        => Forward<TShape, TActivation>(x, scale, default, y, rows);

    /// <summary>The same, and keeps the statistics for the backward pass.</summary>
    public static void Forward<TShape, TActivation>(float* x, float* scale, float* statistics, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
        => LayerNormalizationKernels.Normalize<TShape, TActivation>(x, scale, default, statistics, y, rows, usesMean: false);

    /// <summary>
    /// dx = (g - xhat mean of (g ∘ xhat)) / sqrt(mean of x² + epsilon) ∘ activation'(x) with g = dz scale, xhat the normalised x and the
    /// activation fused into the step that made x. dz is the gradient before this layer's activation.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(float* dz, float* x, float* scale, float* statistics, float* dx, int rows)
        where TShape : struct, INormalizationShape
        where TInputActivation : struct, IActivation
        => LayerNormalizationKernels.NormalizeBack<TShape, TInputActivation>(dz, x, scale, statistics, dx, rows, usesMean: false);
}
