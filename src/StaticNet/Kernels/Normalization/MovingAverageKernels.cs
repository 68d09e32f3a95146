using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The moving averages of batch normalisation, weights that no gradient changes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class MovingAverageKernels
{
    /// <summary>
    /// Moves mean and variance towards those of the batch: once, in the first of the parts, and only where the step changes weights.
    /// </summary>
    /// <param name="statistics">The statistics of the batch.</param>
    /// <param name="sink">What becomes of gradients, and so whether weights change.</param>
    /// <param name="movingMean">The moving mean.</param>
    /// <param name="movingVariance">The moving variance.</param>
    /// <param name="momentum">How much of them stays.</param>
    /// <param name="part">Which part of the update this is.</param>
    public static void Update<TShape>(
        float* statistics, GradientSink sink, float* movingMean, float* movingVariance, float momentum, int part)
        where TShape : struct, INormalizationShape
    {
        if (part == 0 && sink.TakesStep)
            BatchNormalizationKernels.UpdateMoving<TShape>(statistics, movingMean, movingVariance, momentum);
    }
}
