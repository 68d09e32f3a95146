using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Batch normalisation (Ioffe and Szegedy 2015): y = activation((x - mean) / sqrt(variance + epsilon) gamma + beta), channel by channel,
/// with mean and biased variance over all pixels of the batch. Each pass falls into a part that looks at samples one by one and a part
/// that brings them together, in their order, so that no result depends on who did which.
/// </summary>
/// <remarks>
/// Forward: <see cref="Measure"/> for each sample, <see cref="Combine"/>, <see cref="Normalize"/> for each sample. Backward, with dz the
/// gradient before the activation: <see cref="MeasureGradient"/> for each sample, <see cref="CombineGradient"/>, <see cref="Backward"/>
/// for each sample. Partial results of a sample are two rows of <see cref="INormalizationShape.Stride"/> floats. The statistics are three
/// such rows: mean, variance and 1 / sqrt(variance + epsilon). The padding of the last is 0, and with it all that is multiplied by it.
/// The sums of the gradient are five such rows: dbeta, dgamma and what <see cref="Backward"/> makes of them.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class BatchNormalizationKernels
{
    /// <summary>Moving averages below this are 0: further down they would become denormal numbers, which are slow.</summary>
    private const float Tiny = 1e-30f;

    /// <summary>For each sample the mean of each channel over its pixels, then the sum of the squared deviations from it.</summary>
    public static void Measure<TShape>(float* x, float* partials, int rows)
        where TShape : struct, INormalizationShape
    {
        if (Simd.Is512) MeasureSamples<Simd512, TShape>(x, partials, rows);
        else if (Simd.Is256) MeasureSamples<Simd256, TShape>(x, partials, rows);
        else MeasureSamples<Simd128, TShape>(x, partials, rows);
    }

    /// <summary>The statistics of the batch from the measures of all its samples.</summary>
    public static void Combine<TShape>(float* partials, float* statistics, int batch)
        where TShape : struct, INormalizationShape
    {
        if (Simd.Is512) CombineSamples<Simd512, TShape>(partials, statistics, batch);
        else if (Simd.Is256) CombineSamples<Simd256, TShape>(partials, statistics, batch);
        else CombineSamples<Simd128, TShape>(partials, statistics, batch);
    }

    /// <summary>y = activation((x - mean) / sqrt(variance + epsilon) gamma + beta).</summary>
    public static void Normalize<TShape, TActivation>(
        float* x, float* gamma, float* beta, float* statistics, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
    {
        if (Simd.Is512) NormalizeSamples<Simd512, TShape, TActivation>(x, gamma, beta, statistics, y, rows);
        else if (Simd.Is256) NormalizeSamples<Simd256, TShape, TActivation>(x, gamma, beta, statistics, y, rows);
        else NormalizeSamples<Simd128, TShape, TActivation>(x, gamma, beta, statistics, y, rows);
    }

    /// <summary>moving += (batch - moving) (1 - momentum), for mean and variance.</summary>
    internal static void UpdateMoving<TShape>(
        float* statistics, float* movingMean, float* movingVariance, float momentum)
        where TShape : struct, INormalizationShape
    {
        if (Simd.Is512) MoveBoth<Simd512, TShape>(statistics, movingMean, movingVariance, momentum);
        else if (Simd.Is256) MoveBoth<Simd256, TShape>(statistics, movingMean, movingVariance, momentum);
        else MoveBoth<Simd128, TShape>(statistics, movingMean, movingVariance, momentum);
    }

    /// <summary>For each sample and channel Σ dz over its pixels, then Σ dz (x - mean) / sqrt(variance + epsilon).</summary>
    public static void MeasureGradient<TShape>(
        float* dz, float* x, float* statistics, float* partials, int rows)
        where TShape : struct, INormalizationShape
    {
        if (Simd.Is512) MeasureGradients<Simd512, TShape>(dz, x, statistics, partials, rows);
        else if (Simd.Is256) MeasureGradients<Simd256, TShape>(dz, x, statistics, partials, rows);
        else MeasureGradients<Simd128, TShape>(dz, x, statistics, partials, rows);
    }

    /// <summary>The sums of the gradient over the batch from the measures of all its samples.</summary>
    public static void CombineGradient<TShape>(
        float* partials, float* gamma, float* statistics, float* sums, int batch)
        where TShape : struct, INormalizationShape
    {
        if (Simd.Is512) SumSamples<Simd512, TShape>(partials, gamma, statistics, sums, batch);
        else if (Simd.Is256) SumSamples<Simd256, TShape>(partials, gamma, statistics, sums, batch);
        else SumSamples<Simd128, TShape>(partials, gamma, statistics, sums, batch);
    }

    /// <summary>
    /// dx = gamma / sqrt(variance + epsilon) (dz - dbeta / N - xhat dgamma / N) ∘ activation'(x), with N the pixels of the batch, xhat the
    /// normalised x and the activation that is fused into what made x.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(
        float* dz, float* x, float* statistics, float* sums, float* dx, int rows)
        where TShape : struct, INormalizationShape
        where TInputActivation : struct, IActivation
    {
        if (Simd.Is512) BackwardSamples<Simd512, TShape, TInputActivation>(dz, x, statistics, sums, dx, rows);
        else if (Simd.Is256) BackwardSamples<Simd256, TShape, TInputActivation>(dz, x, statistics, sums, dx, rows);
        else BackwardSamples<Simd128, TShape, TInputActivation>(dz, x, statistics, sums, dx, rows);
    }

    /// <summary>Hands on dgamma, for a part of the channels.</summary>
    /// <param name="sums">The sums of the gradient over the batch.</param>
    /// <param name="sink">What becomes of the gradient.</param>
    /// <param name="offset">Where gamma begins among the parameters.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateScale<TShape>(float* sums, GradientSink sink, int offset, int part, int parts)
        where TShape : struct, INormalizationShape
        => HandOn<TShape>(sums + TShape.Stride, sink, offset, part, parts);

    /// <summary>Hands on dbeta, for a part of the channels.</summary>
    /// <inheritdoc cref="UpdateScale"/>
    public static void UpdateCenter<TShape>(float* sums, GradientSink sink, int offset, int part, int parts)
        where TShape : struct, INormalizationShape
        => HandOn<TShape>(sums, sink, offset, part, parts);

    /// <summary>
    /// What predictions multiply by and add: scale = gamma / sqrt(variance + epsilon), shift = beta - mean scale, of the moving averages.
    /// </summary>
    public static void Fold<TShape>(
        float* gamma, float* beta, float* movingMean, float* movingVariance,
        float* scale, float* shift)
        where TShape : struct, INormalizationShape
    {
        if (Simd.Is512) FoldAll<Simd512, TShape>(gamma, beta, movingMean, movingVariance, scale, shift);
        else if (Simd.Is256) FoldAll<Simd256, TShape>(gamma, beta, movingMean, movingVariance, scale, shift);
        else FoldAll<Simd128, TShape>(gamma, beta, movingMean, movingVariance, scale, shift);
    }

    /// <summary>y = activation(x scale + shift).</summary>
    public static void Forward<TShape, TActivation>(float* x, float* scale, float* shift, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
    {
        if (Simd.Is512) ScaleSamples<Simd512, TShape, TActivation>(x, scale, shift, y, rows);
        else if (Simd.Is256) ScaleSamples<Simd256, TShape, TActivation>(x, scale, shift, y, rows);
        else ScaleSamples<Simd128, TShape, TActivation>(x, scale, shift, y, rows);
    }

    [MethodImpl(Compiled.Alone)]
    private static void MeasureSamples<TV, TShape>(float* x, float* partials, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        float* end = End<TShape>(x, rows);
        for (int row = 0; row < rows; row++, x += TShape.Pixels * TShape.InputStride, partials += NormalizationRoom.MomentRows * TShape.Stride)
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

    // All samples have as many pixels, so that the mean is that of their means, and what their own deviations lack is that of their means.
    [MethodImpl(Compiled.Alone)]
    private static void CombineSamples<TV, TShape>(float* partials, float* statistics, int batch)
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

    [MethodImpl(Compiled.Alone)]
    private static void MoveBoth<TV, TShape>(float* statistics, float* movingMean, float* movingVariance, float momentum)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV fadeIn = TV.Create(1 - momentum);
        for (int c = 0; c < TShape.Stride; c += TV.Count)
        {
            Move(TV.Load(statistics + c), fadeIn, movingMean + c);
            Move(TV.Load(statistics + TShape.Stride + c), fadeIn, movingVariance + c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move<TV>(TV value, TV fadeIn, float* moving)
        where TV : unmanaged, ISimd<TV>
    {
        TV before = TV.Load(moving), after = TV.MultiplyAdd(value - before, fadeIn, before);
        TV.Select(TV.GreaterThan(TV.Create(Tiny), SimdMath.Abs(after)), default, after).Store(moving);
    }

    [MethodImpl(Compiled.Alone)]
    private static void MeasureGradients<TV, TShape>(float* dz, float* x, float* statistics, float* partials, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        float* end = End<TShape>(x, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                int count = TShape.Channels - c, p = 0;
                TV mean = TV.Load(statistics + c), a = default, b = default, withA = default, withB = default;
                float* gradient = dz + c, from = x + c;
                for (; p < TShape.Pixels - 1; p += 2, gradient += 2 * TShape.Stride, from += 2 * TShape.InputStride)
                {
                    TV first = TV.Load(gradient), second = TV.Load(gradient + TShape.Stride);
                    a += first;
                    b += second;
                    withA = TV.MultiplyAdd(first, Load<TV, TShape>(from, count, end) - mean, withA);
                    withB = TV.MultiplyAdd(second, Load<TV, TShape>(from + TShape.InputStride, count, end) - mean, withB);
                }

                if (p < TShape.Pixels)
                {
                    a += TV.Load(gradient);
                    withA = TV.MultiplyAdd(TV.Load(gradient), Load<TV, TShape>(from, count, end) - mean, withA);
                }

                (a + b).Store(partials + c);
                ((withA + withB) * TV.Load(statistics + (2 * TShape.Stride) + c)).Store(partials + TShape.Stride + c);
            }

            dz += TShape.Pixels * TShape.Stride;
            x += TShape.Pixels * TShape.InputStride;
            partials += 2 * TShape.Stride;
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void SumSamples<TV, TShape>(float* partials, float* gamma, float* statistics, float* sums, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV share = TV.Create((float)(1 / ((double)batch * TShape.Pixels)));
        for (int c = 0; c < TShape.Stride; c += TV.Count)
        {
            TV center = default, slope = default;
            for (int row = 0; row < batch; row++)
            {
                center += TV.Load(partials + ((nint)row * 2 * TShape.Stride) + c);
                slope += TV.Load(partials + ((nint)row * 2 * TShape.Stride) + TShape.Stride + c);
            }

            center.Store(sums + c);
            slope.Store(sums + TShape.Stride + c);

            // dx = factor dz - common - (x - mean) inner.
            TV factor = Scale<TV, TShape>(gamma, statistics, c), inverse = TV.Load(statistics + (2 * TShape.Stride) + c);
            factor.Store(sums + (2 * TShape.Stride) + c);
            (factor * share * center).Store(sums + (3 * TShape.Stride) + c);
            (factor * share * inverse * slope).Store(sums + (4 * TShape.Stride) + c);
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void BackwardSamples<TV, TShape, TInputActivation>(float* dz, float* x, float* statistics, float* sums, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        where TInputActivation : struct, IActivation
    {
        float* factor = sums + (2 * TShape.Stride), common = sums + (3 * TShape.Stride), inner = sums + (4 * TShape.Stride);
        for (int p = 0; p < rows * TShape.Pixels; p++, dz += TShape.Stride, x += TShape.Stride, dx += TShape.Stride)
        {
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                TV straight = (TV.Load(dz + c) * TV.Load(factor + c)) - TV.Load(common + c);
                TV gradient = TV.MultiplyAdd(TV.Load(statistics + c) - TV.Load(x + c), TV.Load(inner + c), straight);
                Slope.Times<TV, TInputActivation>(gradient, x + c).Store(dx + c);
            }
        }
    }

    private static void HandOn<TShape>(float* gradients, GradientSink sink, int offset, int part, int parts)
        where TShape : struct, INormalizationShape
    {
        (int first, int last) = Part.Of(TShape.Stride, part, parts);
        float* block = sink.Room(offset + first, part);
        new Span<float>(gradients + first, last - first).CopyTo(new Span<float>(block, last - first));
        sink.Take(block, offset + first, last - first);
    }

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
