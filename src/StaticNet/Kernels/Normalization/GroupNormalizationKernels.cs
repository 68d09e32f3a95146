using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Group normalisation (Wu and He 2018): y = (x - mean) / sqrt(variance + epsilon) gamma + beta, with mean and biased variance of each sample over
/// all pixels and the channels of a group.
/// </summary>
/// <remarks>
/// The statistics of a sample are two rows of channels, mean and 1 / sqrt(variance + epsilon) of each one's group. Sums run over the pixels of a
/// channel first, then over the channels of a group, in their order, whatever the vectors' width.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class GroupNormalizationKernels
{
    /// <summary>y = activation((x - mean) / sqrt(variance + epsilon) gamma + beta), and the statistics.</summary>
    public static void Forward<TShape, TActivation>(float* x, float* gamma, float* beta, float* statistics, float* y, int rows)
        where TShape : struct, IGroupNormalizationShape
        where TActivation : struct, IActivation
        => Normalize<TShape, TActivation>(x, gamma, beta, statistics, y, rows);

    /// <summary>
    /// The sums of each sample's gradients: five rows of channels, Σ dz and Σ dz ∘ xhat over its pixels, and what <see cref="Backward"/> takes of those.
    /// dz is the gradient before this layer's activation.
    /// </summary>
    public static void MeasureGradient<TShape>(float* dz, float* x, float* gamma, float* statistics, float* sums, int rows)
        where TShape : struct, IGroupNormalizationShape
        => Measure<TShape>(dz, x, gamma, statistics, sums, rows);

    /// <summary>
    /// dx = (g - mean of g - xhat mean of (g ∘ xhat)) / sqrt(variance + epsilon) ∘ activation'(x) with g = dz gamma, xhat the normalised x and the
    /// activation fused into the step that made x; means are those of groups.
    /// </summary>
    public static void Backward<TShape, TInputActivation>(float* dz, float* x, float* statistics, float* sums, float* dx, int rows)
        where TShape : struct, IGroupNormalizationShape
        where TInputActivation : struct, IActivation
        => PassBack<TShape, TInputActivation>(dz, x, statistics, sums, dx, rows);

    /// <summary>dgamma = Σ dz ∘ xhat over the batch, for a part of the channels, of the sums of its samples.</summary>
    /// <param name="sums">The sums of the whole batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where gamma begins among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateScale<TShape>(float* sums, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IGroupNormalizationShape
        => Update<TShape>(sums + TShape.Stride, sink, offset, batch, part, parts);

    /// <summary>dbeta = Σ dz over the batch, for a part of the channels, of the sums of its samples.</summary>
    /// <inheritdoc cref="UpdateScale"/>
    public static void UpdateCenter<TShape>(float* sums, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IGroupNormalizationShape
        => Update<TShape>(sums, sink, offset, batch, part, parts);

    private static void Update<TShape>(float* sums, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IGroupNormalizationShape
    {
        (int first, int last) = Part.Of(TShape.Stride, part, parts);
        float* block = sink.BlockFor(offset + first, part);
        SumSamples<TShape>(sums + first, block, last - first, batch);
        sink.Consume(block, offset + first, last - first);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void SumSamples<TV, TShape>(float* sums, float* block, int count, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IGroupNormalizationShape
    {
        for (int c = 0; c < count; c += TV.Count)
        {
            TV total = default;
            for (int sample = 0; sample < batch; sample++)
                total += TV.Load(sums + ((nint)sample * NormalizationSizes.GroupSumRows * TShape.Stride) + c);
            total.Store(block + c);
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Normalize<TV, TShape, TActivation>(float* x, float* gamma, float* beta, float* statistics, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IGroupNormalizationShape
        where TActivation : struct, IActivation
    {
        float* end = x + ((nint)rows * TShape.Pixels * TShape.InputStride);
        for (int sample = 0; sample < rows; sample++, statistics += NormalizationSizes.GroupStatisticRows * TShape.Stride)
        {
            float* means = statistics, inverses = statistics + TShape.Stride;
            for (int c = 0; c < TShape.Stride; c += TV.Count)
                Sum<TV, TShape>(x + c, TShape.Channels - c, end).Store(means + c);
            MeansOfGroups<TShape>(means);
            for (int c = 0; c < TShape.Stride; c += TV.Count)
                SumOfSquares<TV, TShape>(x + c, TV.Load(means + c), TShape.Channels - c, end).Store(inverses + c);
            MeansOfGroups<TShape>(inverses);
            for (int c = 0; c < TShape.Stride; c += TV.Count)
                KeepChannels(TV.Create(1f) / TV.Sqrt(TV.Load(inverses + c) + TV.Create(TShape.Epsilon)), TShape.Channels - c).Store(inverses + c);

            for (int p = 0; p < TShape.Pixels; p++, x += TShape.InputStride, y += TShape.Stride)
            {
                for (int c = 0; c < TShape.Stride; c += TV.Count)
                {
                    TV value = (Load<TV, TShape>(x + c, TShape.Channels - c, end) - TV.Load(means + c)) * TV.Load(inverses + c);
                    if (TShape.UsesScale && TShape.UsesCenter) value = TV.MultiplyAdd(value, TV.Load(gamma + c), TV.Load(beta + c));
                    else if (TShape.UsesScale) value *= TV.Load(gamma + c);
                    else if (TShape.UsesCenter) value += TV.Load(beta + c);
                    TActivation.Forward(value).Store(y + c);
                }
            }
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void Measure<TV, TShape>(float* dz, float* x, float* gamma, float* statistics, float* sums, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IGroupNormalizationShape
    {
        float* end = x + ((nint)rows * TShape.Pixels * TShape.InputStride);
        for (int sample = 0; sample < rows; sample++)
        {
            float* straight = sums, along = sums + TShape.Stride, factor = sums + (2 * TShape.Stride);
            float* common = sums + (3 * TShape.Stride), inner = sums + (4 * TShape.Stride);
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                TV mean = TV.Load(statistics + c), inverse = TV.Load(statistics + TShape.Stride + c), a = default, b = default;
                float* gradient = dz + c, from = x + c;
                for (int p = 0; p < TShape.Pixels; p++, gradient += TShape.Stride, from += TShape.InputStride)
                {
                    TV value = TV.Load(gradient);
                    a += value;
                    b = TV.MultiplyAdd(value, Load<TV, TShape>(from, TShape.Channels - c, end) - mean, b);
                }

                b *= inverse;
                a.Store(straight + c);
                b.Store(along + c);
                TV scale = TShape.UsesScale ? TV.Load(gamma + c) : TV.Create(1f);
                (scale * inverse).Store(factor + c);
                (scale * a).Store(common + c);
                (scale * b).Store(inner + c);
            }

            // dx = factor dz - common - (x - mean) inner.
            MeansOfGroups<TShape>(common);
            MeansOfGroups<TShape>(inner);
            for (int c = 0; c < TShape.Stride; c += TV.Count)
            {
                TV inverse = TV.Load(statistics + TShape.Stride + c);
                (TV.Load(common + c) * inverse).Store(common + c);
                (TV.Load(inner + c) * inverse * inverse).Store(inner + c);
            }

            dz += TShape.Pixels * TShape.Stride;
            x += TShape.Pixels * TShape.InputStride;
            statistics += NormalizationSizes.GroupStatisticRows * TShape.Stride;
            sums += NormalizationSizes.GroupSumRows * TShape.Stride;
        }
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    internal static void PassBack<TV, TShape, TInputActivation>(float* dz, float* x, float* statistics, float* sums, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IGroupNormalizationShape
        where TInputActivation : struct, IActivation
    {
        for (int sample = 0; sample < rows; sample++)
        {
            float* factor = sums + (2 * TShape.Stride), common = sums + (3 * TShape.Stride), inner = sums + (4 * TShape.Stride);
            for (int p = 0; p < TShape.Pixels; p++, dz += TShape.Stride, x += TShape.Stride, dx += TShape.Stride)
            {
                for (int c = 0; c < TShape.Stride; c += TV.Count)
                {
                    TV straight = (TV.Load(dz + c) * TV.Load(factor + c)) - TV.Load(common + c);
                    TV deviation = TV.Load(statistics + c) - Load<TV, TShape>(x + c, TShape.Channels - c, null);
                    Slope.Times<TV, TInputActivation>(TV.MultiplyAdd(deviation, TV.Load(inner + c), straight), x + c).Store(dx + c);
                }
            }

            statistics += NormalizationSizes.GroupStatisticRows * TShape.Stride;
            sums += NormalizationSizes.GroupSumRows * TShape.Stride;
        }
    }

    // From sums of channels to the mean of each one's group; 0 in the padding.
    private static void MeansOfGroups<TShape>(float* row)
        where TShape : struct, IGroupNormalizationShape
    {
        int channels = TShape.Channels / TShape.Groups;
        double share = 1 / ((double)channels * TShape.Pixels);
        for (int group = 0; group < TShape.Groups; group++, row += channels)
        {
            double sum = 0;
            for (int c = 0; c < channels; c++)
                sum += row[c];
            for (int c = 0; c < channels; c++)
                row[c] = (float)(sum * share);
        }

        for (int c = TShape.Channels; c < TShape.Stride; c++, row++)
            *row = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Sum<TV, TShape>(float* x, int count, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IGroupNormalizationShape
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
        where TShape : struct, IGroupNormalizationShape
    {
        TV a = default, b = default;
        int p = 0;
        for (; p < TShape.Pixels - 1; p += 2, x += 2 * TShape.InputStride)
        {
            TV first = Load<TV, TShape>(x, count, end) - mean, second = Load<TV, TShape>(x + TShape.InputStride, count, end) - mean;
            a = TV.MultiplyAdd(first, first, a);
            b = TV.MultiplyAdd(second, second, b);
        }

        if (p < TShape.Pixels)
        {
            TV last = Load<TV, TShape>(x, count, end) - mean;
            a = TV.MultiplyAdd(last, last, a);
        }

        return a + b;
    }

    // The channels, and 0 beyond the last.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Load<TV, TShape>(float* x, int count, float* end)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IGroupNormalizationShape
        => count <= 0 ? default : KeepChannels(Pixel.Load<TV>(x, count, TShape.InputStride, end), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV KeepChannels<TV>(TV value, int count)
        where TV : unmanaged, ISimd<TV>
        => count >= TV.Count ? value : Simd.KeepFirst(value, count);
}
