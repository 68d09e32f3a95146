using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <content>The backward pass, in training.</content>
public static unsafe partial class BatchNormalizationKernels
{
    /// <summary>For each sample and channel Σ dz over its pixels, then Σ dz (x - mean) / sqrt(variance + epsilon).</summary>
    public static void MeasureGradient<TShape>(
        float* dz, float* x, float* statistics, float* partials, int rows)
        where TShape : struct, INormalizationShape
        => MeasureGradients<TShape>(dz, x, statistics, partials, rows);

    /// <summary>The sums of the gradient over the batch from the measures of all its samples.</summary>
    public static void ReduceGradient<TShape>(
        float* partials, float* gamma, float* statistics, float* sums, int batch)
        where TShape : struct, INormalizationShape
        => SumSamples<TShape>(partials, gamma, statistics, sums, batch);

    /// <summary>
    /// dx = gamma / sqrt(variance + epsilon) (dz - dbeta / N - xhat dgamma / N) ∘ activation'(x), with N the pixels of the batch, xhat the
    /// normalised x and the activation fused into the step that made x.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(
        float* dz, float* x, float* statistics, float* sums, float* dx, int rows)
        where TShape : struct, INormalizationShape
        where TInputActivation : struct, IActivation
        => BackwardSamples<TShape, TInputActivation>(dz, x, statistics, sums, dx, rows);

    /// <summary>Gives dgamma to the sink, for a part of the channels.</summary>
    /// <param name="sums">The sums of the gradient over the batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where gamma begins among the parameters.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateScale<TShape>(float* sums, GradientSink sink, int offset, int part, int parts)
        where TShape : struct, INormalizationShape
        => CopyToSink<TShape>(sums + TShape.Stride, sink, offset, part, parts);

    /// <summary>Gives dbeta to the sink, for a part of the channels.</summary>
    /// <inheritdoc cref="UpdateScale"/>
    public static void UpdateCenter<TShape>(float* sums, GradientSink sink, int offset, int part, int parts)
        where TShape : struct, INormalizationShape
        => CopyToSink<TShape>(sums, sink, offset, part, parts);

    [EveryWidth]
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

    [EveryWidth]
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

    [EveryWidth]
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

    private static void CopyToSink<TShape>(float* gradients, GradientSink sink, int offset, int part, int parts)
        where TShape : struct, INormalizationShape
    {
        (int first, int last) = Part.Of(TShape.Stride, part, parts);
        float* block = sink.BlockFor(offset + first, part);
        new Span<float>(gradients + first, last - first).CopyTo(new Span<float>(block, last - first));
        sink.Consume(block, offset + first, last - first);
    }
}
