using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The moving averages of batch normalisation, weights that no gradient changes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class MovingAverageKernels
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
        if (part == 0 && sink.UpdatesWeights)
            Move<TShape>(statistics, movingMean, movingVariance, momentum);
    }

    /// <summary>moving += (batch - moving) (1 - momentum), for mean and variance.</summary>
    internal static void Move<TShape>(
        float* statistics, float* movingMean, float* movingVariance, float momentum)
        where TShape : struct, INormalizationShape
        => MoveBoth<TShape>(statistics, movingMean, movingVariance, momentum);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MoveBoth<TV, TShape>(float* statistics, float* movingMean, float* movingVariance, float momentum)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV fadeIn = TV.Create(1 - momentum);
        for (int c = 0; c < TShape.Stride; c += TV.Count)
        {
            MoveOne(TV.Load(statistics + c), fadeIn, movingMean + c);
            MoveOne(TV.Load(statistics + TShape.Stride + c), fadeIn, movingVariance + c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveOne<TV>(TV value, TV fadeIn, float* moving)
        where TV : unmanaged, ISimd<TV>
    {
        TV before = TV.Load(moving), after = TV.MultiplyAdd(value - before, fadeIn, before);
        Tiny.Flush(after).Store(moving);
    }
}
