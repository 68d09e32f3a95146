using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Batch normalisation (Ioffe and Szegedy 2015): y = activation((x - mean) / sqrt(variance + epsilon) gamma + beta), channel by channel,
/// with mean and biased variance over all pixels of the batch. Each pass measures samples one by one, and then reduces what it has
/// measured in the order of the samples, so that no result depends on which thread measured which.
/// </summary>
/// <remarks>
/// Forward: <see cref="Measure"/> for each sample, <see cref="Reduce"/>, <see cref="Normalize"/> for each sample. Backward, with dz the
/// gradient before the activation: <see cref="MeasureGradient"/> for each sample, <see cref="ReduceGradient"/>, <see cref="Backward"/>
/// for each sample. Partial results of a sample are two rows of <see cref="INormalizationShape.Stride"/> floats. The statistics are three
/// such rows: mean, variance and 1 / sqrt(variance + epsilon). The padding of the last is 0, and with it all that is multiplied by it.
/// The sums of the gradient are five such rows: dbeta, dgamma and what <see cref="Backward"/> makes of them.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class BatchNormalizationKernels
{
    /// <summary>For each sample the mean of each channel over its pixels, then the sum of the squared deviations from it.</summary>
    public static void Measure<TShape>(float* x, float* partials, int rows)
        where TShape : struct, INormalizationShape
        => MeasureSamples<TShape>(x, partials, rows);

    /// <summary>The statistics of the batch from the measures of all its samples.</summary>
    public static void Reduce<TShape>(float* partials, float* statistics, int batch)
        where TShape : struct, INormalizationShape
        => ReduceSamples<TShape>(partials, statistics, batch);

    /// <summary>y = activation((x - mean) / sqrt(variance + epsilon) gamma + beta).</summary>
    public static void Normalize<TShape, TActivation>(
        float* x, float* gamma, float* beta, float* statistics, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
        => NormalizeSamples<TShape, TActivation>(x, gamma, beta, statistics, y, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void MeasureSamples<TV, TShape>(float* x, float* partials, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        float* end = End<TShape>(x, rows);
        for (int row = 0; row < rows; row++, x += TShape.Pixels * TShape.InputStride, partials += NormalizationSizes.MomentRows * TShape.Stride)
        {
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                int count = TShape.Channels - c;
                TV mean = default, squares = default;
                if (count > 0)
                {
                    mean = KeepChannels(Sum<TV, TShape>(x + c, count, end) / TV.Create((float)TShape.Pixels), count);
                    squares = KeepChannels(SumOfSquares<TV, TShape>(x + c, mean, count, end), count);
                }

                mean.Store(partials + c);
                squares.Store(partials + TShape.Stride + c);
            }
        }
    }

    // Four sums side by side, so that none waits for the one before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Sum<TV, TShape>(float* x, int count, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV a = default, b = default, c = default, d = default;
        int p = 0;
        for (; p < TShape.Pixels - 3; p += 4, x += 4 * TShape.InputStride)
        {
            a += Load<TV, TShape>(x, count, end);
            b += Load<TV, TShape>(x + TShape.InputStride, count, end);
            c += Load<TV, TShape>(x + (2 * TShape.InputStride), count, end);
            d += Load<TV, TShape>(x + (3 * TShape.InputStride), count, end);
        }

        for (; p < TShape.Pixels; p++, x += TShape.InputStride)
            a += Load<TV, TShape>(x, count, end);
        return (a + b) + (c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV SumOfSquares<TV, TShape>(float* x, TV mean, int count, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV a = default, b = default, c = default, d = default;
        int p = 0;
        for (; p < TShape.Pixels - 3; p += 4, x += 4 * TShape.InputStride)
        {
            a = AddSquare(a, Load<TV, TShape>(x, count, end) - mean);
            b = AddSquare(b, Load<TV, TShape>(x + TShape.InputStride, count, end) - mean);
            c = AddSquare(c, Load<TV, TShape>(x + (2 * TShape.InputStride), count, end) - mean);
            d = AddSquare(d, Load<TV, TShape>(x + (3 * TShape.InputStride), count, end) - mean);
        }

        for (; p < TShape.Pixels; p++, x += TShape.InputStride)
            a = AddSquare(a, Load<TV, TShape>(x, count, end) - mean);
        return (a + b) + (c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV AddSquare<TV>(TV sum, TV value)
        where TV : unmanaged, ISimd<TV>
        => TV.MultiplyAdd(value, value, sum);

    // All samples have as many pixels: the mean is that of their means, and the variance is the mean of theirs plus the variance of their means.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void ReduceSamples<TV, TShape>(float* partials, float* statistics, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        for (int c = 0; c < TShape.Stride; c += TV.Count)
        {
            TV mean = default, squares = default, between = default;
            for (int row = 0; row < batch; row++)
            {
                mean += TV.Load(partials + ((nint)row * 2 * TShape.Stride) + c);
                squares += TV.Load(partials + ((nint)row * 2 * TShape.Stride) + TShape.Stride + c);
            }

            mean /= TV.Create((float)batch);
            for (int row = 0; row < batch; row++)
                between = AddSquare(between, TV.Load(partials + ((nint)row * 2 * TShape.Stride) + c) - mean);
            TV variance = ((squares / TV.Create((float)TShape.Pixels)) + between) / TV.Create((float)batch);
            mean.Store(statistics + c);
            variance.Store(statistics + TShape.Stride + c);
            Inverse<TV, TShape>(variance, c).Store(statistics + (2 * TShape.Stride) + c);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void NormalizeSamples<TV, TShape, TActivation>(float* x, float* gamma, float* beta, float* statistics, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
    {
        float* end = End<TShape>(x, rows);
        for (int p = 0; p < rows * TShape.Pixels; p++, x += TShape.InputStride, y += TShape.Stride)
        {
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                TV deviation = Load<TV, TShape>(x + c, TShape.Channels - c, end) - TV.Load(statistics + c);
                TActivation.Forward(TV.MultiplyAdd(deviation, Scale<TV, TShape>(gamma, statistics, c), Shift<TV, TShape>(beta, c))).Store(y + c);
            }
        }
    }

    // 1 / sqrt(variance + epsilon), and 0 in the padding.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Inverse<TV, TShape>(TV variance, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        => KeepChannels(TV.Create(1f) / TV.Sqrt(variance + TV.Create(TShape.Epsilon)), TShape.Channels - c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Scale<TV, TShape>(float* gamma, float* statistics, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV inverse = TV.Load(statistics + (2 * TShape.Stride) + c);
        return TShape.UsesScale ? TV.Load(gamma + c) * inverse : inverse;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Shift<TV, TShape>(float* beta, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        => TShape.UsesCenter ? TV.Load(beta + c) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV KeepChannels<TV>(TV value, int count)
        where TV : unmanaged, ISimd<TV>
        => count >= TV.Count ? value : Simd.KeepFirst(value, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Load<TV, TShape>(float* x, int count, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        => Pixel.Load<TV>(x, count, TShape.InputStride, end);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* End<TShape>(float* x, int rows)
        where TShape : struct, INormalizationShape
        => x + ((nint)rows * TShape.Pixels * TShape.InputStride);
}
