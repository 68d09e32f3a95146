using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Layer normalisation (Ba et al. 2016): y = activation((x - mean) / sqrt(variance + epsilon) gamma + beta), pixel by pixel, with mean
/// and biased variance over its channels.
/// </summary>
/// <remarks>
/// The statistics of a pixel are two floats, mean and 1 / sqrt(variance + epsilon); those of a sample are twice as many
/// floats as it has pixels, rounded up to a multiple of 16.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class LayerNormalizationKernels
{
    /// <summary>y = activation((x - mean) / sqrt(variance + epsilon) gamma + beta).</summary>
    public static void Forward<TShape, TActivation>(float* x, float* gamma, float* beta, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
        => Forward<TShape, TActivation>(x, gamma, beta, default, y, rows);

    /// <summary>The same, and saves the statistics for the backward pass.</summary>
    public static void Forward<TShape, TActivation>(
        float* x, float* gamma, float* beta, float* statistics, float* y, int rows)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
        => Normalize<TShape, TActivation>(x, gamma, beta, statistics, y, rows, usesMean: true);

    /// <summary>
    /// dx = (g - mean of g - xhat mean of (g ∘ xhat)) / sqrt(variance + epsilon) ∘ activation'(x) with g = dz gamma, xhat the normalised x
    /// and the activation fused into the step that made x. dz is the gradient before this layer's activation.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(
        float* dz, float* x, float* gamma, float* statistics, float* dx, int rows)
        where TShape : struct, INormalizationShape
        where TInputActivation : struct, IActivation
        => NormalizeBack<TShape, TInputActivation>(dz, x, gamma, statistics, dx, rows, usesMean: true);

    /// <summary>dgamma = Σ dz ∘ xhat over the pixels of the batch, for a part of the channels.</summary>
    /// <param name="dz">The gradients before the activation, of the whole batch.</param>
    /// <param name="x">The inputs of the whole batch.</param>
    /// <param name="statistics">The statistics of the whole batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where gamma begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateScale<TShape>(
        float* dz, float* x, float* statistics, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, INormalizationShape
    {
        (int first, int last) = Part.Of(TShape.Stride, part, parts);
        float* block = sink.BlockFor(offset + first, part);
        SumScale<TShape>(dz, x, statistics, block, first, last, batch);
        sink.Consume(block, offset + first, last - first);
    }

    /// <summary>dbeta = Σ dz over the pixels of the batch, for a part of the channels.</summary>
    /// <inheritdoc cref="UpdateScale"/>
    public static void UpdateCenter<TShape>(float* dz, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, INormalizationShape
    {
        (int first, int last) = Part.Of(TShape.Stride, part, parts);
        float* block = sink.BlockFor(offset + first, part);
        SumCenter<TShape>(dz, block, first, last, batch);
        sink.Consume(block, offset + first, last - first);
    }

    /// <summary>The forward pass; one that does not use the mean takes 0 for it.</summary>
    internal static void Normalize<TShape, TActivation>(
        float* x, float* gamma, float* beta, float* statistics, float* y, int rows, bool usesMean)
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
        => NormalizePixels<TShape, TActivation>(x, gamma, beta, statistics, y, rows, usesMean);

    /// <summary>The backward pass; one of a mean that was not used takes no gradient by it into account.</summary>
    internal static void NormalizeBack<TShape, TInputActivation>(
        float* dz, float* x, float* gamma, float* statistics, float* dx, int rows, bool usesMean)
        where TShape : struct, INormalizationShape
        where TInputActivation : struct, IActivation
        => BackwardPixels<TShape, TInputActivation>(dz, x, gamma, statistics, dx, rows, usesMean);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void NormalizePixels<TV, TShape, TActivation>(
        float* x, float* gamma, float* beta, float* statistics, float* y, int rows, bool usesMean)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        where TActivation : struct, IActivation
    {
        float* end = x + ((nint)rows * TShape.Pixels * TShape.InputStride);
        for (int row = 0; row < rows; row++)
        {
            for (int p = 0; p < TShape.Pixels; p++, x += TShape.InputStride, y += TShape.Stride)
            {
                float mean = usesMean ? Mean<TV, TShape>(x, end) : 0, inverse = 1 / MathF.Sqrt(Variance<TV, TShape>(x, mean, end) + TShape.Epsilon);
                if (statistics != null)
                {
                    statistics[2 * p] = mean;
                    statistics[(2 * p) + 1] = inverse;
                }

                TV shift = TV.Create(mean), factor = TV.Create(inverse);
                for (int c = 0; c < TShape.Channels; c += TV.Count)
                {
                    TV value = (Load<TV, TShape>(x, c, end) - shift) * factor;
                    if (TShape.UsesScale && TShape.UsesCenter) value = TV.MultiplyAdd(value, TV.Load(gamma + c), TV.Load(beta + c));
                    else if (TShape.UsesScale) value *= TV.Load(gamma + c);
                    else if (TShape.UsesCenter) value += TV.Load(beta + c);
                    TActivation.Forward(value).Store(y + c);
                }

                for (int c = LastVectorsEnd<TV, TShape>(); c < TShape.Stride; c += TV.Count)
                    default(TV).Store(y + c);
            }

            statistics = statistics == null ? null : statistics + StatisticsStride<TShape>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Mean<TV, TShape>(float* x, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV sum = default;
        for (int c = 0; c < TShape.Channels; c += TV.Count)
            sum += Load<TV, TShape>(x, c, end);
        return TV.Sum(sum) / TShape.Channels;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Variance<TV, TShape>(float* x, float mean, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        TV sum = default, shift = TV.Create(mean);
        for (int c = 0; c < TShape.Channels; c += TV.Count)
        {
            TV deviation = KeepChannels<TV, TShape>(Load<TV, TShape>(x, c, end) - shift, c);
            sum = TV.MultiplyAdd(deviation, deviation, sum);
        }

        return TV.Sum(sum) / TShape.Channels;
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void BackwardPixels<TV, TShape, TInputActivation>(
        float* dz, float* x, float* gamma, float* statistics, float* dx, int rows, bool usesMean)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, statistics += StatisticsStride<TShape>())
        {
            for (int p = 0; p < TShape.Pixels; p++, dz += TShape.Stride, x += TShape.Stride, dx += TShape.Stride)
            {
                TV mean = TV.Create(statistics[2 * p]), inverse = TV.Create(statistics[(2 * p) + 1]);
                TV straight = default, along = default;
                for (int c = 0; c < TShape.Channels; c += TV.Count)
                {
                    // The padding of dz is 0, and so becomes what it is multiplied by.
                    TV gradient = Gradient<TV, TShape>(dz, gamma, c);
                    straight += gradient;
                    along = TV.MultiplyAdd(gradient, (Load<TV, TShape>(x, c, null) - mean) * inverse, along);
                }

                TV common = TV.Create(usesMean ? TV.Sum(straight) / TShape.Channels : 0), inner = TV.Create(TV.Sum(along) / TShape.Channels);
                for (int c = 0; c < TShape.Channels; c += TV.Count)
                {
                    TV normalized = (Load<TV, TShape>(x, c, null) - mean) * inverse;
                    TV gradient = (Gradient<TV, TShape>(dz, gamma, c) - common - (normalized * inner)) * inverse;
                    Slope.Times<TV, TInputActivation>(KeepChannels<TV, TShape>(gradient, c), x + c).Store(dx + c);
                }

                for (int c = LastVectorsEnd<TV, TShape>(); c < TShape.Stride; c += TV.Count)
                    default(TV).Store(dx + c);
            }
        }
    }

    // Sums of samples first, then of the batch: fewer roundings, and none that depends on the vectors' width.
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void SumScale<TV, TShape>(float* dz, float* x, float* statistics, float* sums, int first, int last, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        float* end = x + ((nint)batch * TShape.Pixels * TShape.InputStride);
        for (int c = first; c < last; c += TV.Count)
        {
            TV total = default;
            float* gradient = dz, from = x, saved = statistics;
            for (int row = 0; row < batch; row++, saved += StatisticsStride<TShape>())
            {
                TV sum = default;
                for (int p = 0; p < TShape.Pixels; p++, gradient += TShape.Stride, from += TShape.InputStride)
                {
                    TV normalized = (Load<TV, TShape>(from, c, end) - TV.Create(saved[2 * p])) * TV.Create(saved[(2 * p) + 1]);
                    sum = TV.MultiplyAdd(TV.Load(gradient + c), normalized, sum);
                }

                total += sum;
            }

            total.Store(sums + c - first);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void SumCenter<TV, TShape>(float* dz, float* sums, int first, int last, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
    {
        for (int c = first; c < last; c += TV.Count)
        {
            TV total = default;
            float* gradient = dz + c;
            for (int row = 0; row < batch; row++)
            {
                TV sum = default;
                for (int p = 0; p < TShape.Pixels; p++, gradient += TShape.Stride)
                    sum += TV.Load(gradient);
                total += sum;
            }

            total.Store(sums + c - first);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Gradient<TV, TShape>(float* dz, float* gamma, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        => TShape.UsesScale ? TV.Load(dz + c) * TV.Load(gamma + c) : TV.Load(dz + c);

    // The channels from c on, and 0 beyond the last.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Load<TV, TShape>(float* x, int c, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        => KeepChannels<TV, TShape>(Pixel.Load<TV>(x + c, TShape.Channels - c, TShape.InputStride, end), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV KeepChannels<TV, TShape>(TV value, int c)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        => TShape.Channels % TV.Count == 0 || c + TV.Count <= TShape.Channels ? value : Simd.KeepFirst(value, TShape.Channels - c);

    // Where the vectors with channels end and those of padding begin.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LastVectorsEnd<TV, TShape>()
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, INormalizationShape
        => (TShape.Channels + TV.Count - 1) / TV.Count * TV.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StatisticsStride<TShape>()
        where TShape : struct, INormalizationShape
        => Layout.Align(NormalizationSizes.Statistics(TShape.Pixels));
}
