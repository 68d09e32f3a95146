using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <content>Predictions, by the moving averages.</content>
public static unsafe partial class BatchNormalizationKernels
{
    /// <summary>
    /// What predictions multiply by and add: scale = gamma / sqrt(variance + epsilon), shift = beta - mean scale, of the moving averages.
    /// </summary>
    public static void Fold<TShape>(
        float* gamma, float* beta, float* movingMean, float* movingVariance,
        float* scale, float* shift)
        where TShape : struct, INormalizationShape
        => FoldAll<TShape>(gamma, beta, movingMean, movingVariance, scale, shift);

    /// <summary>y = activation(x scale + shift).</summary>
    public static void Forward<TShape, TActivation>(float* x, float* scale, float* shift, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
        => ScaleSamples<TShape, TActivation>(x, scale, shift, y, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void FoldAll<TV, TShape>(float* gamma, float* beta, float* movingMean, float* movingVariance, float* scale, float* shift)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        for (int c = 0; c < TShape.Stride; c += TV.Count)
        {
            TV inverse = Inverse<TV, TShape>(TV.Load(movingVariance + c), c);
            TV factor = TShape.UsesScale ? TV.Load(gamma + c) * inverse : inverse;
            factor.Store(scale + c);
            TV.MultiplyAdd(default(TV) - TV.Load(movingMean + c), factor, Shift<TV, TShape>(beta, c)).Store(shift + c);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void ScaleSamples<TV, TShape, TActivation>(float* x, float* scale, float* shift, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
    {
        float* end = End<TShape>(x, rows);
        for (int p = 0; p < rows * TShape.Pixels; p++, x += TShape.InputStride, y += TShape.Stride)
        {
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                TV value = Load<TV, TShape>(x + c, TShape.Channels - c, end);
                TActivation.Forward(TV.MultiplyAdd(value, TV.Load(scale + c), TV.Load(shift + c))).Store(y + c);
            }
        }
    }
}
